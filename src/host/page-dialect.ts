import type { Dialect } from '../api/connect/dialect.js';
import { heldDialect } from '../api/connect/held-dialect.js';

const given = new Map<string, unknown>();
let members: Partial<Dialect> = {};
let edition = 0;

/** What the page's script knows better of the API than is assumed. */
export function pageDialect(): Partial<Dialect> {
  return members;
}

/** Another number after each change: what was read in another dialect is read again. */
export function dialectEdition(): number {
  return edition;
}

/**
 * Lays members over those that were given before. The same ones again change nothing.
 *
 * @throws {ConnectError} `config` naming a member that there is not, or that is of another type.
 */
export function changeDialect(more: Partial<Dialect>): void {
  members = { ...members, ...heldDialect(more) };
  for (const [name, member] of Object.entries(more)) {
    if (given.get(name) !== member) edition += 1;
    given.set(name, member);
  }
}
