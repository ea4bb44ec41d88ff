import { isObject, type JsonObject } from '../api/decode.js';
import type { VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import { platform } from '../platform/platform.js';

/**
 * What only the shop's own staff does to a Vipps payment. It is loaded when it is used, apart from the
 * elements, and so has no errors of its own.
 */

/**
 * A field for an amount in minor units. The browser keeps the limits; what may be nothing begins as
 * nothing, anything else as the most.
 *
 * @param digits Decimals of the currency.
 */
export function amountField(
  name: string,
  label: string,
  least: number,
  most: number,
  digits: number,
): HTMLElement {
  const decimal = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  const field = Object.assign(document.createElement('input'), {
    name,
    type: 'number',
    required: true,
    min: decimal(least),
    max: decimal(most),
    step: decimal(1),
    value: decimal(least && most),
  });
  field.setAttribute('part', 'control');
  const labelled = document.createElement('label');
  labelled.setAttribute('part', 'item');
  labelled.append(label, field);
  return labelled;
}

/** A decimal number as a whole number of minor units, digit by digit; NaN when it is none. */
export function minorUnits(amount: string, decimals: number): number {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d*))?$/.exec(amount) ?? [];
  return whole && fraction.length <= decimals
    ? Number(whole + fraction.padEnd(decimals, '0'))
    : NaN;
}

/** What was typed into the fields inside, in minor units, by the names of the fields. */
export function typedAmounts(fields: readonly HTMLElement[], digits: number): JsonObject {
  const inputs = fields.flatMap((field) => [...field.querySelectorAll('input')]);
  return Object.fromEntries(inputs.map(({ name, value }) => [name, minorUnits(value, digits)]));
}

/** New each time: twelve digits are what the vendor takes whoever settles, Swedbank Pay or the merchant. */
function payeeReference(): string {
  return String(Math.floor(platform.random() * 1e12)).padStart(12, '0');
}

/**
 * The body of an operation that charges or releases, which together with its `rel` is all that a client
 * knows beforehand.
 *
 * @param given Fields that win over ours.
 * @param failure Gives what is thrown, by the field and what was expected, when more is to be charged than
 *   what is left.
 */
export function transactionBody(
  rel: string,
  { description, remainingCaptureAmount = 0 }: VippsPayment,
  given: JsonObject = {},
  failure: (field: string, expected: string) => Error,
): JsonObject {
  const isCapture = rel.endsWith('capture');
  const transaction = {
    ...(isCapture && { amount: remainingCaptureAmount, vatAmount: 0 }),
    payeeReference: payeeReference(),
    description,
    ...(isObject(given['transaction']) && given['transaction']),
  };
  const { amount = NaN, vatAmount = NaN } = transaction;
  const isWhole = [amount, vatAmount].every(Number.isSafeInteger);
  const fits =
    0 < amount && amount <= remainingCaptureAmount && 0 <= vatAmount && vatAmount <= amount;
  if (isCapture && !(isWhole && fits)) {
    const expected = `1 to ${remainingCaptureAmount} minor units, vatAmount at most that`;
    throw failure('transaction.amount', expected);
  }
  return { ...given, transaction };
}
