import { platform } from '../../platform/platform.js';
import { isObject, type JsonObject } from '../decode.js';
import { configError } from '../errors.js';
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
export const isChange = (rel: string) => /^(update|create)/.test(rel);

/** Whether the browser goes to an operation's address, or loads a script from it, instead of asking it. */
export const isVisited = (rel: string) => /^(redirect|view)/.test(rel);

/** Whether a script is loaded from it. */
export const isScript = (rel: string) => rel.startsWith('view');

/**
 * The body of an operation, which together with its `rel` is all that a client knows beforehand.
 * Undefined when it has none.
 *
 * @param given Fields that win over ours.
 * @throws {ConnectError} `config` naming the field, when more is to be charged than what is left.
 */
export function operationBody(
  rel: string,
  { description, remainingCaptureAmount = 0 }: VippsPayment,
  given: JsonObject = {},
): JsonObject | undefined {
  if (!isChange(rel)) return undefined;
  if (rel.endsWith('abort')) {
    return { payment: { operation: 'Abort', abortReason: 'CancelledByConsumer' }, ...given };
  }
  const isCapture = rel.endsWith('capture');
  const transaction = {
    ...(isCapture && { amount: remainingCaptureAmount, vatAmount: 0 }),
    // Unique and at most 30 characters.
    payeeReference: platform.now().toString(36) + platform.random().toString(36).slice(2, 14),
    description,
    ...(isObject(given['transaction']) && given['transaction']),
  };
  const { amount = NaN, vatAmount = NaN } = transaction;
  const isWhole = [amount, vatAmount].every(Number.isSafeInteger);
  const fits =
    0 < amount && amount <= remainingCaptureAmount && 0 <= vatAmount && vatAmount <= amount;
  if (isCapture && !(isWhole && fits)) {
    const expected = `1 to ${remainingCaptureAmount} minor units, vatAmount at most that`;
    throw configError('transaction.amount', expected);
  }
  return { ...given, transaction };
}
