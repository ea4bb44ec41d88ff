import * as data from '../data.js';
import { answered, of, refused, type Step, type Told } from '../scenario.js';
import { arrivals, each, reading } from './shared.js';

const { invoice, productCode, invoiceNumber, transactionId, reminder } = data;
const reads = { registered: answered(data.paidInvoice), not: answered(data.unpaidInvoice) };
const claim = `pay-invoice~return~${transactionId}~vippsEcommerce~${productCode}~${invoiceNumber}`;
const told = ['finished', 'cancelled', 'failed', 'finished-registered', 'finished-waiting'];
const open: Step = { press: '[part=item] > button' };
const pay: Step = { press: 'connect-pay-invoice >>> fieldset + div button' };
const list = (...invoices: object[]) => answered({ invoices, reminders: [] });

const inPlace: readonly Told[] = [
  {
    ...{ state: 'paying', label: 'Paying in place' },
    ...{ reads: answered(data.invoices), steps: [open] },
    ...{ at: 'ready', shows: 'connect-pay-invoice >>> fieldset' },
  },
  {
    ...{ state: 'paying-submitting', label: 'Paying in place: submitting' },
    ...{ reads: reads.not, writes: 'held', steps: [open, pay] },
    ...{ at: 'ready', shows: 'connect-pay-invoice >>> fieldset:disabled' },
  },
  {
    ...{ state: 'paying-redirecting', label: 'Paying in place: redirecting', waits: true },
    ...{ reads: reads.not, writes: answered({ transactionId }), steps: [open, pay] },
    ...{ at: 'ready', shows: 'connect-pay-invoice >>> .redirecting' },
  },
  {
    ...{ state: 'paying-declined', label: 'Paying in place: declined' },
    ...{ reads: reads.not, writes: answered({ success: false }), steps: [open, pay] },
    ...{ at: 'ready', shows: 'connect-pay-invoice >>> .error' },
  },
  {
    ...{ state: 'paid-in-place', label: 'Paid in place' },
    ...{ reads: reads.not, writes: refused(500), afterwards: reads.registered },
    ...{ steps: [open, pay], at: 'ready', shows: 'connect-pay-invoice >>> .registered' },
  },
];

export const invoices = of(
  'invoices',
  ...each(
    [
      ...reading,
      {
        state: 'failed-config',
        label: 'Failed: a setting is missing',
        attributes: {},
        at: 'failed',
      },
      { state: 'empty', label: 'Empty', reads: answered(data.noInvoice), at: 'empty' },
      { state: 'ready', label: 'Ready', reads: answered(data.invoices), at: 'ready' },
      {
        state: 'overdue',
        label: 'Overdue',
        reads: list(invoice('7435368', '2026-06-05')),
        at: 'ready',
      },
      {
        ...{ state: 'partly-paid', label: 'Partly paid' },
        ...{ reads: list(invoice('7435340', '2026-06-30', { paidAmount: 100 })), at: 'ready' },
      },
      { state: 'paid', label: 'Paid', reads: reads.registered, at: 'ready' },
      {
        ...{ state: 'reminders', label: 'Reminders, with and without their invoice' },
        reads: answered({
          invoices: [invoice('7435368', '2026-06-05')],
          reminders: [reminder(7435368, 1), reminder(7435368, 2), reminder(7435200, 2)],
        }),
        at: 'ready',
      },
      {
        ...{ state: 'bare', label: 'Invoices of which the server says hardly anything' },
        ...{ reads: list({ invoiceNumber: '7435367' }, { invoiceNumber: '' }), at: 'ready' },
      },
      {
        state: 'long',
        label: 'Long words and amounts',
        reads: answered(data.longInvoices),
        at: 'ready',
      },
      {
        ...{ state: 'many', label: '200 invoices', reads: answered(data.manyInvoices) },
        ...{ at: 'ready', isLong: true },
      },
      {
        ...{ state: 'many-shown', label: '200 invoices, all of them shown' },
        ...{ reads: answered(data.manyInvoices), steps: [{ press: '[part=list] + div button' }] },
        ...{ at: 'ready', shows: '[part=item]:nth-of-type(200)', isLong: true },
      },
      ...inPlace,
      ...arrivals(claim, reads).filter(({ state }) => told.includes(state)),
    ],
    { attributes: { 'product-code': productCode } },
  ),
);
