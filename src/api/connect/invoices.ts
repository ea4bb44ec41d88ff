import { decodeList, invalidResponse, isObject, trimmed } from '../decode.js';
import { read, type CallOptions } from '../shared-read.js';
import type { ConnectApi, Dialect } from './dialect.js';
import { standingBy } from './standing.js';

/** List invoices and reminders for product, below the API's address. */
export function invoicesPath(productCode: string): string {
  return `/v1/customer/invoice/payment/${encodeURIComponent(productCode)}`;
}

/**
 * Whether the server has registered an invoice as paid. One that is not listed is not known to be.
 *
 * @throws {ConnectError} `invalid-response` when it is listed and it cannot be told: "not paid" would invite
 * to pay twice.
 */
export function isPaid(
  body: unknown,
  invoiceNumber: string,
  dialect: Partial<Dialect> = {},
): boolean {
  const standings = decodeList(body, 'invoices', 'reminders')
    .filter(isObject)
    .filter((invoice) => trimmed(invoice['invoiceNumber']) === invoiceNumber.trim())
    .map((invoice) => standingBy(dialect, invoice));
  if (standings.includes('paid')) return true;
  if (standings.includes('unclear')) throw invalidResponse('invoices');
  return false;
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
