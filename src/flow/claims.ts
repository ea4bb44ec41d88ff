import { secondPause, type Rules } from './rules.js';
import {
  anew,
  arrive,
  check,
  just,
  leavePage,
  openClaim,
  putQuestion,
  recheck,
  register,
  registeredElsewhere,
  seen,
  tellConfirmed,
  tellError,
} from './steps.js';
import type { Effect, EventOf, FlowEvent, Step } from './events.js';
import type { Checking, Unconfirmed } from './states.js';
import { unchanged } from './unchanged.js';

/** States in which somebody has come back with a claim that the server is to confirm. */

export function checking(state: Checking, event: FlowEvent, rules: Rules): Step {
  const { claim, isWaiting, attempt } = state;
  switch (event.type) {
    case 'found':
      return answered(state, event, rules);
    case 'unanswered':
      return notAnswered(state, event, rules);
    case 'due':
      return recheck(state);
    case 'checked-again':
      // Out of turn: it uses up none of the questions that are asked while nobody presses.
      return recheck({ ...state, failure: undefined, attempt: attempt - Number(isWaiting) }, false);
    case 'seen':
      return seen(isWaiting ? recheck(state) : just(state));
    case 'started-over':
      return putQuestion(state, anew(claim));
    case 'noted':
      return heedFact(state, event);
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function answered(state: Checking, { finding }: EventOf<'found'>, rules: Rules): Step {
  const { transaction, claim, isTold, isDoubted } = state;
  if (finding.is === 'done') return register(transaction, 'confirmed', claim);
  // It confirms nothing, and asking again would not either.
  if (finding.is !== 'open') return rest(state, 'unclear', [], finding.is);
  const seconds = nextPause(state, rules) ?? (isDoubted ? undefined : secondPause(rules));
  return seconds == null
    ? rest({ ...state, isTold: true }, 'asked', isTold ? [] : [tellConfirmed(transaction, false)])
    : pause({ ...state, isDoubted: true, failure: undefined }, seconds);
}

/** What is open is asked about all the same; whether it has ended is asked by the next press too. */
function notAnswered(state: Checking, event: EventOf<'unanswered'>, rules: Rules): Step {
  const { code, retryable, retryAfter = 0 } = event.error;
  // Told once, until there is an answer.
  const tell = state.failure ? [] : [tellError(event)];
  const next = retryable ? nextPause(state, rules) : undefined;
  // Not before the server has said; one that asks for more than any pause has gone away.
  const seconds = next && Math.max(next, Math.ceil(retryAfter / 1000));
  if (!seconds || seconds > Math.max(...rules.pauses)) return rest(state, 'unanswered', tell, code);
  const { state: paused, effects } = pause({ ...state, failure: code }, seconds);
  return { state: paused, effects: [...tell, ...effects] };
}

/** Seconds until the next question about what is open; undefined when there is none. */
function nextPause({ claim, isGuessed, attempt }: Checking, { pauses }: Rules): number | undefined {
  return openClaim(claim, isGuessed) ? pauses[attempt + 1] : undefined;
}

function pause(state: Checking, seconds: number): Step {
  const attempt = state.attempt + 1;
  return { state: { ...state, attempt, isWaiting: true }, effects: [{ type: 'wait', seconds }] };
}

/** Asked to the end, or as far as the server answers. */
function rest(
  state: Checking,
  inquiry: Unconfirmed['inquiry'],
  effects: readonly Effect[],
  failure?: Unconfirmed['failure'],
): Step {
  const { transaction, claim, isTold } = state;
  const open = openClaim(claim, state.isGuessed);
  const isOver = open === 'finished' && failure === 'as-before';
  if (open && !isOver) {
    return {
      state: { name: 'unconfirmed', transaction, claim: open, inquiry, isTold, failure },
      effects,
    };
  }
  const outcome = isOver ? 'finished' : claim === 'failed' ? 'failed' : 'cancelled';
  // What stands in the address of what is open has nothing more to say either.
  const forgotten: readonly Effect[] = isOver ? [{ type: 'forget-arrival' }] : [];
  return {
    state: { name: 'choosing', notice: { is: 'ended', outcome, failure } },
    // Another transaction may be open still.
    effects: [...effects, { type: 'forget', transaction }, ...forgotten, { type: 'look-up' }],
  };
}

export function unconfirmed(state: Unconfirmed, event: FlowEvent, rules: Rules): Step {
  const { transaction, claim } = state;
  switch (event.type) {
    // Asked when the page was seen again: silently, so that only news changes what is shown. That there is an answer is some.
    case 'found':
      return event.finding.is === 'done' || state.inquiry === 'unanswered'
        ? answered(again(state, rules), event, rules)
        : just(state);
    case 'seen':
      return seen(check(state, transaction));
    case 'checked-again':
      return recheck(again(state, rules), false);
    case 'started-over':
      return putQuestion(state, anew(claim));
    case 'noted':
      return heedFact(state, event);
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

/** Who has been told no asks once; who has had no answer asks as often as before. */
function again({ transaction, claim, isTold }: Unconfirmed, { pauses }: Rules): Checking {
  const attempt = isTold ? pauses.length - 1 : 0;
  const how = { attempt, isGuessed: false, isWaiting: false, isTold, isDoubted: isTold };
  return { name: 'checking', transaction, claim, ...how };
}

/** What came back to this page is asked about to its end, whatever another page begins or forgets. */
function heedFact(state: Checking | Unconfirmed, { entry }: EventOf<'noted'>): Step {
  return entry?.phase === 'done'
    ? registeredElsewhere(entry.transaction, state.claim)
    : just(state);
}
