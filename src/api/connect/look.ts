import { decodeList, isObject, trimmed } from '../decode.js';
import { ConnectError } from '../errors.js';
import { read, type CallOptions } from '../shared-read.js';
import type { ConnectApi, Dialect } from './dialect.js';
import {
  invoiceAmong,
  methodAmong,
  unclear,
  type Finding,
  type InvoiceReference,
} from './findings.js';
import { decodeInvoiceList } from './invoice-list.js';
import { invoicesPath } from './invoices.js';
import { decodePaymentMethods, productPath } from './payment.js';

/** A way that a product is to be paid. */
export interface MethodReference {
  /** 1 to 12 characters. */
  readonly productCode: string;
  /** The API's own code, such as `recurringVippsPayment`. */
  readonly paymentMethod: string;
}

/**
 * Reads a product's invoices and says how one of them stands. It is `done` when it is listed and covered. One
 * that is not listed is `open` without an amount: it is not known to be paid.
 *
 * @throws {ConnectError} whatever a read throws; a list that is none is `unclear` instead.
 */
export async function lookForInvoice(
  api: ConnectApi,
  invoice: InvoiceReference,
  options: CallOptions,
): Promise<Finding> {
  const body = await read(api, invoicesPath(invoice.productCode), options);
  return understood(() => invoiceIn(body, invoice, api.dialect));
}

/**
 * Reads how a product is paid and says whether it is paid in one way now: `done` when the list's current
 * method is that one, `open` when it is another, and `unclear` when none is the current one, when it is one that
 * nobody knows, which may be that one by another name, or when the list is not understood.
 *
 * @throws {ConnectError} whatever a read throws; a list that is none is `unclear` instead.
 */
export async function lookForMethod(
  api: ConnectApi,
  { productCode, paymentMethod }: MethodReference,
  options: CallOptions,
): Promise<Finding> {
  const body = await read(api, productPath(productCode), options);
  return understood(() => methodAmong(decodePaymentMethods(body, api.dialect), paymentMethod));
}

/** A body that came and is not what the contract says is an answer that says neither. */
function understood(look: () => Finding): Finding {
  try {
    return look();
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'invalid-response') return unclear;
    throw error;
  }
}

function invoiceIn(body: unknown, invoice: InvoiceReference, dialect: Partial<Dialect>): Finding {
  const { invoices } = decodeInvoiceList(body, dialect);
  // An entry that is no invoice may be this one.
  const isWhole = decodeList(body, 'invoices', 'reminders').every(
    (entry) => isObject(entry) && trimmed(entry['invoiceNumber']),
  );
  return invoiceAmong(invoices, invoice) ?? (isWhole ? { is: 'open' } : unclear);
}
