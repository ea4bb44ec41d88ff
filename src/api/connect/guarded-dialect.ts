import { note } from '../note.js';
import type { Dialect } from './dialect.js';

/**
 * Members of a site's own, of which a function that throws counts as one that cannot tell: what is unknown must not
 * switch anything off. What a function gives is looked at where it is used.
 *
 * @param given What is left out, or undefined, stays out.
 */
export function guardedDialect(given: Partial<Dialect>): Partial<Dialect> {
  const members = Object.entries<unknown>({ ...given }).filter(([, member]) => member != null);
  const all: Partial<Dialect> = {};
  return Object.assign(
    all,
    Object.fromEntries(
      members.map(([name, member]) => [name, isFunction(member) ? guarded(name, member) : member]),
    ),
  );
}

type Ask = (...given: unknown[]) => unknown;

function guarded(name: string, ask: Ask): Ask {
  return (...given) => {
    try {
      return ask(...given);
    } catch {
      note(`${name} threw`);
      return undefined;
    }
  };
}

function isFunction(member: unknown): member is Ask {
  return typeof member === 'function';
}
