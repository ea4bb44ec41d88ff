import { decodeList, invalidResponse, isObject, text, type JsonObject } from '../decode.js';
import { read, type CallOptions } from '../shared-read.js';
import { assumedDialect, type ConnectApi, type Dialect } from './dialect.js';

/** List invoices and reminders for product, below the API's address. */
export function invoicesPath(productCode: string): string {
  return `/v1/customer/invoice/payment/${encodeURIComponent(productCode)}`;
}

/** Whether the server has registered an invoice as paid. One that is not listed is not known to be. */
export function isPaid(body: unknown, invoiceNumber: string, dialect = assumedDialect): boolean {
  return decodeList(body, 'invoices').some(
    (invoice) =>
      isObject(invoice) &&
      text(invoice['invoiceNumber']) === invoiceNumber &&
      tellsPaid(invoice, dialect),
  );
}

/** An invoice of which it cannot be told is neither: "not paid" would invite to pay twice. */
function tellsPaid(invoice: JsonObject, dialect: Dialect): boolean {
  const told = dialect.isPaid(invoice);
  if (told === undefined) throw invalidResponse('invoices');
  return told;
}

/** Reads the product's invoices and says whether this one is paid. */
export async function isInvoicePaid(
  api: ConnectApi,
  { productCode, invoiceNumber }: { productCode: string; invoiceNumber: string },
  options: CallOptions,
): Promise<boolean> {
  const body = await read(api, invoicesPath(productCode), options);
  return isPaid(body, invoiceNumber, api.dialect);
}
