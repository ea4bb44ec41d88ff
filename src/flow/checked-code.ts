import { checkedText } from '../api/checked-text.js';
import { configError } from '../api/errors.js';

/**
 * What stands in a return address.
 *
 * @throws {ConnectError} `config` naming the attribute unless it is a text of 1 to `longest` characters without
 * `~`, which parts the fields of our parameter there.
 */
export function checkedCode(name: string, value: unknown, longest: number): string {
  const code = checkedText(name, value, longest);
  if (code.includes('~')) throw configError(name, 'a code without ~');
  return code;
}

/**
 * How it is paid. What the browser keeps has its fields parted by white space: one with some in it would not be kept, and so
 * be begun a second time without a question.
 *
 * @throws {ConnectError} `config`.
 */
export function checkedMethod(value: string): string {
  const method = checkedCode('paymentMethod', value, 64);
  if (/\s/.test(method)) throw configError('paymentMethod', 'a code without white space');
  return method;
}

/**
 * An amount as the server would say it: one that is summed up in floating point, or is no number, never is what it wants.
 *
 * @throws {ConnectError} `config` unless it is absent or a number.
 */
export function checkedAmount(value: number | null | undefined): number | undefined {
  if (value == null) return undefined;
  if (Number.isFinite(value)) return Number(value.toFixed(2));
  throw configError('amount', 'a number');
}
