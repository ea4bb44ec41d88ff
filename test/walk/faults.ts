import type { Effect, Step } from '../../src/flow/events.js';
import type { FlowState } from '../../src/flow/states.js';
import { shortened, type Transition } from './world.js';

/** A machine with something wrong in it, by the invariant that has to notice. */
export const faults: Readonly<Record<string, Transition>> = {
  'two transactions that can both be approved have a question in between': (state, event) =>
    // Start over, without asking.
    state.name === 'away' && event.type === 'started-over'
      ? {
          state: { name: 'choosing' },
          effects: [{ type: 'stop' }, { type: 'forget', transaction: state.transaction }],
        }
      : shortened(state, event),

  // What another page had confirmed is not looked at.
  'what is known to be paid is not paid again without a question': (state, event) =>
    'entry' in event && event.entry?.phase === 'done'
      ? shortened(state, { ...event, entry: undefined })
      : shortened(state, event),

  'a POST comes after a read that could have said no': (state, event) =>
    state.name === 'permitting' && event.type === 'allowed'
      ? shortened({ name: 'reading', subject: state.subject }, { type: 'found', finding: open })
      : shortened(state, event),

  'a POST is written down before it is sent': without((effect, state) =>
    state.name === 'reading' ? effect.type !== 'remember' : true,
  ),

  'an arrival is told once, and nothing else is told as one': without(
    (effect) => !(effect.type === 'tell' && effect.told.name === 'outcome'),
  ),

  'nothing is confirmed that the server has not said': (state, event) =>
    state.name === 'checking' && event.type === 'found' && event.finding.is === 'unclear'
      ? shortened(state, { type: 'found', finding: { is: 'done' } })
      : shortened(state, event),

  // The first answer of the server is believed.
  'nothing is denied that the server has denied but once': (state, event) =>
    state.name === 'in-doubt' && event.type === 'found'
      ? shortened({ ...state, isDoubted: true }, event)
      : shortened(state, event),

  'one element at a time asks and leaves': (state, event) =>
    state.name === 'locking' && event.type === 'taken'
      ? shortened(state, { type: 'locked' })
      : shortened(state, event),

  'the lock is held by whoever is at it, and by nobody else': without(
    (effect, state) => !(effect.type === 'unlock' && state.name === 'permitting'),
  ),

  'whoever is under way waits for something': without(
    (effect, state) => !(effect.type === 'check' && state.name === 'checking'),
  ),

  'a reader can do something, or waits for something': (state, event) =>
    state.name === 'leaving' && event.type === 'late'
      ? { state, effects: [] }
      : shortened(state, event),
};

const open = { is: 'open' } as const;

function without(isKept: (effect: Effect, state: FlowState) => boolean): Transition {
  return (state, event): Step => {
    const step = shortened(state, event);
    return { ...step, effects: step.effects.filter((effect) => isKept(effect, state)) };
  };
}

/** A machine that keeps a whole error, and with it whatever the server has quoted. */
export const keepsErrors: Transition = (state, event) => {
  const { state: next, effects } = shortened(state, event);
  const said = event.type === 'unanswered' ? { said: event.error.message } : {};
  return { state: Object.assign({ ...next }, said), effects };
};
