import { toHundredths } from '../../api/connect/amount.js';
import { dayOf } from '../../api/connect/day.js';
import { leftOf, type Invoice } from '../../api/connect/invoice-list.js';
import { byUrgency } from '../../api/connect/urgency.js';

/** An invoice that is to be paid, and how many there are beside it. Plain data. */
export interface InvoiceDue {
  readonly kind: 'invoice';
  /** Whether its day is over. On the day itself it is not late. */
  readonly isLate: boolean;
  readonly invoiceNumber: string;
  readonly productCode: string;
  /** Whose it is; empty when the API does not say, and then it cannot be paid here. */
  readonly companyCode: string;
  /** What is left to pay, in the currency's units; undefined when nobody can say. */
  readonly amount: number | undefined;
  /** ISO 4217 code of all amounts here. */
  readonly currency: string;
  /** `YYYY-MM-DD`; empty when the API does not say. */
  readonly dueDate: string;
  /** Those that are to be paid beside this one. */
  readonly rest: InvoicesDue;
}

/** Several open invoices. */
export interface InvoicesDue {
  readonly count: number;
  /** What is left to pay of them together; undefined when nobody can say of one of them. */
  readonly amount: number | undefined;
}

/**
 * The most urgent of the invoices that are owed: the one that is due first. Of one whose amounts nobody can read
 * nothing is claimed, since nobody has asked.
 *
 * @param productCode Of what is listed, where an invoice does not say it itself.
 * @param currency ISO 4217 code.
 * @param now Epoch milliseconds.
 * @returns undefined when none is owed.
 */
export function invoiceDue(
  invoices: readonly Invoice[],
  productCode: string,
  currency: string,
  now: number,
): InvoiceDue | undefined {
  const owed = invoices.filter(({ standing }) => standing === 'owed');
  const [first, ...others] = owed.sort(byUrgency);
  if (!first) return undefined;
  const { invoiceNumber, companyCode, dueDate } = first;
  return {
    ...{ kind: 'invoice', invoiceNumber, companyCode, currency, dueDate },
    productCode: first.productCode || productCode,
    amount: leftOf(first),
    isLate: dueDate !== '' && dueDate < dayOf(now),
    rest: { count: others.length, amount: sumOf(others) },
  };
}

function sumOf(invoices: readonly Invoice[]): number | undefined {
  const add = (sum: number, one: Invoice) => sum + toHundredths(leftOf(one) ?? NaN);
  const hundredths = invoices.reduce(add, 0);
  return Number.isNaN(hundredths) ? undefined : hundredths / 100;
}
