import type { EventOf, VippsEffect, VippsEvent, VippsStep } from './events.js';
import { unchanged } from './unchanged.js';
import type { Checking, Claim, Concluding, Confirmed, Unconfirmed, Unsettled } from './states.js';
import { act, conclude, isAct, leavePage, recheck, show, tellError, unlock } from './steps.js';

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
      return {
        state: { name: 'unconfirmed', claim, isTold, isOver: false, failure },
        effects: [tellError(error)],
      };
    }
    case 'due':
    case 'checked-again':
      return recheck(state);
    case 'seen':
      return state.isWaiting ? recheck(state) : { state, effects: [] };
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

/** Who was told that it has ended asks once whether that is so. */
const ended: readonly Claim[] = ['cancelled', 'failed'];

function found(
  state: Checking,
  { standing }: EventOf<'found'>,
  pauses: readonly number[],
): VippsStep {
  const { claim, isTold } = state;
  if (standing === 'registered') {
    return { state: { name: 'confirmed' }, effects: [tellConfirmed(true)] };
  }
  const attempt = state.attempt + 1;
  const isOpen = standing === 'open' && !ended.includes(claim);
  const seconds = isOpen ? pauses[attempt] : undefined;
  if (seconds !== undefined) {
    return { state: { ...state, attempt, isWaiting: true }, effects: [{ type: 'wait', seconds }] };
  }
  return {
    state: { name: 'unconfirmed', claim, isTold: true, isOver: standing === 'over' },
    effects: isTold ? [] : [tellConfirmed(false)],
  };
}

function tellConfirmed(confirmed: boolean): VippsEffect {
  return { type: 'tell', told: { name: 'confirmed', confirmed } };
}

function unconfirmed(state: Unconfirmed, event: VippsEvent, pauses: readonly number[]): VippsStep {
  const { claim, isTold } = state;
  switch (event.type) {
    case 'checked-again': {
      // Who has been told no asks once; who has not had an answer asks as often as before.
      const attempt = isTold ? pauses.length - 1 : 0;
      return recheck({ name: 'checking', claim, isTold, attempt, isWaiting: false });
    }
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}
