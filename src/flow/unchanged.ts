import type { EventOf, Step } from './events.js';
import type { ignoredIn } from './ignored.js';
import type { FlowStateName, StateOf } from './states.js';

/** An event that changes nothing in a state. */
export type IgnoredIn<Name extends FlowStateName> = EventOf<(typeof ignoredIn)[Name][number]>;

/** For the end of a switch: compiles only when what is left of the events is on the list. */
export function unchanged<Name extends FlowStateName>(
  state: StateOf<Name>,
  event: IgnoredIn<Name>,
): Step {
  // It is there for its type alone.
  void event;
  return { state, effects: [] };
}
