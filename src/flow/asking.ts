import { secondPause, type Rules } from './rules.js';
import {
  arrive,
  doubt,
  follow,
  heed,
  just,
  leavePage,
  lookAfter,
  putQuestion,
  register,
  seen,
  stop,
  tellConfirmed,
  tellError,
  unnumbered,
  watch,
} from './steps.js';
import type { EventOf, FlowEvent, Step } from './events.js';
import type { Away, Elsewhere, InDoubt } from './states.js';
import { unchanged } from './unchanged.js';

/** States in which the server, or another page, is to say how it stands. */

export function away(state: Away, event: FlowEvent): Step {
  const { transaction } = state;
  switch (event.type) {
    case 'found':
      return lookedAfter(state, event);
    case 'unanswered':
      return withoutAnswer(state, event);
    case 'seen':
      return seen(lookAfter(state));
    case 'checked-again':
      return lookAfter({ ...state, inquiry: 'asking' }, false);
    case 'continued':
      return {
        state: { name: 'locking', subject: transaction, transaction },
        effects: [stop, { type: 'lock', subject: transaction, takesOver: false }],
      };
    case 'started-over':
      return putQuestion(state, 'start-over');
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

function withoutAnswer(state: Away | InDoubt, event: EventOf<'unanswered'>): Step {
  if (state.inquiry !== 'asking') return just(state);
  return {
    state: { ...state, inquiry: 'unanswered', failure: event.error.code },
    effects: [tellError(event)],
  };
}

/** What has said no once is asked a second time before it is believed. */
function lookTwice(state: InDoubt, rules: Rules): Step {
  return {
    state: { ...state, inquiry: 'waiting', isDoubted: true, failure: undefined },
    effects: [{ type: 'wait', seconds: secondPause(rules) }],
  };
}

/** One no is told, since nothing is offered anew after it: to start over has a question of its own. */
function lookedAfter(state: Away, { finding }: EventOf<'found'>): Step {
  const { transaction } = state;
  if (finding.is === 'done') return register(transaction, 'confirmed');
  const asked = { ...state, inquiry: 'asked', failure: undefined } as const;
  // What cannot be told is not denied.
  if (finding.is !== 'open' || state.isTold) return just(asked);
  return { state: { ...asked, isTold: true }, effects: [tellConfirmed(transaction, false)] };
}

export function elsewhere(state: Elsewhere, event: FlowEvent): Step {
  const { subject } = state;
  switch (event.type) {
    case 'held':
      return just({ ...state, isHeld: true });
    case 'freed':
      if (!event.entry) return doubt(subject, 'ended-elsewhere');
      return event.entry.phase === 'posting' ? doubt(subject, 'left-over') : follow(event.entry);
    case 'overdue':
      return doubt(subject, 'left-over', { takesOver: true });
    case 'noted':
      // Whoever is at it has only begun, or has not got further.
      return !event.entry || event.entry.phase === 'posting' ? just(state) : follow(event.entry);
    case 'checked-again':
    case 'seen':
      return watch(subject);
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

export function inDoubt(state: InDoubt, event: FlowEvent, rules: Rules): Step {
  const { subject } = state;
  switch (event.type) {
    case 'found':
      return resolved(state, event, rules);
    case 'unanswered':
      return state.because === 'refused' ? clear(state) : withoutAnswer(state, event);
    case 'checked-again':
      return lookAfter({ ...state, inquiry: 'asking' }, false);
    case 'due':
      return lookAfter({ ...state, inquiry: 'asking' });
    case 'seen':
      return glance(state);
    case 'started-over':
      return putQuestion(state, 'start-over');
    case 'noted':
      if (!event.entry || event.entry.phase === 'posting') return just(state);
      return heed(unnumbered(subject), event.entry) ?? just(state);
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

/** Asks when the page is seen again: silently, where something was said of an answer already. */
function glance(state: InDoubt): Step {
  return seen(lookAfter(state.inquiry === 'waiting' ? { ...state, inquiry: 'asking' } : state));
}

function resolved(state: InDoubt, { finding }: EventOf<'found'>, rules: Rules): Step {
  const { subject, because, isDoubted } = state;
  const isRefused = because === 'refused';
  if (finding.is === 'done') {
    return register(unnumbered(subject), isRefused ? 'found' : 'confirmed');
  }
  if (isRefused) return clear(state);
  if (finding.is === 'open') return isDoubted ? clear(state) : lookTwice(state, rules);
  return just({ ...state, inquiry: 'unclear', failure: finding.is });
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
