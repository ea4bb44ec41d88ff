import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectError } from '../../api/errors.js';
import type { CancelEvent } from './events.js';
import type { CancelState } from './states.js';
import { assumedPauses, transition } from './transition.js';
import { isAtRest, view } from './view.js';

const refusal = (status: number) => new ConnectError('bad-request', 'no', status);
const sending = { name: 'sending' } as const;
const checking = { name: 'checking', matter: 'asked', attempt: 0, isWaiting: false } as const;

/** The state that a line of events leads to. */
function after(state: CancelState, ...events: readonly CancelEvent[]): CancelState {
  return events.reduce((at, event) => transition(at, event).state, state);
}

describe('what cancels a stored method', () => {
  it('goes from the question over the page and the server to what the server says', () => {
    const way = after(
      { name: 'unread' },
      { type: 'loaded', standing: 'open' },
      { type: 'asked' },
      { type: 'pressed' },
      { type: 'claimed' },
      { type: 'allowed' },
      { type: 'accepted' },
      { type: 'found', standing: 'cancelled' },
    );
    assert.deepEqual(way, { name: 'cancelled' });
  });

  it('asks at growing pauses what became of what was accepted, and then leaves it to the reader', () => {
    const waited: number[] = [];
    let state: CancelState = checking;
    for (let round = 0; state.name === 'checking' && round < 9; round++) {
      const { state: next, effects } = transition(state, { type: 'found', standing: 'open' });
      for (const effect of effects) if (effect.type === 'wait') waited.push(effect.seconds);
      state = after(next, { type: 'due' });
    }
    assert.deepEqual([0, ...waited], assumedPauses);
    assert.deepEqual(view(state).message?.actions, ['check-again']);
    assert.equal(view(state).mayAsk, false);
  });

  it('lets a lost answer be sent again only when the server says that it is not cancelled', () => {
    const lost = after(sending, { type: 'lost', error: new ConnectError('in-doubt', '') });
    assert.equal(lost.name, 'checking');
    assert.equal(view(lost).mayAsk, false);
    const unanswered = after(lost, { type: 'unanswered', error: new ConnectError('network', '') });
    assert.deepEqual([unanswered.name, view(unanswered).mayAsk], ['unconfirmed', false]);
  });

  for (const [what, error, isPending, expected] of [
    ['that payments are pending', refusal(400), true, 'pending'],
    ['nothing about payments', refusal(400), false, 'refused'],
    ['that there is no such thing', refusal(404), false, 'refused'],
    ['that it is another state', refusal(409), false, 'refused'],
    ['no success', new ConnectError('declined', ''), false, 'refused'],
  ] as const) {
    it(`asks once what is true after a refusal that says ${what}`, () => {
      const asked = after(sending, { type: 'refused', error, isPending });
      assert.equal(asked.name, 'checking');
      const told = after(asked, { type: 'found', standing: 'open' });
      assert.equal(view(told).message?.moment, expected);
      assert.equal(view(told).mayAsk, true);
    });
  }

  it('asks what came of what another element of the page is at', () => {
    const asked = after({ name: 'claiming' }, { type: 'taken' });
    assert.deepEqual([asked.name, view(asked).mayAsk], ['checking', false]);
  });

  for (const [what, state] of [
    ['was accepted', { name: 'unconfirmed', matter: 'asked' }],
    ['was not heard', { name: 'shown', standing: 'open', notice: { is: 'in-doubt' } }],
  ] as const) {
    it(`tells that it is cancelled when a later reading says so, after it ${what}`, () => {
      const { state: told, effects } = transition(state, {
        ...{ type: 'loaded', standing: 'cancelled' },
      });
      assert.equal(told.name, 'cancelled');
      assert.ok(effects.some(({ type }) => type === 'tell-removed'));
    });
  }

  it('tells nothing of one that was cancelled by somebody else', () => {
    const shown: CancelState = { name: 'shown', standing: 'open' };
    assert.deepEqual(transition(shown, { type: 'loaded', standing: 'cancelled' }), {
      state: { name: 'shown', standing: 'over', notice: undefined },
      effects: [{ type: 'stop' }],
    });
  });

  it('keeps the question when the method is read again meanwhile, while it is one', () => {
    const asked: CancelState = { name: 'questioning' };
    assert.equal(after(asked, { type: 'loaded', standing: 'open' }).name, 'questioning');
    assert.equal(after(asked, { type: 'loaded', standing: 'over' }).name, 'shown');
  });

  it('waits for the answer of what was sent, also when the element has left', () => {
    const left = after(sending, { type: 'left' });
    assert.deepEqual([left.name, isAtRest(left)], ['sending', false]);
    assert.equal(after(left, { type: 'accepted' }).name, 'left');
  });
});
