import { configError } from './errors.js';

/** Whether it can be one step of an address: dots alone lead elsewhere, and half a character cannot be written there. */
export function isStep(text: string): boolean {
  return !['.', '..'].includes(text) && !/\p{Cs}/u.test(text);
}

/**
 * @throws {ConnectError} `config` naming it unless it is a text of 1 to `longest` characters that can be a step of an
 * address.
 */
export function checkedText(name: string, value: unknown, longest: number): string {
  const isText = typeof value === 'string' && value && value.length <= longest;
  if (!isText) throw configError(name, `1 to ${longest} characters`);
  if (!isStep(value)) throw configError(name, 'what can be a step of an address');
  return value;
}
