import { isObject, text } from '../decode.js';
import { configError } from '../errors.js';
import type { Dialect } from './dialect.js';
import { guardedDialect } from './guarded-dialect.js';

/** The members that are functions. */
type Asked = {
  [Name in keyof Dialect]: Dialect[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof Dialect];

type Kind = readonly [string, (member: unknown) => boolean];
const asked: Kind = ['a function', (member) => typeof member === 'function'];
const name: Kind = ['a name', (member) => Boolean(text(member))];

const kinds: Readonly<Record<Asked, typeof asked> & Record<Exclude<keyof Dialect, Asked>, Kind>> = {
  paymentMethod: asked,
  standing: asked,
  amountOf: asked,
  day: asked,
  currencies: ['an object', isObject],
  agreementReference: asked,
  isAgreementAbout: asked,
  addAgreement: asked,
  removeAgreement: asked,
  resultParameters: ['a list of names', (member) => Array.isArray(member) && member.every(name[1])],
  outcome: asked,
  outcomeIn: asked,
  changeMethodPath: ['a path that begins with a slash', (member) => text(member).startsWith('/')],
  ticketParameter: name,
  errorMessage: asked,
  retryAfter: asked,
};

/**
 * Members of a site's own, guarded, once it is sure that there are such members.
 *
 * @throws {ConnectError} `config` naming a member that there is not, or that is of another type.
 */
export function heldDialect(given: Partial<Dialect>): Partial<Dialect> {
  const guarded = guardedDialect(given);
  for (const [member, value] of Object.entries(guarded)) {
    const [expected, isSo] = kindOf(member) ?? [`one of ${Object.keys(kinds).join(', ')}`];
    if (!isSo?.(value)) throw configError(`dialect.${member}`, expected);
  }
  return guarded;
}

function kindOf(member: string): Kind | undefined {
  return new Map<string, Kind>(Object.entries(kinds)).get(member);
}
