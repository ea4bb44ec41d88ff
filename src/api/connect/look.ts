import { decodeList, isObject, text } from '../decode.js';
import { ConnectError } from '../errors.js';
import { read, type CallOptions } from '../shared-read.js';
import type { ConnectApi, Dialect } from './dialect.js';
import { decodeInvoiceList, leftOf, type Invoice } from './invoice-list.js';
import { invoicesPath } from './invoices.js';
import { decodePaymentMethods, productPath } from './payment.js';
import { productMethods } from './product-methods.js';

/**
 * What the server was found to say of what somebody wants done.
 *
 * - `open`: not done; with the amount that it wants, in the currency's own units, when it says one.
 * - `done`: what is asked for is a fact.
 * - `as-before`: a fact now, as it was before it was asked for: whether it was done once more does not show.
 * - `unclear`: an answer that says neither.
 */
export type Finding =
  | { readonly is: 'open'; readonly amount?: number | undefined }
  | { readonly is: 'done' | 'as-before' | 'unclear' };

/** An invoice, by what it is known by. */
export interface InvoiceReference {
  /** 1 to 12 characters. */
  readonly productCode: string;
  /** 1 to 10 characters. */
  readonly invoiceNumber: string;
  /** 1 to 12 characters; two companies may use one number. */
  readonly companyCode?: string | undefined;
}

/** A way that a product is to be paid. */
export interface MethodReference {
  /** 1 to 12 characters. */
  readonly productCode: string;
  /** The API's own code, such as `recurringVippsPayment`. */
  readonly paymentMethod: string;
}

const unclear: Finding = { is: 'unclear' };

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
  return understood(() => {
    const current = decodePaymentMethods(body, api.dialect).filter((one) => one.current);
    if (current.some((one) => one.paymentMethod === paymentMethod)) return { is: 'done' };
    const isKnown = current.every((one) => productMethods.includes(one.paymentMethod));
    return current.length && isKnown ? { is: 'open' } : unclear;
  });
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

function invoiceIn(
  body: unknown,
  { invoiceNumber, companyCode }: InvoiceReference,
  dialect: Partial<Dialect>,
): Finding {
  const { invoices } = decodeInvoiceList(body, dialect);
  // An entry that is no invoice may be this one.
  const isWhole = decodeList(body, 'invoices', 'reminders').every(
    (entry) => isObject(entry) && text(entry['invoiceNumber']),
  );
  const listed = invoices.filter(
    (one) =>
      one.invoiceNumber === invoiceNumber &&
      (!companyCode || !one.companyCode || one.companyCode === companyCode),
  );
  if (!listed.length) return isWhole ? { is: 'open' } : unclear;
  const findings = listed.map(findingOf);
  const [first = unclear] = findings;
  if (findings.length === 1) return first;
  // Of two by one number nobody can say which is meant, unless both stand alike.
  if (findings.some((one) => one.is !== first.is)) return unclear;
  return first.is === 'open' ? { is: 'open' } : first;
}

function findingOf(invoice: Invoice): Finding {
  switch (invoice.standing) {
    case 'paid':
      return { is: 'done' };
    case 'unclear':
      return unclear;
    case 'nothing':
      return { is: 'open', amount: 0 };
    case 'owed': {
      const amount = leftOf(invoice);
      return amount === undefined ? { is: 'open' } : { is: 'open', amount };
    }
  }
}
