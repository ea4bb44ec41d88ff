import { away, inDoubt } from './asking.js';
import { checking, unconfirmed } from './claims.js';
import type { Rules } from './rules.js';
import {
  arrive,
  check,
  follow,
  just,
  leavePage,
  lookAfter,
  putQuestion,
  recheck,
  register,
  seen,
  stop,
  unnumbered,
} from './steps.js';
import type { EventOf, FlowEvent, Step } from './events.js';
import type { Choosing, Idle, Questioning, Registered } from './states.js';
import type { Transaction } from './transaction.js';
import { unchanged } from './unchanged.js';

/** States in which nothing is under way. */

export function idle(state: Idle, event: FlowEvent): Step {
  switch (event.type) {
    case 'began':
      return follow(event.entry);
    case 'arrived':
      return arrive(event);
    default:
      return unchanged(state, event);
  }
}

export function choosing(state: Choosing, event: FlowEvent): Step {
  switch (event.type) {
    case 'pressed':
      return press(event, state);
    case 'noted': {
      const next = follow(event.entry);
      // What is said stays when there is nothing to follow.
      return next.state.name === 'choosing' ? just(state) : next;
    }
    case 'seen':
      return glimpse(state, event);
    case 'found':
      return event.finding.is === 'done' && state.glimpsed
        ? register(unnumbered(state.glimpsed), 'found')
        : just({ ...state, glimpsed: undefined });
    // Nobody asked for it: what is shown stays.
    case 'unanswered':
      return just({ ...state, glimpsed: undefined });
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

/**
 * An invoice may have been paid while nobody looked. Whether a method or an agreement can still be chosen its
 * list says.
 */
function glimpse(state: Choosing, { subject }: EventOf<'seen'>): Step {
  const mayBePaid = subject.flow === 'pay-invoice' && !state.insists;
  return seen(mayBePaid ? check({ ...state, glimpsed: subject }, subject) : just(state));
}

function press(
  { subject }: EventOf<'pressed'>,
  { insists, takesOver = false }: Partial<Choosing>,
): Step {
  return {
    state: { name: 'locking', subject, insists },
    effects: [stop, { type: 'lock', subject, takesOver }],
  };
}

export function registered(state: Registered, event: FlowEvent): Step {
  switch (event.type) {
    case 'pressed':
      // What was changed or added may be changed again; an invoice is paid once.
      return state.transaction.flow === 'pay-invoice' ? just(state) : press(event, {});
    case 'insisted':
      // What was confirmed to this reader is no guess.
      return state.basis === 'confirmed' ? just(state) : putQuestion(state, 'again');
    case 'noted':
      return begunAnew(event) ? follow(event.entry) : just(state);
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

export function questioning(state: Questioning, event: FlowEvent, rules: Rules): Step {
  const { question, back } = state;
  switch (event.type) {
    case 'affirmed':
      return {
        state: { name: 'choosing', insists: question === 'again' },
        effects: [
          stop,
          { type: 'forget', transaction: followed(back) },
          { type: 'forget-arrival' },
        ],
      };
    case 'denied':
      return resume(back);
    case 'noted': {
      const next = atBack(back, event, rules);
      return next.state === back ? just(state) : next;
    }
    case 'seen':
      return seen(just(state));
    case 'arrived':
      return arrive(event);
    case 'gone':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

/** What another page has written means what it would have meant before the question. */
function atBack(back: Questioning['back'], event: EventOf<'noted'>, rules: Rules): Step {
  switch (back.name) {
    case 'away':
      return away(back, event);
    case 'checking':
      return checking(back, event, rules);
    case 'unconfirmed':
      return unconfirmed(back, event, rules);
    case 'in-doubt':
      return inDoubt(back, event, rules);
    case 'registered':
      return registered(back, event);
  }
}

/** Another page goes on although it is done. */
function begunAnew({ entry }: EventOf<'noted'>): boolean {
  return entry?.phase === 'posting' || entry?.phase === 'left';
}

/** What the question is about. */
function followed(back: Questioning['back']): Transaction {
  return back.name === 'in-doubt' ? unnumbered(back.subject) : back.transaction;
}

/** Goes on where the question came up: what was being asked then is asked again. */
function resume(back: Questioning['back']): Step {
  switch (back.name) {
    case 'checking':
      return recheck(back);
    case 'away':
    case 'in-doubt':
      return back.inquiry === 'asking' || back.inquiry === 'waiting'
        ? lookAfter({ ...back, inquiry: 'asking' })
        : just(back);
    case 'unconfirmed':
    case 'registered':
      return just(back);
  }
}
