import { isObject, text } from '../decode.js';
import { assumedDialect } from './assumed.js';
import type { Dialect } from './dialect.js';
import { outcomes } from './outcome.js';
import { standings } from './standing.js';

const request = { method: '', path: '', body: {} };

/**
 * Lays members over `assumedDialect`. A function that throws, or gives something else than its type says
 * (a promise, a text in place of a truth), counts as one that cannot tell: what is unknown must not switch
 * anything off, nor count as paid.
 *
 * @param given What is left out, or undefined, is as assumed.
 */
export function withDialect(given: Partial<Dialect>): Dialect {
  const known = Object.fromEntries(Object.entries(given).filter(([, member]) => member != null));
  const dialect: Dialect = { ...assumedDialect, ...known };
  const { amountOf, day, outcome, standing } = dialect;
  return {
    ...dialect,
    paymentMethod: guarded(dialect.paymentMethod, { paymentMethod: '', current: true }),
    standing: guarded((invoice) => standings.find((one) => one === standing(invoice)), ''),
    amountOf: guarded((invoice) => text(amountOf(invoice)) || undefined, ''),
    // What is no day is none, whoever says it.
    day: guarded((value) => assumedDialect.day(day(value)), ''),
    agreementReference: guarded(dialect.agreementReference, { field: '', value: '' }),
    isAgreementAbout: guarded(dialect.isAgreementAbout, true),
    addAgreement: guarded(dialect.addAgreement, request),
    removeAgreement: guarded(dialect.removeAgreement, request),
    outcome: guarded((...said) => outcomes.find((one) => one === outcome(...said)), ''),
    errorMessage: guarded(dialect.errorMessage, ''),
    retryAfter: guarded(dialect.retryAfter, 0),
  };
}

/** The member, held to what it gives: that has the form of the sample, or is undefined. */
function guarded<Given extends readonly unknown[], Told>(
  member: (...given: Given) => Told,
  sample: unknown,
): (...given: Given) => Told | undefined {
  return (...given) => {
    try {
      const told = member(...given);
      return isLike(told, sample) ? told : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Whether a value is of the sample's kind, and each of its fields that the sample has. */
function isLike(value: unknown, sample: unknown): boolean {
  if (!isObject(sample)) return typeof value === typeof sample;
  return isObject(value) && Object.entries(sample).every(([name, one]) => isLike(value[name], one));
}
