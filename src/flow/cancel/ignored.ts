import type { CancelEvent, CancelEventType, CancelStep } from './events.js';
import type { CancelStateName, StateOf } from './states.js';

/** Answers to what only somebody who cancels asks for. */
const answers = ['claimed', 'taken', 'allowed', 'vetoed', 'accepted', 'refused', 'lost'] as const;
/** What may come late, since nobody can call it back. */
const readings = ['found', 'unanswered', 'due'] as const;
/** Buttons that are not there. */
const buttons = ['asked', 'denied', 'checked-again'] as const;

/**
 * The events that change nothing, by state. A new event is in none of these lists, and so does not compile
 * until somebody has decided what it means in each state.
 */
export const ignoredIn = {
  unread: [...answers, ...readings, ...buttons, 'pressed'],
  shown: [...answers, ...readings, 'denied', 'checked-again'],
  questioning: [...answers, ...readings, 'asked', 'checked-again'],
  claiming: [
    ...readings,
    ...buttons,
    ...(['allowed', 'vetoed', 'accepted', 'refused', 'lost', 'loaded', 'pressed'] as const),
  ],
  permitting: [
    ...readings,
    ...buttons,
    ...(['claimed', 'taken', 'accepted', 'refused', 'lost', 'loaded', 'pressed'] as const),
  ],
  sending: [
    ...readings,
    ...buttons,
    ...(['claimed', 'taken', 'allowed', 'vetoed', 'loaded', 'pressed'] as const),
  ],
  checking: [...answers, 'loaded', 'asked', 'denied', 'pressed'],
  unconfirmed: [...answers, ...readings, 'asked', 'denied', 'pressed'],
  cancelled: [...answers, ...readings, ...buttons, 'pressed', 'loaded'],
  gone: [...answers, ...readings, ...buttons, 'pressed'],
  left: [...answers, ...readings, ...buttons, 'pressed', 'loaded', 'left'],
} as const satisfies Record<CancelStateName, readonly CancelEventType[]>;

/** An event that changes nothing in a state. */
type IgnoredIn<Name extends CancelStateName> = Extract<
  CancelEvent,
  { type: (typeof ignoredIn)[Name][number] }
>;

/** For the end of a switch: compiles only when what is left of the events is on the list. */
export function unchanged<Name extends CancelStateName>(
  state: StateOf<Name>,
  event: IgnoredIn<Name>,
): CancelStep {
  // It is there for its type alone.
  void event;
  return { state, effects: [] };
}
