import { assumedRules } from './rules.js';
import { away, elsewhere, inDoubt } from './asking.js';
import { checking, unconfirmed } from './claims.js';
import { leaving, locking, permitting, posting, reading } from './pressing.js';
import { choosing, idle, questioning, registered } from './resting.js';
import type { FlowEvent, Step } from './events.js';
import type { FlowState } from './states.js';

/**
 * What an event makes of a state: the next one, and what has to be done. It does nothing itself.
 *
 * @param rules How often the server is asked about a claim.
 */
export function transition(state: FlowState, event: FlowEvent, rules = assumedRules): Step {
  switch (state.name) {
    case 'idle':
      return idle(state, event);
    case 'choosing':
      return choosing(state, event);
    case 'locking':
      return locking(state, event);
    case 'permitting':
      return permitting(state, event);
    case 'reading':
      return reading(state, event);
    case 'posting':
      return posting(state, event);
    case 'leaving':
      return leaving(state, event);
    case 'away':
      return away(state, event);
    case 'elsewhere':
      return elsewhere(state, event);
    case 'checking':
      return checking(state, event, rules);
    case 'unconfirmed':
      return unconfirmed(state, event, rules);
    case 'in-doubt':
      return inDoubt(state, event, rules);
    case 'registered':
      return registered(state, event);
    case 'questioning':
      return questioning(state, event, rules);
  }
}
