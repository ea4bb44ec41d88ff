import { decodeFields, decodeList, isObject, trimmed, type JsonObject } from '../decode.js';
import { note, shapeOf } from '../note.js';
import { read, type CallOptions } from '../shared-read.js';
import { isGiven, toAmount, toHundredths } from './amount.js';
import { toDay } from './day.js';
import type { ConnectApi, Dialect } from './dialect.js';
import { invoicesPath } from './invoices.js';
import { standingBy, totalOf, type Standing } from './standing.js';

/** A reminder of an invoice. Days are `YYYY-MM-DD`; what the API does not say is an empty text. */
export interface Reminder {
  readonly invoiceNumber: string;
  readonly productCode: string;
  readonly reminderNumber: string;
  /** The API's own word, such as `reminder`. */
  readonly reminderType: string;
  /** In the currency's units; NaN when the API does not say, or nobody can read it. */
  readonly amount: number;
  /** What the API wrote where nobody can read the amount; else empty. */
  readonly unreadAmount: string;
  readonly reminderDate: string;
  readonly dueDate: string;
  /** The period that is paid for. */
  readonly fromTime: string;
  readonly includeTime: string;
  /** Where the document can be seen. */
  readonly invoiceHotelUrl: string;
}

/** An invoice. Days are `YYYY-MM-DD`; what the API does not say is an empty text. */
export interface Invoice {
  readonly invoiceNumber: string;
  readonly productCode: string;
  readonly companyCode: string;
  readonly productName: string;
  readonly customerNumber: string;
  readonly invoiceOfferCount: string;
  /**
   * What it is about, in the currency's units: `invoiceAmount`, or else `amount`. NaN when the API does not
   * say or nobody can read it, as the other three: what cannot be read is not replaced by another.
   */
  readonly total: number;
  /** What the API wrote where nobody can read the total; else empty. */
  readonly unreadTotal: string;
  readonly invoiceAmount: number;
  readonly amount: number;
  readonly paidAmount: number;
  readonly invoiceDate: string;
  readonly dueDate: string;
  readonly paymentDate: string;
  /** The API's own codes, whose meaning is not public. */
  readonly paymentStatus: string;
  readonly paymentMethod: string;
  readonly invoiceStatus: string;
  /** Where the document can be seen. */
  readonly invoiceHotelUrl: string;
  /**
   * Whether something is owed: `owed`, `paid`, `nothing` of a credit note, or `unclear`, also when the
   * dialect cannot tell.
   */
  readonly standing: Standing;
  /** Whether it is `paid`; undefined when it is `unclear`: it is neither paid nor unpaid then. */
  readonly isPaid: boolean | undefined;
  readonly reminders: readonly Reminder[];
}

/** What is asked for. */
export interface InvoiceFilter {
  readonly unpaid: boolean;
  /** Days, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What is listed: invoices with their reminders, and reminders whose invoice is not in the answer. */
export interface InvoiceList {
  readonly invoices: readonly Invoice[];
  readonly reminders: readonly Reminder[];
}

/** List invoices and reminders for product, below the API's address. */
export function invoiceListPath(
  productCode: string,
  { unpaid, from, to }: Partial<InvoiceFilter> = {},
): string {
  const query = new URLSearchParams({
    ...(unpaid && { unpaid: 'true' }),
    ...(from && { from }),
    ...(to && { to }),
  });
  return invoicesPath(productCode) + (query.size ? `?${query}` : '');
}

/** Reads that list. */
export async function listInvoices(
  api: ConnectApi,
  productCode: string,
  filter: InvoiceFilter,
  options: CallOptions,
): Promise<InvoiceList> {
  const path = invoiceListPath(productCode, filter);
  return decodeInvoiceList(await read(api, path, options), api.dialect);
}

export function decodeInvoiceList(body: unknown, dialect: Partial<Dialect> = {}): InvoiceList {
  const reminders = decodeList(body, 'reminders', 'invoices')
    .filter(isObject)
    .map((fields) => decodeReminder(fields, dialect));
  const invoices = decodeList(body, 'invoices', 'reminders')
    .filter(isObject)
    .map((fields) => decodeInvoice(fields, reminders, dialect));
  const numbers = new Set(invoices.map(({ invoiceNumber }) => invoiceNumber));
  return {
    invoices,
    reminders: reminders.filter(({ invoiceNumber }) => !numbers.has(invoiceNumber)),
  };
}

/** What stands there when it is no amount that can be read; else empty. */
function unread(value: unknown): string {
  return Number.isNaN(toAmount(value)) ? trimmed(value) : '';
}

/** An empty text when it is no day. */
const dayBy =
  ({ day }: Partial<Dialect>) =>
  (value: unknown) => {
    // What is no day is none, whoever says it.
    const said = toDay(day ? day(value) : value);
    if (!said && isGiven(value)) note(`day cannot tell ${shapeOf(value)}`);
    return said;
  };

const reminderFields = (day: (value: unknown) => string) => ({
  invoiceNumber: trimmed,
  reminderNumber: trimmed,
  reminderType: trimmed,
  amount: toAmount,
  reminderDate: day,
  dueDate: day,
  fromTime: day,
  includeTime: day,
  invoiceHotelUrl: trimmed,
});

function decodeReminder(fields: JsonObject, dialect: Partial<Dialect>): Reminder {
  return {
    ...decodeFields(fields, reminderFields(dayBy(dialect))),
    unreadAmount: unread(fields['amount']),
    productCode: trimmed(fields['product']),
  };
}

const invoiceFields = (day: (value: unknown) => string) => ({
  invoiceNumber: trimmed,
  companyCode: trimmed,
  productName: trimmed,
  customerNumber: trimmed,
  invoiceOfferCount: trimmed,
  invoiceAmount: toAmount,
  amount: toAmount,
  paidAmount: toAmount,
  invoiceDate: day,
  dueDate: day,
  paymentDate: day,
  paymentStatus: trimmed,
  paymentMethod: trimmed,
  invoiceStatus: trimmed,
  invoiceHotelUrl: trimmed,
});

function decodeInvoice(
  fields: JsonObject,
  reminders: readonly Reminder[],
  dialect: Partial<Dialect>,
): Invoice {
  const { amountOf = totalOf } = dialect;
  const invoice = decodeFields(fields, invoiceFields(dayBy(dialect)));
  const total = amountOf(fields);
  const standing = standingBy(dialect, fields);
  if (standing === 'unclear') note(`standing cannot tell ${shapeOf(fields)}`);
  return {
    ...invoice,
    productCode: trimmed(fields['product']),
    total: toAmount(total),
    unreadTotal: unread(total),
    standing,
    isPaid: standing === 'unclear' ? undefined : standing === 'paid',
    reminders: reminders.filter(({ invoiceNumber }) => invoiceNumber === invoice.invoiceNumber),
  };
}

/** Whether to offer a payment. One whose amount nobody can read is, as long as nothing says that it was paid. */
export function mayBeOwed({ standing, paidAmount, paymentDate }: Invoice): boolean {
  return standing === 'owed' || (standing === 'unclear' && !(paidAmount > 0) && !paymentDate);
}

/** Whether nothing is owed any more, or never was. */
export function isSettled({ standing }: Invoice): boolean {
  return standing === 'paid' || standing === 'nothing';
}

/**
 * What is left to pay of one that is owed, in the currency's units; undefined when nobody can say, as where
 * another of its amounts than the total asks for more.
 */
export function leftOf({
  total,
  paidAmount,
}: Pick<Invoice, 'total'> & { readonly paidAmount?: number | undefined }): number | undefined {
  const left = toHundredths(total) - toHundredths(paidAmount || 0);
  return left > 0 ? left / 100 : undefined;
}
