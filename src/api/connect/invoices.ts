import { decodeList, isObject, text, type JsonObject } from '../decode.js';
import { read, type Api, type CallOptions } from '../shared-read.js';
import { isGiven, toAmount, toHundredths } from './amount.js';

/** List invoices and reminders for product, below the API's address. */
export function invoicesPath(productCode: string): string {
  return `/v1/customer/invoice/payment/${encodeURIComponent(productCode)}`;
}

/**
 * How an invoice stands.
 *
 * - `owed`: more is asked for than was paid.
 * - `paid`: what was paid covers what is asked for.
 * - `nothing`: a credit note, or an invoice of nought.
 * - `unclear`: an amount cannot be read, or none is there; nobody can say.
 */
export type Standing = 'owed' | 'paid' | 'nothing' | 'unclear';

/** What an invoice is about: its `invoiceAmount`, or else its `amount`. ASSUMED: the reference does not say. */
export function totalOf({ invoiceAmount, amount }: JsonObject): unknown {
  return isGiven(invoiceAmount) ? invoiceAmount : amount;
}

/**
 * ASSUMED: the meaning of `paymentStatus` and `invoiceStatus` is not public, so an invoice counts as
 * paid when its `paidAmount` covers both `invoiceAmount` and `amount`, to the hundredth.
 */
export function standingOf(fields: JsonObject): Standing {
  const { paidAmount, invoiceAmount, amount } = fields;
  const isUnread = (value: unknown) => isGiven(value) && Number.isNaN(toAmount(value));
  if ([paidAmount, invoiceAmount, amount].some(isUnread)) return 'unclear';
  const inHundredths = (value: unknown) => toHundredths(isGiven(value) ? toAmount(value) : 0);
  const paid = inHundredths(paidAmount);
  const asked = Math.max(inHundredths(invoiceAmount), inHundredths(amount));
  if (!isGiven(totalOf(fields))) return paid > 0 ? 'paid' : 'unclear';
  if (inHundredths(totalOf(fields)) <= 0) return 'nothing';
  return paid >= asked ? 'paid' : 'owed';
}

/** Whether the server has registered an invoice as paid. One that is not listed is not known to be. */
export function isPaid(body: unknown, invoiceNumber: string): boolean {
  return decodeList(body, 'invoices').some(
    (invoice) =>
      isObject(invoice) &&
      text(invoice['invoiceNumber']) === invoiceNumber &&
      standingOf(invoice) === 'paid',
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
