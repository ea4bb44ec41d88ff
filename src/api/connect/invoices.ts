import { decodeList, isObject, text, type JsonObject } from '../decode.js';
import { read, type Api, type CallOptions } from '../shared-read.js';

/** List invoices and reminders for product, below the API's address. */
export function invoicesPath(productCode: string): string {
  return `/v1/customer/invoice/payment/${encodeURIComponent(productCode)}`;
}

/**
 * Whether what was paid covers an invoice.
 *
 * ASSUMED: the meaning of `paymentStatus` and `invoiceStatus` is not public, so an invoice counts as
 * paid when its `paidAmount` covers both `invoiceAmount` and `amount`.
 */
export function isCovered({ paidAmount, invoiceAmount, amount }: JsonObject): boolean {
  // Each is a number or a decimal text. One that cannot be read is NaN, which covers nothing.
  const toAmount = (value: unknown) => Number(text(value));
  return toAmount(paidAmount) >= Math.max(toAmount(invoiceAmount), toAmount(amount), 0.01);
}

/** Whether the server has registered an invoice as paid. One that is not listed is not known to be. */
export function isPaid(body: unknown, invoiceNumber: string): boolean {
  return decodeList(body, 'invoices').some(
    (invoice) =>
      isObject(invoice) && text(invoice['invoiceNumber']) === invoiceNumber && isCovered(invoice),
  );
}

/** Reads the product's invoices and says whether this one is paid. */
export async function isInvoicePaid(
  api: Api,
  { productCode, invoiceNumber }: { productCode: string; invoiceNumber: string },
  options: CallOptions,
): Promise<boolean> {
  return isPaid(await read(api, invoicesPath(productCode), options), invoiceNumber);
}
