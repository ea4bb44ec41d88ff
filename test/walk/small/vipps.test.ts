import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VippsEffect } from '../../../src/flow/vipps/events.js';
import { ignoredIn } from '../../../src/flow/vipps/ignored.js';
import type { VippsState } from '../../../src/flow/vipps/states.js';
import { comesToRest, explore } from './explore.js';
import { holds, noticesEach, watched, without as dropping } from './held.js';
import { shortened, vippsModel, type Transition } from './vipps-model.js';

const without = (isKept: (effect: VippsEffect, state: VippsState) => boolean): Transition =>
  dropping(shortened, isKept);

/** A machine with something wrong in it, by what has to notice. */
const faults: Readonly<Record<string, Transition>> = {
  // Try again by itself.
  'no change is sent twice without a read in between': (state, event) =>
    state.name === 'sending' && event.type === 'lost' && !state.isGone
      ? {
          state,
          effects: [{ type: 'send', operation: { method: 'POST', href: '' }, body: {} }],
        }
      : shortened(state, event),

  'a change is sent when the last read has listed it, and the page has let it': (state, event) =>
    state.name === 'reading' && event.type === 'listed' && event.kind === 'change'
      ? {
          state: { name: 'sending' },
          effects: [
            { type: 'close' },
            { type: 'send', operation: { method: 'POST', href: '' }, body: {} },
          ],
        }
      : shortened(state, event),

  'a lost answer leads to a read before anything else': (state, event) =>
    state.name === 'sending' && event.type === 'lost' && !state.isGone
      ? { state: { name: 'shown', notice: { is: 'in-doubt' } }, effects: [{ type: 'unlock' }] }
      : shortened(state, event),

  'the button of a change asks first': (state, event) =>
    shortened(
      state,
      event.type === 'asked' ? { type: 'pressed', wanted: { rel: event.rel } } : event,
    ),

  'nothing is confirmed that the server has not said': (state, event) =>
    // What the vendor's page calls completed.
    event.type === 'claimed' && event.claim === 'open'
      ? {
          state: { name: 'confirmed' },
          effects: [
            { type: 'close' },
            { type: 'unlock' },
            { type: 'stop' },
            { type: 'tell', told: { name: 'confirmed', confirmed: true } },
          ],
        }
      : shortened(state, event),

  'nothing is told to be unconfirmed twice, or before it was asked to the end': (state, event) =>
    state.name === 'checking' && event.type === 'found' && event.standing === 'open'
      ? {
          state: {
            ...{ name: 'unconfirmed', claim: state.claim },
            ...{ isTold: true, isOver: false },
          },
          effects: [{ type: 'tell', told: { name: 'confirmed', confirmed: false } }],
        }
      : shortened(state, event),

  'an outcome is told once for each claim': without(
    (effect) => !(effect.type === 'tell' && effect.told.name === 'outcome'),
  ),

  'the lock is held by whoever is at it, and by nobody else': without(
    ({ type }, { name }) => !(type === 'unlock' && name === 'fetching'),
  ),

  'nothing is busy for ever': without(({ type }) => type !== 'wait'),

  "the vendor's page is gone before a change is sent, and with the element": without(
    ({ type }, { name }) => !(type === 'close' && name === 'permitting'),
  ),

  [comesToRest]: (state, event) =>
    state.name === 'sending' ? { state, effects: [] } : shortened(state, event),
};

describe('what drives a Vipps payment, walked through every state that can be reached', () => {
  it('holds beside the server, the payer, the page of the vendor, and another tab', () => {
    holds(vippsModel(), 1000);
  });
});

describe('each invariant of it can fail', () => {
  noticesEach(vippsModel, faults);
});

describe('what changes nothing when a Vipps payment is driven', () => {
  it('is on the list of its state, and what is on it changes nothing', () => {
    const watch = watched(shortened, (state, event) =>
      ignoredIn[state.name].some((type) => type === event.type),
    );
    explore(vippsModel(watch.transit));
    assert.ok(watch.tried() > 1000);
  });
});
