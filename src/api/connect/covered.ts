import { text, type JsonObject } from '../decode.js';

/**
 * Whether what was paid covers an invoice.
 *
 * ASSUMED: see `isPaid` of the dialect.
 */
export function isCovered({ paidAmount, invoiceAmount, amount }: JsonObject): boolean {
  // Each is a number or a decimal text. One that cannot be read is NaN, which covers nothing.
  const toAmount = (value: unknown) => Number(text(value));
  return toAmount(paidAmount) >= Math.max(toAmount(invoiceAmount), toAmount(amount), 0.01);
}
