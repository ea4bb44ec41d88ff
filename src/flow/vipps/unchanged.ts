import type { VippsEvent, VippsStep } from './events.js';
import type { ignoredIn } from './ignored.js';
import type { VippsStateName, StateOf } from './states.js';

/** An event that changes nothing in a state. */
type IgnoredIn<Name extends VippsStateName> = Extract<
  VippsEvent,
  { type: (typeof ignoredIn)[Name][number] }
>;

/** For the end of a switch: compiles only when what is left of the events is on the list. */
export function unchanged<Name extends VippsStateName>(
  state: StateOf<Name>,
  event: IgnoredIn<Name>,
): VippsStep {
  // It is there for its type alone.
  void event;
  return { state, effects: [] };
}
