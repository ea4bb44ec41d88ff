import { platform } from '../../platform/platform.js';
import { isObject, type JsonObject } from '../decode.js';
import { configError, type ConnectError } from '../errors.js';
import type { VippsPayment } from './vipps-payment.js';

/** The operations that the element knows, by what the vendor calls their `rel`. */
export type VippsRel =
  | 'redirect-authorization'
  | 'view-authorization'
  | 'view-payment'
  | 'update-payment-abort'
  | 'create-capture'
  | 'create-cancellation'
  | 'paid-payment'
  | 'failed-payment';

/** Whether an operation changes the payment; all others only look. */
export const isChange = (rel: string) => /^(update|create)-/.test(rel);

/** Whether the browser goes to an operation's address, or loads a script from it, instead of asking it. */
export const isVisited = (rel: string) => /^(redirect|view)-/.test(rel);

/**
 * The body of an operation, which together with its `rel` is all that a client knows beforehand.
 * Undefined when it has none.
 *
 * @param given Fields that win over ours.
 */
export function operationBody(
  rel: string,
  { description, remainingCaptureAmount }: VippsPayment,
  given: JsonObject = {},
): JsonObject | undefined {
  if (!isChange(rel)) return undefined;
  if (rel.endsWith('abort')) {
    return { payment: { operation: 'Abort', abortReason: 'CancelledByConsumer' }, ...given };
  }
  const amounts = rel.endsWith('capture') && { amount: remainingCaptureAmount, vatAmount: 0 };
  // Unique and at most 30 characters.
  const payeeReference = platform.now().toString(36) + platform.random().toString(36).slice(2, 14);
  const own = isObject(given['transaction']) ? given['transaction'] : {};
  return { ...given, transaction: { ...amounts, payeeReference, description, ...own } };
}

/** A `config` error that names the field, when more is to be charged than what is left. */
export function amountsError(
  body: JsonObject | undefined,
  { remainingCaptureAmount = 0 }: VippsPayment,
): ConnectError | undefined {
  const transaction = body?.['transaction'];
  if (!isObject(transaction) || !('amount' in transaction)) return undefined;
  const { amount, vatAmount } = transaction;
  const check = (name: string, value: unknown, least: number, most: number) =>
    Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : configError(`transaction.${name}`, `${least} to ${most} minor units`);
  return (
    check('amount', amount, 1, remainingCaptureAmount) ??
    check('vatAmount', vatAmount, 0, Number(amount))
  );
}
