import { decodeList, isObject, text } from '../decode.js';
import { read, type Api, type CallOptions } from '../shared-read.js';

/**
 * Whether the server has registered an invoice as paid (List invoices and reminders for product).
 *
 * ASSUMED: the meaning of `paymentStatus` and `invoiceStatus` is not public, so an invoice counts as
 * paid when its `paidAmount` covers both `invoiceAmount` and `amount`. An invoice that is not in the
 * list is not known to be paid.
 */
export function isPaid(body: unknown, invoiceNumber: string): boolean {
  return decodeList(body, 'invoices').some((invoice) => {
    if (!isObject(invoice) || text(invoice['invoiceNumber']) !== invoiceNumber) return false;
    // `invoiceAmount` is a decimal string, the others are numbers.
    const amount = (name: string) => Number(text(invoice[name]));
    return amount('paidAmount') >= Math.max(amount('invoiceAmount'), amount('amount'), 0.01);
  });
}

/** Reads the product's invoices and says whether this one is paid. */
export async function isInvoicePaid(
  api: Api,
  { productCode, invoiceNumber }: { productCode: string; invoiceNumber: string },
  options: CallOptions,
): Promise<boolean> {
  const path = `/v1/customer/invoice/payment/${encodeURIComponent(productCode)}`;
  return isPaid(await read(api, path, options), invoiceNumber);
}
