import * as data from '../data.js';
import { answered, of, refused, type Step } from '../scenario.js';
import { arrivals, each } from './shared.js';

const { invoice, productCode, invoiceNumber, transactionId, methods } = data;
const list = (...invoices: object[]) => answered({ invoices, reminders: [] });
const late = invoice('7435368', '2026-06-05');
const open = invoice(invoiceNumber, '2026-07-06');
const shown = { at: 'ready', shows: 'section' } as const;
const reads = { registered: answered(data.paidInvoice), not: answered(data.unpaidInvoice) };
const claim = `pay-invoice~return~${transactionId}~vippsEcommerce~${productCode}~${invoiceNumber}`;
const told = ['finished', 'cancelled', 'failed', 'finished-registered'];
const press: Step = { press: 'section button' };
const byCard = answered(methods('recurringPayExCardPayment'));
const watched = { 'product-code': productCode, watch: 'card' };

/** A card that is good through a month. */
const card = (expirationMonth: string, expirationYear: string) => {
  const one = { recurrenceToken: 'r', productCode, maskedCardNumber: 'xxxx-xxxxxx-x2348' };
  return answered({ paymentRecurrenceTokens: [{ ...one, expirationMonth, expirationYear }] });
};
const wayToPay = (token: ReturnType<typeof card>) => ({
  attributes: watched,
  reads: list(),
  more: { [`/product/payment/${productCode}`]: byCard, '/payment/payex/token': token },
});

export const due = of(
  'due',
  ...each(
    [
      { state: 'loading', label: 'Loading: nothing', reads: 'held', at: 'loading' },
      { state: 'empty', label: 'Nothing is owed: nothing', reads: list(), at: 'empty' },
      {
        ...{
          state: 'failed-no-answer',
          label: 'Failed: nothing',
          reads: refused(500),
          at: 'failed',
        },
      },
      {
        ...{ state: 'failed-config', label: 'Failed: a setting is missing: nothing' },
        ...{ attributes: {}, at: 'failed' },
      },
      { ...shown, state: 'open', label: 'An invoice is open', reads: list(open) },
      { ...shown, state: 'late', label: 'An invoice is late', reads: list(late) },
      {
        ...{ ...shown, state: 'several', label: 'Several, and it can be put off' },
        ...{ reads: list(open, late, invoice('7435369', '2026-06-30')) },
        attributes: { 'product-code': productCode, dismissible: '' },
      },
      {
        ...{ ...shown, state: 'pay-url', label: 'Paid at a page of the site' },
        ...{ reads: list(late), attributes: { 'product-code': productCode, 'pay-url': '/pay' } },
      },
      {
        ...{
          ...shown,
          state: 'bare',
          label: 'An invoice of which the server says hardly anything',
        },
        reads: list({ invoiceNumber, invoiceAmount: '295.00' }),
      },
      { ...shown, state: 'long', label: 'Long amounts', reads: answered(data.longInvoices) },
      {
        ...{ state: 'later', label: 'Put off: nothing', reads: list(late), at: 'empty' },
        ...{ attributes: { 'product-code': productCode, dismissible: '' } },
        steps: [{ press: 'section .quiet' }],
      },
      { ...shown, state: 'card', label: 'A card expires', ...wayToPay(card('6', '26')) },
      { ...shown, state: 'card-over', label: 'A card has expired', ...wayToPay(card('5', '26')) },
      {
        ...{ ...shown, state: 'agreement', label: 'No agreement is valid' },
        ...wayToPay(answered({ paymentRecurrenceTokens: [] })),
      },
      {
        ...{ state: 'paying', label: 'Paying in place', reads: list(late), steps: [press] },
        ...{ at: 'ready', shows: 'connect-pay-invoice >>> fieldset' },
      },
      {
        ...{ state: 'renewing', label: 'Renewing in place', ...wayToPay(card('6', '26')) },
        ...{ steps: [press], at: 'ready', shows: 'connect-change-method >>> fieldset' },
      },
      ...arrivals(claim, reads).filter(({ state }) => told.includes(state)),
    ],
    { attributes: { 'product-code': productCode } },
  ),
);
