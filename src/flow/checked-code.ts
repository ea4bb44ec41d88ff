import { configError } from '../api/errors.js';

/**
 * @throws {ConnectError} `config` naming the attribute unless it has 1 to `longest` characters, and no
 * `~`, which parts the fields of our parameter in a return address.
 */
export function checkedCode(name: string, value: string | undefined, longest: number): string {
  if (value && value.length <= longest && !value.includes('~')) return value;
  throw configError(name, `1 to ${longest} characters`);
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
