import { configError } from './errors.js';

/** @throws {ConnectError} `config` naming it unless it is a text of 1 to `longest` characters. */
export function checkedText(name: string, value: unknown, longest: number): string {
  if (typeof value === 'string' && value && value.length <= longest) return value;
  throw configError(name, `1 to ${longest} characters`);
}
