import { assumedDialect } from './assumed.js';
import type { Dialect } from './dialect.js';
import { heldDialect } from './held-dialect.js';

/**
 * Lays members over `assumedDialect`.
 *
 * @param given What is left out, or undefined, is as assumed. A function that throws, or gives something else
 * than its type says, counts as one that cannot tell.
 * @throws {ConnectError} `config` naming a member that there is not, or that is of another type.
 */
export function withDialect(given: Partial<Dialect>): Dialect {
  return { ...assumedDialect, ...heldDialect(given) };
}
