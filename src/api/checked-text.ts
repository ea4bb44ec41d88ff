import { configError } from './errors.js';

/** Browsers read these as the way to another address, or cannot write half a character into one. */
const noStep = /^\.\.?$|\p{Cs}/u;

/**
 * What may be a step of an address.
 *
 * @throws {ConnectError} `config` naming it unless it is a text of 1 to `longest` characters.
 */
export function checkedText(name: string, value: unknown, longest: number): string {
  const isText = typeof value === 'string' && value && value.length <= longest;
  if (!isText) throw configError(name, `1 to ${longest} characters`);
  if (noStep.test(value)) throw configError(name, 'what can be a step of an address');
  return value;
}
