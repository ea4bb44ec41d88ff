import type { EventOf, VippsEvent, VippsStep } from './events.js';
import { unchanged } from './unchanged.js';
import type { Preparing, Questioning, Shown, Unread } from './states.js';
import { act, ask, isAct, lock, show } from './steps.js';

/** States in which nothing is under way. */

export function unread(state: Unread, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'loaded':
      return event.left ? resume(event, event.left) : show();
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

export function shown(state: Shown, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'loaded':
      // What is said stays when there is nothing to take up.
      return event.left ? resume(event, event.left) : { state, effects: [] };
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

/** The payer is back, and the page has been loaded anew: the vendor's page is opened again, or the server asked. */
function resume({ isListed }: EventOf<'loaded'>, rel: string): VippsStep {
  if (!isListed) return ask('open', { type: 'forget' });
  const { state, effects } = lock({ rel });
  return { state, effects: [{ type: 'forget' }, ...effects] };
}

export function preparing(state: Preparing, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'prepared':
      return { state: { name: 'questioning', rel: state.rel }, effects: [] };
    case 'unprepared':
      return show({ is: 'refused', refusal: { code: 'network', isNotFound: false } });
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}

export function questioning(state: Questioning, event: VippsEvent): VippsStep {
  switch (event.type) {
    case 'denied':
      return show();
    default:
      return isAct(event) ? act(state, event) : unchanged(state, event);
  }
}
