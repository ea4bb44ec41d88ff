import { leftOf, type Invoice } from './invoice-list.js';
import type { PaymentMethod } from './payment-method-item.js';
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

/** As much of a listed invoice as says how it stands. */
export interface ListedInvoice extends Pick<Invoice, 'invoiceNumber' | 'standing' | 'total'> {
  readonly companyCode?: string | undefined;
  readonly paidAmount?: number | undefined;
}

/** The same of a listed way to pay. */
export type ListedMethod = Pick<PaymentMethod, 'paymentMethod' | 'current'>;

export const unclear: Finding = { is: 'unclear' };

/** Whether a product is paid in one way, by the ways that are listed. */
export function methodAmong(methods: readonly ListedMethod[], paymentMethod: string): Finding {
  const current = methods.filter((one) => one.current);
  if (current.some((one) => one.paymentMethod === paymentMethod)) return { is: 'done' };
  // One that nobody knows may be this one by another name.
  const isKnown = current.every((one) => productMethods.includes(one.paymentMethod));
  return current.length && isKnown ? { is: 'open' } : unclear;
}

/**
 * How an invoice stands by those that are listed; undefined when it is none of them. White space that fills up a field is
 * no part of it, whoever names it.
 */
export function invoiceAmong(
  invoices: readonly ListedInvoice[],
  { invoiceNumber, companyCode }: Omit<InvoiceReference, 'productCode'>,
): Finding | undefined {
  const [first, ...more] = invoices
    .filter(
      (one) =>
        one.invoiceNumber === invoiceNumber.trim() &&
        (!companyCode || !one.companyCode || one.companyCode === companyCode.trim()),
    )
    .map(findingOf);
  if (!first || !more.length) return first;
  // Of two by one number nobody can say which is meant, unless both stand alike.
  if (more.some((one) => one.is !== first.is)) return unclear;
  return { is: first.is };
}

function findingOf(invoice: ListedInvoice): Finding {
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
