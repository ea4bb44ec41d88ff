import type { ConnectError } from '../api/errors.js';
import type { Effect, EventOf, Step } from './events.js';
import type {
  Away,
  Checking,
  Doubt,
  Entry,
  FlowState,
  InDoubt,
  OpenClaim,
  Question,
  Questioning,
  Registered,
} from './states.js';
import type { Outcome, Subject, Transaction } from './transaction.js';

/** Steps that several states take. */

export const stop: Effect = { type: 'stop' };
export const unlock: Effect = { type: 'unlock', lingers: false };

/** The element is off the page, and asks and waits for nothing any more. */
export const leavePage: Step = { state: { name: 'idle' }, effects: [stop] };

/** Just a state: nothing has to be done. */
export function just(state: FlowState): Step {
  return { state, effects: [] };
}

/** What was asked for, before it has an id. */
export function unnumbered(subject: Subject): Transaction {
  const { flow, paymentMethod, productCode, invoiceNumber, known } = subject;
  return { flow, paymentMethod, productCode, invoiceNumber, known, transactionId: 0 };
}

/** Takes up what is kept of a subject. */
export function follow(entry: Entry | undefined): Step {
  if (!entry) return { state: { name: 'choosing' }, effects: [stop] };
  const { phase, transaction } = entry;
  switch (phase) {
    case 'posting':
      return watch(transaction);
    case 'left':
      return lookAfter({ name: 'away', transaction, inquiry: 'asking' });
    case 'back':
      return ask(transaction, entry.claim);
    case 'done':
      // What was changed may be changed again; an invoice is paid once.
      return transaction.flow === 'pay-invoice'
        ? registeredElsewhere(transaction)
        : { state: { name: 'choosing' }, effects: [stop] };
  }
}

/** Waits for whoever is at it. */
export function watch(subject: Subject): Step {
  const state = { name: 'elsewhere', subject, isHeld: false } as const;
  return { state, effects: [stop, { type: 'watch', subject }] };
}

/**
 * Asks the server, and nothing else any more.
 *
 * @param isUnasked No reader has asked for it.
 */
export function check(state: FlowState, subject: Subject, isUnasked = true): Step {
  return { state, effects: [stop, { type: 'check', subject, isUnasked }] };
}

/**
 * Asks the server about what has left, or what may have been begun.
 *
 * @param isUnasked No reader has asked for it.
 */
export function lookAfter(state: Away | InDoubt, isUnasked = true): Step {
  return check(state, state.name === 'away' ? state.transaction : state.subject, isUnasked);
}

/** What the reader has just pressed for comes to an end with it. */
const pressedFor: readonly Doubt[] = ['lost', 'refused'];

/** Reads the server before anything new is begun. */
export function doubt(subject: Subject, because: Doubt, more: Partial<InDoubt> = {}): Step {
  const isUnasked = !pressedFor.includes(because);
  return lookAfter({ name: 'in-doubt', subject, because, inquiry: 'asking', ...more }, isUnasked);
}

/** Asks the server whether a claim is true. */
function ask(transaction: Transaction, claim: Checking['claim'], isGuessed = false): Step {
  const start = { attempt: 0, isWaiting: false, isTold: false };
  return recheck({ name: 'checking', transaction, claim, isGuessed, ...start });
}

/** The page's address says something. */
export function arrive({ back, entry }: EventOf<'arrived'>): Step {
  const tell: Effect = { type: 'tell', told: { name: 'outcome', back } };
  if (!back.arrival) {
    return { state: { name: 'choosing', notice: { is: 'unreadable' } }, effects: [stop, tell] };
  }
  const { isGuessed, outcome: said, ...transaction } = back.arrival;
  // A provider's page that one goes back to after it has paid says that it was cancelled, or nothing.
  const outcome = isFinished(entry) ? 'finished' : said;
  const claim = openClaim(outcome, isGuessed);
  const { state, effects } = ask(transaction, outcome, isGuessed);
  // Until the server has confirmed it, also after a reload.
  const remember: readonly Effect[] = claim
    ? [{ type: 'remember', entry: { phase: 'back', transaction, claim } }]
    : [];
  return { state, effects: [...effects, tell, ...remember] };
}

/** Whether no address says less of it any more. */
export function isFinished(entry: Entry | undefined): boolean {
  return entry?.phase === 'done' || (entry?.phase === 'back' && entry.claim === 'finished');
}

/** A claim that may yet turn out to be paid for; undefined when the payment has ended. */
export function openClaim(outcome: Outcome, isGuessed?: boolean): OpenClaim | undefined {
  if (outcome !== 'cancelled' && outcome !== 'failed') return outcome;
  return isGuessed ? 'unknown' : undefined;
}

/** The server says that it is done. */
export function register(
  transaction: Transaction,
  basis: Exclude<Registered['basis'], 'noted'>,
  claim?: Outcome,
): Step {
  return {
    state: { name: 'registered', transaction, basis, claim },
    effects: [
      stop,
      { type: 'remember', entry: { phase: 'done', transaction } },
      tellConfirmed(transaction, true),
    ],
  };
}

/** Another page had it confirmed, and has told it. */
export function registeredElsewhere(transaction: Transaction, claim?: Outcome): Step {
  return { state: { name: 'registered', transaction, basis: 'noted', claim }, effects: [stop] };
}

/**
 * Another page has written something about what is followed here.
 *
 * @returns undefined when that is nothing new.
 */
export function heed(known: Transaction, entry: Entry | undefined): Step | undefined {
  if (!entry) return doubt(known, 'ended-elsewhere');
  const { phase, transaction } = entry;
  if (phase === 'done') return registeredElsewhere(transaction);
  const isSame = transaction.transactionId === known.transactionId;
  return isSame && phase === 'left' ? undefined : follow(entry);
}

/**
 * Asks about a claim once more, now.
 *
 * @param isUnasked No reader has asked for it.
 */
export function recheck(state: Checking, isUnasked = true): Step {
  return check({ ...state, isWaiting: false }, state.transaction, isUnasked);
}

/** The reader is asked before anything new may be begun beside what is open, or done. */
export function putQuestion(back: Questioning['back'], question: Question): Step {
  return { state: { name: 'questioning', question, back }, effects: [stop] };
}

/** What beginning anew is called beside a claim. */
export function anew(claim: Outcome): 'not-paid' | 'start-over' {
  return claim === 'finished' ? 'not-paid' : 'start-over';
}

/** The server was read, and confirms it or does not. */
export function tellConfirmed({ transactionId }: Transaction, confirmed: boolean): Effect {
  return { type: 'tell', told: { name: 'confirmed', transactionId, confirmed } };
}

export function tellError({ error }: { readonly error: ConnectError }): Effect {
  return { type: 'tell', told: { name: 'error', error } };
}

/** What another page has written while this one could not hear it is looked up too. */
export function seen({ state, effects }: Step): Step {
  return { state, effects: [...effects, { type: 'look-up' }] };
}
