import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CancelEffect } from '../../../src/flow/cancel/events.js';
import { ignoredIn } from '../../../src/flow/cancel/ignored.js';
import type { CancelState } from '../../../src/flow/cancel/states.js';
import { cancelModel, shortened, type Transition } from './cancel-model.js';
import { comesToRest, explore } from './explore.js';
import { holds, noticesEach, watched, without as dropping } from './held.js';

const without = (isKept: (effect: CancelEffect, state: CancelState) => boolean): Transition =>
  dropping(shortened, isKept);

/** A machine with something wrong in it, by what has to notice. */
const faults: Readonly<Record<string, Transition>> = {
  'nothing is asked twice without a read or a refusal in between': (state, event) =>
    state.name === 'sending' && event.type === 'lost'
      ? { state: { name: 'shown', standing: 'open' }, effects: [{ type: 'let-go' }] }
      : shortened(state, event),

  'a lost answer leads to a read before anything else': (state, event) =>
    state.name === 'sending' && event.type === 'lost' && !state.isGone
      ? { state: { name: 'unconfirmed', matter: 'in-doubt' }, effects: [{ type: 'let-go' }] }
      : shortened(state, event),

  'the button asks before it sends': (state, event) =>
    shortened(state, event.type === 'asked' ? { type: 'pressed' } : event),

  'nothing is told as cancelled that the server has not said': (state, event) =>
    state.name === 'sending' && event.type === 'accepted'
      ? {
          state: { name: 'cancelled' },
          effects: [{ type: 'tell-removed' }, { type: 'let-go' }],
        }
      : shortened(state, event),

  'what was accepted is not offered again to whoever only comes back to the page': (state, event) =>
    shortened(state, event.type === 'loaded' ? { ...event, isUnasked: false } : event),

  'the page is asked before anything is sent': (state, event) =>
    state.name === 'claiming' && event.type === 'claimed'
      ? { state: { name: 'sending' }, effects: [{ type: 'send' }] }
      : shortened(state, event),

  'the claim is held by whoever is at it, and by nobody else': without(
    ({ type }, { name }) => !(type === 'let-go' && name === 'permitting'),
  ),

  'nothing is busy for ever': without(({ type }) => type !== 'wait'),

  'a reader can do something, or waits for something, or it is over': (state, event) => {
    const step = shortened(state, event);
    // Asked to the end, and nothing more can be done.
    return step.state.name === 'unconfirmed' ? { ...step, state: { name: 'sending' } } : step;
  },

  [comesToRest]: (state, event) =>
    state.name === 'checking' && event.type !== 'due' && event.type !== 'found'
      ? { state, effects: [] }
      : state.name === 'checking' && event.type === 'found'
        ? { state: { ...state, isWaiting: true }, effects: [{ type: 'wait', seconds: 1 }] }
        : shortened(state, event),
};

describe('what cancels a stored method, walked through every state that can be reached', () => {
  it('holds with two elements of a page', () => {
    holds(cancelModel(), 300);
  });
});

describe('each invariant of it can fail', () => {
  noticesEach(cancelModel, faults);
});

describe('what changes nothing when a stored method is cancelled', () => {
  it('is on the list of its state, and what is on it changes nothing', () => {
    const watch = watched(shortened, (state, event) =>
      ignoredIn[state.name].some((type) => type === event.type),
    );
    explore(cancelModel(watch.transit));
    assert.ok(watch.tried() > 300);
  });
});
