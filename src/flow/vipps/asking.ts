import type { EventOf, VippsEffect, VippsEvent, VippsStep } from './events.js';
import { unchanged } from './unchanged.js';
import type { Checking, Claim, Concluding, Confirmed, Unconfirmed, Unsettled } from './states.js';
import {
  act,
  conclude,
  isAct,
  leavePage,
  recheck,
  show,
  stop,
  tellError,
  unlock,
} from './steps.js';

/** States in which the server is to say how it stands, or has said it. */
export function asking(
  state: Concluding | Unsettled | Checking | Unconfirmed | Confirmed,
  event: VippsEvent,
  pauses: readonly number[],
): VippsStep {
  switch (state.name) {
    case 'concluding':
      return concluding(state, event);
    case 'unsettled':
      return unsettled(state, event);
    case 'checking':
      return checking(state, event, pauses);
    case 'unconfirmed':
      return unconfirmed(state, event, pauses);
    case 'confirmed':
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

function concluding(state: Concluding, event: VippsEvent): VippsStep {
  const { result } = state;
  switch (event.type) {
    case 'found':
      return show(result);
    case 'unanswered': {
      const { error } = event;
      return {
        state: { name: 'unsettled', result, failure: error.code },
        effects: [tellError(error), unlock],
      };
    }
    case 'left':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function unsettled(state: Unsettled, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'checked-again':
      return conclude(state.result);
    case 'loaded':
      return event.standing ? show(state.result) : { state, effects: [] };
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

function checking(state: Checking, event: VippsEvent, pauses: readonly number[]): VippsStep {
  const { claim, isTold } = state;
  switch (event.type) {
    case 'found':
      return found(state, event, pauses);
    case 'unanswered': {
      const { error } = event;
      const failure = error.code;
      const isOpen = error.retryable && !ended.includes(claim);
      const seconds = isOpen ? pauses[state.attempt + 1] : undefined;
      if (seconds !== undefined) return pause(state, seconds);
      return {
        state: { name: 'unconfirmed', claim, isTold, isOver: false, failure },
        effects: [tellError(error)],
      };
    }
    case 'due':
      return recheck(state, true);
    case 'checked-again':
      return recheck(state, false);
    case 'seen':
      return state.isWaiting ? recheck(state, true) : { state, effects: [] };
    case 'loaded': {
      // What tells nothing yet is asked on about.
      if (!event.standing || event.standing === 'open') return { state, effects: [] };
      const { state: known, effects } = found(state, event, pauses);
      return { state: known, effects: [stop, ...effects] };
    }
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

/** What has ended is asked about twice: a first no may be an old one. */
const ended: readonly Claim[] = ['cancelled', 'failed'];

function found(
  state: Checking,
  { standing }: Pick<EventOf<'found' | 'loaded'>, 'standing'>,
  pauses: readonly number[],
): VippsStep {
  const { claim, isTold } = state;
  if (standing === 'registered') {
    return { state: { name: 'confirmed' }, effects: [tellConfirmed(true)] };
  }
  const isOver = standing === 'over' || (ended.includes(claim) && state.attempt > 0);
  const seconds = isOver ? undefined : pauses[state.attempt + 1];
  if (seconds !== undefined) return pause(state, seconds);
  return {
    state: { name: 'unconfirmed', claim, isTold: true, isOver: standing === 'over' },
    effects: isTold ? [] : [tellConfirmed(false)],
  };
}

function pause(state: Checking, seconds: number): VippsStep {
  const attempt = state.attempt + 1;
  return { state: { ...state, attempt, isWaiting: true }, effects: [{ type: 'wait', seconds }] };
}

function tellConfirmed(confirmed: boolean): VippsEffect {
  return { type: 'tell', told: { name: 'confirmed', confirmed } };
}

function unconfirmed(state: Unconfirmed, event: VippsEvent, pauses: readonly number[]): VippsStep {
  const { claim, isTold } = state;
  // Who has been told no asks once; who has not had an answer asks as often as before.
  const attempt = isTold ? pauses.length - 1 : 0;
  const again = { name: 'checking', claim, isTold, attempt, isWaiting: false } as const;
  switch (event.type) {
    case 'checked-again':
      return recheck(again, false);
    case 'loaded':
      return isNews(state, event) ? found(again, event, pauses) : { state, effects: [] };
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

/** Whether what is read when the page is seen again, or the reader asks, says more than is known. */
function isNews({ isOver, failure }: Unconfirmed, { standing }: EventOf<'loaded'>): boolean {
  const isAnswer = failure !== undefined && standing !== undefined;
  return isAnswer || standing === 'registered' || (standing === 'over' && !isOver);
}
