import * as data from '../data.js';
import { answered, of } from '../scenario.js';
import { arrivals } from './shared.js';

const { invoiceNumber, productCode, transactionId, methods, agreements } = data;
const reads = { registered: answered(data.paidInvoice), not: answered(data.unpaidInvoice) };
const vipps = 'recurringVippsPayment';
const back = (flow: string, method: string, about: string) =>
  `${flow}~return~${transactionId}~${method}~${productCode}~${about}`;
const registered = { at: 'settled', shows: '.registered' } as const;

export const outcome = of(
  'outcome',
  { state: 'empty', label: 'Empty: the address says nothing', at: 'empty' },
  {
    ...{ state: 'unreadable', label: 'An address that cannot be read' },
    ...{ arrival: 'connect=pay-invoice~~&status=finished', at: 'ready', shows: '.notice' },
  },
  ...arrivals(back('pay-invoice', 'vippsEcommerce', invoiceNumber), reads),
  {
    ...{ state: 'method-changed', label: 'Back, finished: the method is changed' },
    arrival: `connect=${back('change-method', vipps, '')}&status=finished`,
    ...{ reads: answered(methods(vipps)), ...registered },
  },
  {
    ...{ state: 'agreement-added', label: 'Back, finished: the agreement is added' },
    arrival: `connect=${back('add-agreement', vipps, '~-')}&status=finished`,
    ...{ reads: answered(agreements.vipps), ...registered },
  },
);
