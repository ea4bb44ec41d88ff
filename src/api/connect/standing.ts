import type { JsonObject } from '../decode.js';
import { isGiven, toAmount, toHundredths } from './amount.js';

/**
 * How an invoice stands.
 *
 * - `owed`: more is asked for than was paid.
 * - `paid`: what was paid covers what is asked for.
 * - `nothing`: a credit note, or an invoice of nought.
 * - `unclear`: an amount cannot be read, or none is there; nobody can say.
 */
export type Standing = 'owed' | 'paid' | 'nothing' | 'unclear';

/** All there are. */
export const standings: readonly Standing[] = ['owed', 'paid', 'nothing', 'unclear'];

/**
 * What an invoice is about, as it came.
 *
 * ASSUMED: see `amountOf` of the dialect.
 */
export function totalOf({ invoiceAmount, amount }: JsonObject): unknown {
  return isGiven(invoiceAmount) ? invoiceAmount : amount;
}

/** ASSUMED: see `standing` of the dialect. */
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

/** How an invoice stands by a dialect; unclear when that says nothing, or no such word. */
export function standingBy(
  { standing = standingOf }: { standing?: (invoice: JsonObject) => unknown },
  fields: JsonObject,
): Standing {
  const said = standing(fields);
  return standings.find((one) => one === said) ?? 'unclear';
}
