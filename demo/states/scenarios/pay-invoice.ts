import * as data from '../data.js';
import { answered, of } from '../scenario.js';
import { arrivals, begun, each, leaving } from './shared.js';

const { invoiceNumber, productCode, companyCode, transactionId } = data;
const attributes = {
  ...{ 'invoice-number': invoiceNumber, 'product-code': productCode, amount: '295.00' },
  'company-code': companyCode,
};
const reads = { registered: answered(data.paidInvoice), not: answered(data.unpaidInvoice) };
const about = `${productCode}~${invoiceNumber}`;
const claim = `pay-invoice~return~${transactionId}~vippsEcommerce~${about}`;
const key = `pay-invoice ${productCode} ${invoiceNumber}`;

export const payInvoice = of(
  'pay-invoice',
  ...each(
    [
      { state: 'ready', label: 'Ready', at: 'ready' },
      {
        ...{ state: 'one', label: 'One provider, no amount' },
        ...{ attributes: { ...attributes, amount: '', methods: 'vippsEcommerce' }, at: 'ready' },
      },
      {
        ...{ state: 'long', label: 'A long number and a large amount, in another currency' },
        attributes: { ...attributes, amount: '1234567890.00', currency: 'SEK' },
        at: 'ready',
      },
      {
        ...{ state: 'empty', label: 'Empty: no provider is left' },
        ...{ attributes: { ...attributes, methods: 'none' }, at: 'empty' },
      },
      {
        ...{ state: 'failed-config', label: 'Failed: a setting is missing' },
        ...{ attributes: { 'product-code': productCode }, at: 'failed' },
      },
      ...leaving([{ press: 'fieldset + div button' }], 'transactionId', reads),
      ...arrivals(claim, reads),
      {
        ...{ state: 'unreadable', label: 'Back with an address that cannot be read' },
        ...{ arrival: 'connect=pay-invoice~~&status=finished', at: 'ready', shows: '.notice' },
      },
      ...begun(key, 'vippsEcommerce', reads.not),
    ],
    { attributes },
  ),
);
