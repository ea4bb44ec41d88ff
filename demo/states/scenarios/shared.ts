import {
  answered,
  declined,
  limited,
  refused,
  withAction,
  type Answer,
  type Begun,
  type Step,
  type Told,
} from '../scenario.js';
import { transactionId } from '../data.js';

const outcomes = ['finished', 'cancelled', 'failed', 'unknown', 'initiated', 'error'] as const;
const isOver = (outcome: string) => outcome === 'cancelled' || outcome === 'failed';
/** The countdown, and no number of an invoice. */
const countdown = 'again in \\d';

/** What every element that reads shows before there is something, and instead of it. */
export const reading: readonly Told[] = [
  { state: 'loading', label: 'Loading', reads: 'held', at: 'loading' },
  {
    ...{ state: 'loading-again-soon', label: 'Loading: the server has asked to wait' },
    ...{ reads: limited(45), waits: true, at: 'loading', shows: '[role=timer]', says: countdown },
  },
  {
    ...{ state: 'failed-unauthorized', label: 'Failed: logged out' },
    ...{ reads: refused(401), at: 'failed' },
  },
  {
    ...{ state: 'failed-refused', label: 'Failed: the server refuses it' },
    ...{ reads: refused(403), at: 'failed' },
  },
  {
    ...{ state: 'failed-no-answer', label: 'Failed: no answer' },
    ...{ reads: refused(500), at: 'failed' },
  },
];

/** What an element about a payment reads: when it is registered, and when it is not. */
export interface Reads {
  readonly registered: Answer;
  readonly not: Answer;
}

export const arrivalOf = (outcome: string, claim: string) =>
  outcome === 'error'
    ? `connect=${claim.replace('~return~', '~error~')}`
    : `connect=${claim}&status=${outcome}`;

/**
 * Back with each outcome, whether the server confirms it or not.
 *
 * @param claim What our parameter says.
 * @param view The element's state when there is nothing more to say of the outcome.
 */
export function arrivals(
  claim: string,
  { registered, not }: Reads,
  view: 'ready' | 'empty' = 'ready',
): readonly Told[] {
  const back = (outcome: string) => ({ arrival: arrivalOf(outcome, claim) });
  return [
    ...outcomes.map((outcome): Told => {
      const [at, shows] = isOver(outcome)
        ? [view, `.${outcome}`]
        : ['settled' as const, withAction];
      const label = `Back, ${outcome}, and not registered`;
      return { state: outcome, label, ...back(outcome), reads: not, at, shows };
    }),
    {
      ...{ state: 'finished-registered', label: 'Back, finished, and registered' },
      ...{ ...back('finished'), reads: registered, at: 'settled', shows: '.registered' },
    },
    {
      ...{ state: 'finished-checking', label: 'Back, finished, and the server is asked' },
      ...{ ...back('finished'), reads: 'held', at: 'settled', shows: '.finished' },
    },
    {
      ...{ state: 'finished-waiting', label: 'Back, finished, and the server is asked again soon' },
      ...{ ...back('finished'), reads: not, waits: true },
      ...{ at: 'settled', shows: '.finished', says: countdown },
    },
    {
      ...{ state: 'finished-no-answer', label: 'Back, finished, and the server does not answer' },
      ...{ ...back('finished'), reads: refused(500), at: 'settled', shows: withAction },
    },
    {
      ...{ state: 'finished-unauthorized', label: 'Back, finished, and logged out' },
      ...{ ...back('finished'), reads: refused(401), at: 'settled', shows: withAction },
    },
  ];
}

/** Something that the element finds begun before, or in another tab. */
export function begun(
  key: string,
  paymentMethod: string,
  not: Answer,
  known = '-',
): readonly Told[] {
  const one: Begun = { key: `connect-elements ${key}`, transactionId, paymentMethod, known };
  const shown = { reads: not, at: 'settled', shows: withAction } as const;
  return [
    { state: 'open', label: 'Begun before, and not finished', begun: one, ...shown },
    {
      ...{ state: 'elsewhere', label: 'Begun in another tab, which is at it now' },
      ...{ begun: { ...one, transactionId: 0, isLocked: true }, waits: true, ...shown },
    },
  ];
}

/**
 * On the way to the login server.
 *
 * @param steps What has to be pressed.
 * @param id What the API calls a transaction.
 */
export function leaving(
  steps: readonly Step[],
  id: 'transactionId' | 'paymentChangeId',
  { registered, not }: Reads,
): readonly Told[] {
  const told = { steps, reads: not };
  return [
    { state: 'submitting', label: 'Submitting', ...told, writes: 'held', at: 'submitting' },
    {
      ...{ state: 'redirecting', label: 'Redirecting', waits: true },
      ...{ ...told, writes: answered({ [id]: transactionId }), at: 'redirecting' },
    },
    ...refusals.map(([state, what, writes]): Told => ({
      ...{ state: `submitted-${state}`, label: `Submitted: ${what}` },
      ...{ ...told, writes, at: 'ready', shows: '.error' },
    })),
    ...inDoubt({ ...told, writes: refused(500) }, registered),
  ];
}

const refusals = [
  ['declined', 'it is declined', declined],
  ['refused', 'the server refuses it', refused(400)],
  ['unauthorized', 'logged out', refused(401)],
  ['limited', 'too many requests', limited(45)],
] as const;

function inDoubt(told: Partial<Told>, registered: Answer): readonly Told[] {
  return [
    {
      ...{ state: 'in-doubt-checking', label: 'No answer, and the server is asked' },
      ...{ ...told, afterwards: 'held', at: 'settled', shows: '.in-doubt' },
    },
    {
      ...{ state: 'in-doubt-not-registered', label: 'No answer, and it is not registered' },
      ...{ ...told, at: 'ready', shows: '.notice' },
    },
    {
      ...{ state: 'in-doubt-registered', label: 'No answer, and it is registered' },
      ...{ ...told, afterwards: registered, at: 'settled', shows: '.registered' },
    },
    {
      ...{ state: 'in-doubt-no-answer', label: 'No answer, and the server does not say' },
      ...{ ...told, afterwards: refused(500), at: 'failed', shows: withAction },
    },
  ];
}

/** The same scenarios with more about each; what a scenario says itself wins. */
export const each = (told: readonly Told[], more: Partial<Told>): readonly Told[] =>
  told.map((one) => ({ ...more, ...one }));
