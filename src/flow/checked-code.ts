import { configError } from '../api/errors.js';

/**
 * @throws {ConnectError} `config` naming the attribute unless it has 1 to `longest` characters, and no
 * `~`, which parts the fields of our parameter in a return address.
 */
export function checkedCode(name: string, value: string | undefined, longest: number): string {
  if (value && value.length <= longest && !value.includes('~')) return value;
  throw configError(name, `1 to ${longest} characters`);
}
