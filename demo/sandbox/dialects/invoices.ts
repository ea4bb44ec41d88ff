import { text, type JsonObject } from '../../../src/api/decode.js';
import type { SandboxDialect } from './dialect.js';
import { changed, inList, without } from './rewriting.js';

const invoices = (title: string, item: (assumed: JsonObject) => JsonObject): SandboxDialect => ({
  title,
  answers: { listInvoices: inList('invoices', item) },
});

const days = ['invoiceDate', 'dueDate', 'paymentDate'];
const amounts = ['amount', 'invoiceAmount', 'paidAmount'];

const toSeconds = (day: unknown) => Date.parse(text(day)) / 1000;
const toNorwegianDay = (day: unknown) => text(day).split('-').reverse().join('.');
const withComma = (amount: unknown) => Number(text(amount)).toFixed(2).replace('.', ',');
const inWords = (code: unknown) => (text(code) === '5646903690' ? 'AVISA-AS' : code);

/** Other ways in which invoices are written. */
export const invoiceDialects = {
  'days-in-seconds': invoices('days in epoch seconds beside milliseconds', (invoice) =>
    changed(invoice, days, toSeconds),
  ),
  'norwegian-days': invoices('days as they are written in Norway', (invoice) =>
    changed(invoice, days, toNorwegianDay),
  ),
  'amounts-with-comma': invoices('amounts with a comma', (invoice) =>
    changed(invoice, amounts, withComma),
  ),
  'company-in-words': {
    ...invoices('a company code that is no number', (invoice) =>
      changed(invoice, ['companyCode'], inWords),
    ),
    requests: {
      payInvoice: (body) => ({
        ...body,
        ...(body['companyCode'] === 'AVISA-AS' && { companyCode: '5646903690' }),
      }),
    },
  },
  'other-invoice-fields': invoices('other fields for the amount and for what was paid', (one) => ({
    ...without(one, ...amounts, 'paymentStatus'),
    amountToPay: one['amount'],
    isPaid: Number(one['paidAmount']) > 0,
  })),
} as const satisfies Record<string, SandboxDialect>;
