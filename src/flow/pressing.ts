import {
  arrive,
  doubt,
  follow,
  heed,
  just,
  leavePage,
  lookAfter,
  register,
  seen,
  stop,
  tellError,
  unlock,
  unnumbered,
  watch,
} from './steps.js';
import { renewing } from './renewal.js';
import type { Effect, EventOf, FlowEvent, Step } from './events.js';
import type { Leaving, Locking, Notice, Permitting, Posting, Reading } from './states.js';
import type { Transaction } from './transaction.js';
import { unchanged } from './unchanged.js';

/** From the press to the navigation. */

export function locking(state: Locking, event: FlowEvent): Step {
  const { subject, transaction, insists } = state;
  switch (event.type) {
    case 'locked':
      if (transaction) return goOn(transaction, event);
      return (
        standInTheWay(state, event) ?? {
          state: { name: 'permitting', subject, insists },
          effects: [{ type: 'ask-page', subject }],
        }
      );
    case 'taken':
      return watch(subject);
    case 'gone':
      return withUnlock(leavePage);
    default:
      return unchanged(state, event);
  }
}

/** What another page has begun and this one has not heard of yet is looked into first. */
function standInTheWay(
  { subject }: Locking | Reading,
  { entry }: EventOf<'locked' | 'found' | 'unanswered'>,
): Step | undefined {
  if (!entry) return undefined;
  // Whoever asked for it has died: nobody else can have the lock.
  if (entry.phase === 'posting') return withUnlock(doubt(subject, 'left-over'));
  // What was changed may be changed again.
  const isOver = entry.phase === 'done' && subject.flow !== 'pay-invoice';
  return isOver ? undefined : withUnlock(follow(entry));
}

/** Continues with the transaction that there is, if it is still the one. */
function goOn(transaction: Transaction, { entry }: EventOf<'locked'>): Step {
  const other = heed(transaction, entry);
  return other ? withUnlock(other) : leaveWith(transaction);
}

export function permitting(state: Permitting, event: FlowEvent): Step {
  const { subject, insists } = state;
  switch (event.type) {
    case 'allowed':
      return {
        state: { name: 'reading', subject, insists },
        effects: [{ type: 'read', subject }],
      };
    case 'vetoed':
      return choose();
    case 'impossible':
      return choose({ is: 'refused', code: event.error.code }, tellError(event));
    case 'robbed':
      return watch(subject);
    case 'gone':
      return withUnlock(leavePage);
    default:
      return unchanged(state, event);
  }
}

export function reading(state: Reading, event: FlowEvent): Step {
  const { subject } = state;
  switch (event.type) {
    // A tab that was frozen may have lost its lock and not have heard of it yet.
    case 'found':
      return standInTheWay(state, event) ?? judge(state, event);
    // No answer stops nobody.
    case 'unanswered':
      return standInTheWay(state, event) ?? post(state);
    // What was read before the page was hidden says nothing about now.
    case 'seen':
      return { state, effects: [{ type: 'read', subject }] };
    case 'robbed':
      return watch(subject);
    case 'gone':
      return withUnlock(leavePage);
    default:
      return unchanged(state, event);
  }
}

function judge(state: Reading, { finding }: EventOf<'found'>): Step {
  const { subject, insists } = state;
  switch (finding.is) {
    case 'done':
      return insists
        ? post({ ...state, subject: renewing(subject) })
        : withUnlock(register(unnumbered(subject), 'found'));
    case 'open': {
      const { amount } = finding;
      const isOther = amount != null && subject.amount != null && amount !== subject.amount;
      return isOther ? choose({ is: 'new-amount', amount }) : post(state);
    }
    case 'as-before':
    case 'unclear':
      return post(state);
  }
}

/** Written down first: whoever comes before the answer, or after it was lost, reads the server. */
function post({ subject }: Reading): Step {
  const transaction = unnumbered(subject);
  return {
    state: { name: 'posting', subject },
    effects: [
      { type: 'remember', entry: { phase: 'posting', transaction } },
      { type: 'create', subject },
    ],
  };
}

export function posting(state: Posting, event: FlowEvent): Step {
  switch (event.type) {
    case 'created':
      return created(state, event);
    case 'refused':
      return refused(state, event);
    case 'lost':
      return state.isGone
        ? withUnlock(leavePage)
        : withUnlock(doubt(state.subject, 'lost'), tellError(event));
    case 'robbed':
      return just({ ...state, isRobbed: true });
    case 'gone':
      return just({ ...state, isGone: true });
    case 'began':
      return just({ ...state, isGone: false });
    default:
      return unchanged(state, event);
  }
}

function created({ subject, isGone, isRobbed }: Posting, event: EventOf<'created'>): Step {
  const transaction = { ...unnumbered(subject), transactionId: event.transactionId };
  const tell: Effect = { type: 'tell', told: { name: 'transaction', transaction } };
  // Nobody was sent to approve it, and nobody will be.
  if (isRobbed || !event.isOurs) return withUnlock(watch(subject), tell);
  const remember: Effect = { type: 'remember', entry: { phase: 'left', transaction } };
  if (isGone) return withUnlock(leavePage, remember);
  return leaveWith(transaction, remember, tell);
}

/** These may mean that it was done before. */
const askFirst: readonly string[] = ['declined', 'bad-request'];

function refused({ subject, isGone }: Posting, event: EventOf<'refused'>): Step {
  const { code } = event.error;
  const forget: Effect = { type: 'forget', transaction: unnumbered(subject) };
  const tell = tellError(event);
  if (isGone) return withUnlock(leavePage, forget);
  if (askFirst.includes(code)) return withUnlock(doubt(subject, 'refused', { code }), forget, tell);
  return choose({ is: 'refused', code }, forget, tell);
}

export function leaving(state: Leaving, event: FlowEvent): Step {
  const { transaction } = state;
  switch (event.type) {
    case 'late':
      // An app has taken the navigation, or the site has.
      return lookAfter({ name: 'away', transaction, inquiry: 'asking', hasStayed: true });
    case 'seen':
      // The payer is back from wherever it led.
      return seen(lookAfter({ name: 'away', transaction, inquiry: 'asking' }));
    case 'impossible':
      return {
        state: { name: 'away', transaction, inquiry: 'asked' },
        effects: [stop, tellError(event)],
      };
    case 'noted':
      return heed(transaction, event.entry) ?? just(state);
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function leaveWith(transaction: Transaction, ...more: readonly Effect[]): Step {
  return {
    state: { name: 'leaving', transaction },
    effects: [
      ...more,
      { type: 'forget-arrival' },
      { type: 'depart', transaction },
      { type: 'unlock', lingers: true },
    ],
  };
}

function choose(notice?: Notice, ...more: readonly Effect[]): Step {
  return { state: { name: 'choosing', notice }, effects: [unlock, ...more] };
}

function withUnlock({ state, effects }: Step, ...more: readonly Effect[]): Step {
  return { state, effects: [...more, ...effects, unlock] };
}
