import type { Outcome } from '../host/events.js';
import type { Values } from '../i18n/keys.js';
import type { Subject } from '../flow/transaction.js';

/**
 * What is looked into: an outcome, a transaction that left and is not back, one that another tab is
 * about to make, a POST of unknown fate.
 */
export type Case = Outcome | 'open' | 'elsewhere' | 'in-doubt';

/** The moment in the texts of a flow while the server is asked. */
export const momentOf = {
  finished: 'outcome.finished',
  cancelled: 'outcome.cancelled',
  failed: 'outcome.failed',
  unknown: 'outcome.unknown',
  initiated: 'outcome.initiated',
  error: 'outcome.error',
  open: 'open',
  elsewhere: 'elsewhere',
  'in-doubt': 'in-doubt',
} as const satisfies Record<Case, string>;

/** The moment once the server has been asked to the end and does not confirm it. */
export const unconfirmedOf = {
  finished: 'unconfirmed.finished',
  cancelled: 'unconfirmed.cancelled',
  failed: 'unconfirmed.failed',
  unknown: 'unconfirmed.unknown',
  initiated: 'unconfirmed.initiated',
  error: 'unconfirmed.error',
  open: 'open',
  elsewhere: 'elsewhere',
  'in-doubt': 'not-registered',
} as const satisfies Record<Case, string>;

/** Title and body of a moment. */
export function said<Moment extends string>(moment: Moment) {
  return { title: `${moment}.title`, body: `${moment}.body` } as const;
}

/** What the sentences of a flow may name. */
export function valuesOf({ invoiceNumber }: Subject): Values {
  return { number: invoiceNumber };
}
