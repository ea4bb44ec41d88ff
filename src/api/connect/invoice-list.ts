import { decodeFields, decodeList, isObject, text, type JsonObject } from '../decode.js';
import { read, type Api, type CallOptions } from '../shared-read.js';
import { toAmount } from './amount.js';
import { toDay } from './day.js';
import { invoicesPath, standingOf, totalOf, type Standing } from './invoices.js';

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
  /** Whether something is owed: `owed`, `paid`, `nothing` of a credit note, or `unclear`. */
  readonly standing: Standing;
  /** Whether what was paid covers the invoice; nothing else is known of one that is `unclear`. */
  readonly isPaid: boolean;
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

/** List invoices and reminders for product. */
export async function listInvoices(
  api: Api,
  productCode: string,
  { unpaid, from, to }: InvoiceFilter,
  options: CallOptions,
): Promise<InvoiceList> {
  const query = new URLSearchParams({
    ...(unpaid && { unpaid: 'true' }),
    ...(from && { from }),
    ...(to && { to }),
  });
  const path = invoicesPath(productCode) + (query.size ? `?${query}` : '');
  return decodeInvoiceList(await read(api, path, options));
}

export function decodeInvoiceList(body: unknown): InvoiceList {
  const reminders = decodeList(body, 'reminders').filter(isObject).map(decodeReminder);
  const invoices = decodeList(body, 'invoices')
    .filter(isObject)
    .map((fields) => decodeInvoice(fields, reminders));
  const numbers = new Set(invoices.map(({ invoiceNumber }) => invoiceNumber));
  return {
    invoices,
    reminders: reminders.filter(({ invoiceNumber }) => !numbers.has(invoiceNumber)),
  };
}

/** What stands there when it is no amount that can be read; else empty. */
function unread(value: unknown): string {
  return Number.isNaN(toAmount(value)) ? text(value).trim() : '';
}

const reminderFields = {
  invoiceNumber: text,
  reminderNumber: text,
  reminderType: text,
  amount: toAmount,
  reminderDate: toDay,
  dueDate: toDay,
  fromTime: toDay,
  includeTime: toDay,
  invoiceHotelUrl: text,
};

function decodeReminder(fields: JsonObject): Reminder {
  return {
    ...decodeFields(fields, reminderFields),
    unreadAmount: unread(fields['amount']),
    productCode: text(fields['product']),
  };
}

const invoiceFields = {
  invoiceNumber: text,
  companyCode: text,
  productName: text,
  customerNumber: text,
  invoiceOfferCount: text,
  invoiceAmount: toAmount,
  amount: toAmount,
  paidAmount: toAmount,
  invoiceDate: toDay,
  dueDate: toDay,
  paymentDate: toDay,
  paymentStatus: text,
  paymentMethod: text,
  invoiceStatus: text,
  invoiceHotelUrl: text,
};

function decodeInvoice(fields: JsonObject, reminders: readonly Reminder[]): Invoice {
  const invoice = decodeFields(fields, invoiceFields);
  const total = totalOf(fields);
  const standing = standingOf(fields);
  return {
    ...invoice,
    productCode: text(fields['product']),
    total: toAmount(total),
    unreadTotal: unread(total),
    standing,
    isPaid: standing === 'paid',
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
