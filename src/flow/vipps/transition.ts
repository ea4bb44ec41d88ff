import { assumedRules } from '../rules.js';
import { asking } from './asking.js';
import { fetching, leaving, locking, opening, permitting, reading, sending } from './doing.js';
import type { VippsEvent, VippsStep } from './events.js';
import { unchanged } from './unchanged.js';
import { preparing, questioning, shown, unread } from './resting.js';
import type { VippsState } from './states.js';

/**
 * What an event makes of a state: the next one, and what has to be done. It does nothing itself.
 *
 * @param rules How often the server is asked about a claim.
 */
export function transition(
  state: VippsState,
  event: VippsEvent,
  { pauses } = assumedRules,
): VippsStep {
  switch (state.name) {
    case 'unread':
      return unread(state, event);
    case 'shown':
      return shown(state, event);
    case 'preparing':
      return preparing(state, event);
    case 'questioning':
      return questioning(state, event);
    case 'locking':
      return locking(state, event);
    case 'reading':
      return reading(state, event);
    case 'permitting':
      return permitting(state, event);
    case 'sending':
      return sending(state, event);
    case 'fetching':
      return fetching(state, event);
    case 'opening':
      return opening(state, event);
    case 'leaving':
      return leaving(state, event);
    case 'left':
      return unchanged(state, event);
    default:
      return asking(state, event, pauses);
  }
}
