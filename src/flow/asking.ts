import type { Rules } from './rules.js';
import {
  arrive,
  doubt,
  follow,
  heed,
  leavePage,
  lookAfter,
  registeredElsewhere,
  openClaim,
  recheck,
  register,
  stop,
  unnumbered,
  watch,
} from './steps.js';
import type { Effect, EventOf, FlowEvent, Step } from './events.js';
import type { Away, Checking, Elsewhere, InDoubt, Unconfirmed } from './states.js';
import type { Transaction } from './transaction.js';
import { unchanged } from './unchanged.js';

/** States in which the server, or another page, is to say how it stands. */

const unlessNews = <State extends Step['state']>(state: State, next: Step | undefined): Step =>
  next ?? { state, effects: [] };

export function away(state: Away, event: FlowEvent): Step {
  const { transaction } = state;
  switch (event.type) {
    case 'found':
      return lookedAfter(state, event);
    case 'unanswered':
      return {
        state: { ...state, inquiry: 'unanswered', failure: event.error.code },
        effects: [tellError(event)],
      };
    case 'seen':
      return seen(lookAfter({ ...state, inquiry: 'asking' }));
    case 'checked-again':
      return lookAfter({ ...state, inquiry: 'asking' });
    case 'continued':
      return {
        state: { name: 'locking', subject: transaction, transaction },
        effects: [stop, { type: 'lock', subject: transaction, takesOver: false }],
      };
    case 'started-over':
      return {
        state: { name: 'questioning', question: 'start-over', back: state },
        effects: [stop],
      };
    case 'noted':
      return unlessNews(state, heed(transaction, event.entry));
    case 'arrived':
      return arrive(event.back);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function lookedAfter(state: Away, { finding }: EventOf<'found'>): Step {
  const { transaction } = state;
  if (finding.is === 'done') return register(transaction, 'confirmed');
  const asked = { ...state, inquiry: 'asked', failure: undefined } as const;
  // What cannot be told is not denied.
  if (finding.is !== 'open' || state.isTold) return { state: asked, effects: [] };
  return { state: { ...asked, isTold: true }, effects: [denied(transaction)] };
}

export function elsewhere(state: Elsewhere, event: FlowEvent): Step {
  const { subject } = state;
  switch (event.type) {
    case 'held':
      return { state: { ...state, isHeld: true }, effects: [] };
    case 'freed':
      if (!event.entry) return doubt(subject, 'ended-elsewhere');
      return event.entry.phase === 'posting' ? doubt(subject, 'left-over') : follow(event.entry);
    case 'overdue':
      return doubt(subject, 'left-over', { takesOver: true });
    case 'noted':
      // Whoever is at it has only begun, or has not got further.
      return !event.entry || event.entry.phase === 'posting'
        ? { state, effects: [] }
        : follow(event.entry);
    case 'checked-again':
    case 'seen':
      return watch(subject);
    case 'arrived':
      return arrive(event.back);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

export function checking(state: Checking, event: FlowEvent, { pauses }: Rules): Step {
  const { claim, isWaiting } = state;
  switch (event.type) {
    case 'found':
      return answered(state, event, pauses);
    case 'unanswered':
      return rest(state, 'unanswered', [tellError(event)], event.error.code);
    case 'due':
      return recheck(state);
    case 'checked-again':
      return recheck(state);
    case 'seen':
      return isWaiting ? seen(recheck(state)) : { state, effects: [{ type: 'look-up' }] };
    case 'started-over':
      return {
        state: {
          name: 'questioning',
          question: claim === 'finished' ? 'not-paid' : 'start-over',
          back: state,
        },
        effects: [stop],
      };
    case 'noted':
      return heedFact(state, event);
    case 'arrived':
      return arrive(event.back);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function answered(state: Checking, { finding }: EventOf<'found'>, pauses: Rules['pauses']): Step {
  const { transaction, claim, isGuessed, attempt, isTold } = state;
  if (finding.is === 'done') return register(transaction, 'confirmed', claim);
  // It confirms nothing, and asking again would not either.
  if (finding.is !== 'open') return rest(state, 'unclear', [], finding.is);
  const next = attempt + 1;
  const seconds = openClaim(claim, isGuessed) && pauses[next];
  if (seconds != null) {
    return {
      state: { ...state, attempt: next, isWaiting: true },
      effects: [{ type: 'wait', seconds }],
    };
  }
  return rest({ ...state, isTold: true }, 'asked', isTold ? [] : [denied(transaction)]);
}

/** The server was read, and does not confirm it. */
function denied({ transactionId }: Transaction): Effect {
  return { type: 'tell', told: { name: 'confirmed', transactionId, confirmed: false } };
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
    effects: [...effects, { type: 'forget', transaction }, ...forgotten],
  };
}

export function unconfirmed(state: Unconfirmed, event: FlowEvent, { pauses }: Rules): Step {
  const { transaction, claim } = state;
  switch (event.type) {
    // Asked when the page was seen again: silently, so that only news changes what is shown.
    case 'found':
      return event.finding.is === 'done'
        ? register(transaction, 'confirmed', claim)
        : { state, effects: [] };
    case 'seen':
      return seen({
        state,
        effects: [stop, { type: 'check', subject: transaction, isUnasked: true }],
      });
    case 'checked-again':
      return recheck({
        name: 'checking',
        transaction,
        claim,
        isGuessed: false,
        attempt: pauses.length - 1,
        isWaiting: false,
        isTold: state.isTold,
      });
    case 'started-over': {
      const question = claim === 'finished' ? 'not-paid' : 'start-over';
      return { state: { name: 'questioning', question, back: state }, effects: [stop] };
    }
    case 'noted':
      return heedFact(state, event);
    case 'arrived':
      return arrive(event.back);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

/** What came back to this page is asked about to its end, whatever another page begins or forgets. */
function heedFact(state: Checking | Unconfirmed, { entry }: EventOf<'noted'>): Step {
  return entry?.phase === 'done'
    ? registeredElsewhere(entry.transaction, state.claim)
    : { state, effects: [] };
}

export function inDoubt(state: InDoubt, event: FlowEvent): Step {
  const { subject } = state;
  switch (event.type) {
    case 'found':
      return resolved(state, event);
    case 'unanswered':
      if (state.because === 'refused') return clear(state);
      return {
        state: { ...state, inquiry: 'unanswered', failure: event.error.code },
        effects: [tellError(event)],
      };
    case 'checked-again':
      return lookAfter({ ...state, inquiry: 'asking' });
    case 'seen':
      return seen(lookAfter({ ...state, inquiry: 'asking' }));
    case 'started-over':
      return {
        state: { name: 'questioning', question: 'start-over', back: state },
        effects: [stop],
      };
    case 'noted':
      return event.entry && event.entry.phase !== 'posting'
        ? unlessNews(state, heed(unnumbered(subject), event.entry))
        : { state, effects: [] };
    case 'arrived':
      return arrive(event.back);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function resolved(state: InDoubt, { finding }: EventOf<'found'>): Step {
  const { subject, because } = state;
  switch (finding.is) {
    case 'done':
      return register(unnumbered(subject), because === 'refused' ? 'found' : 'confirmed');
    case 'open':
      return clear(state);
    case 'as-before':
    case 'unclear':
      return because === 'refused'
        ? clear(state)
        : { state: { ...state, inquiry: 'unclear', failure: finding.is }, effects: [] };
  }
}

/** Nothing was begun that anybody could approve. */
function clear({ subject, because, code, takesOver }: InDoubt): Step {
  const isRefused = because === 'refused' && code;
  return {
    state: {
      name: 'choosing',
      notice: isRefused ? { is: 'refused', code } : { is: 'not-registered' },
      takesOver,
    },
    effects: [stop, { type: 'forget', transaction: unnumbered(subject) }],
  };
}

function tellError({ error }: EventOf<'unanswered'>): Effect {
  return { type: 'tell', told: { name: 'error', error } };
}

/** What another page has written while this one could not hear it is looked up too. */
function seen({ state, effects }: Step): Step {
  return { state, effects: [...effects, { type: 'look-up' }] };
}
