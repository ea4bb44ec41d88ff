import { listAgreements, providerOf } from '../../api/connect/agreements.js';
import type { ConnectApi } from '../../api/connect/dialect.js';
import { listInvoices } from '../../api/connect/invoice-list.js';
import { listPaymentMethods } from '../../api/connect/payment.js';
import type { CallOptions } from '../../api/shared-read.js';
import { invoiceDue, type InvoiceDue } from './invoice-due.js';
import { methodDue, type MethodDue } from './method-due.js';

/** What is to be done so that a product stays paid: an open invoice before a way to pay that stops. */
export type Due = InvoiceDue | MethodDue;

/** Of what to look for something that is due. */
export interface DueQuestion {
  /** 1 to 12 characters. */
  readonly productCode: string;
  /** ISO 4217 code of the amounts, since the API names none. */
  readonly currency: string;
  /** Whether to look at the way to pay too, where no invoice is open: one read more, or two. */
  readonly isMethodWatched: boolean;
}

/**
 * Reads the open invoices of a product; where none is, and the way to pay is watched, the product's payment
 * methods, and then the agreements of the one that is in use, where it has any.
 *
 * @returns undefined when nothing is due, as far as anybody can tell.
 * @throws {ConnectError} whatever a read throws.
 */
export async function readDue(
  api: ConnectApi,
  { productCode, currency, isMethodWatched }: DueQuestion,
  options: CallOptions,
): Promise<Due | undefined> {
  const { invoices } = await listInvoices(api, productCode, { unpaid: true }, options);
  const invoice = invoiceDue(invoices, productCode, currency, api.world.now());
  return invoice ?? (isMethodWatched ? readMethodDue(api, productCode, options) : undefined);
}

async function readMethodDue(
  api: ConnectApi,
  productCode: string,
  options: CallOptions,
): Promise<MethodDue | undefined> {
  const methods = await listPaymentMethods(api, productCode, options);
  const [current, another] = methods.filter((one) => one.current);
  const provider = current && providerOf(current.paymentMethod);
  // Of two that are in use nobody can say which pays next.
  if (!provider || another) return undefined;
  const agreements = await listAgreements(api, provider, options);
  return methodDue(current.paymentMethod, agreements, productCode, api.world.now(), api.dialect);
}
