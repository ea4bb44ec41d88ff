import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectError } from '../../api/errors.js';
import type { VippsEvent } from './events.js';
import { assumedRules } from '../rules.js';
import type { Standing, VippsState } from './states.js';
import { transition } from './transition.js';
import { isAtRest, view } from './view.js';

const operation = { method: 'POST', href: 'https://pay.example/' };
const wanted = { rel: 'create-capture' };
const sending = { name: 'sending' } as const;
const lost = { type: 'lost', error: new ConnectError('in-doubt', '') } as const;
const checking = {
  ...({ name: 'checking', claim: 'open' } as const),
  ...{ attempt: 0, isWaiting: false, isTold: false },
};

/** The state that a line of events leads to. */
function after(state: VippsState, ...events: readonly VippsEvent[]): VippsState {
  return events.reduce((at, event) => transition(at, event).state, state);
}

const effectsOf = (state: VippsState, event: VippsEvent) =>
  transition(state, event).effects.map(({ type }) => type);

describe('what drives a Vipps payment', () => {
  it('goes from the lock over a read and the page to the server, and reads once more', () => {
    const done = after(
      { name: 'shown' },
      { type: 'pressed', wanted },
      { type: 'locked' },
      { type: 'listed', kind: 'change', operation },
      { type: 'allowed', body: {} },
      { type: 'done' },
    );
    assert.deepEqual(done, { name: 'concluding', result: { is: 'done' } });
    const known = after(done, { type: 'found', standing: 'over' });
    assert.equal(view(known).message?.moment, 'done');
  });

  it('sends nothing that the server does not list any more', () => {
    const reading: VippsState = { name: 'reading', wanted };
    const lapsed = after(reading, { type: 'listed', kind: 'change' });
    assert.deepEqual(lapsed, { name: 'shown', notice: { is: 'lost' } });
  });

  it('reads before anything else when an answer is lost, and says that it may have been done', () => {
    assert.ok(effectsOf(sending, lost).includes('check'));
    const known = after(sending, lost, { type: 'found', standing: 'open' });
    assert.equal(view(known).message?.moment, 'in-doubt');
  });

  it('says neither yes nor no of what the vendor calls completed, until the server was asked', () => {
    const { state, effects } = transition({ name: 'shown' }, { type: 'claimed', claim: 'open' });
    assert.equal(state.name, 'checking');
    assert.equal(view(state).message?.moment, 'open');
    assert.ok(!effects.some((one) => one.type === 'tell' && one.told.name === 'confirmed'));
  });

  it('asks for ten minutes before it tells that it is not confirmed', () => {
    let waited = 0;
    let told = 0;
    let state: VippsState = checking;
    for (let round = 0; state.name === 'checking' && round < 20; round++) {
      const step = transition(state, { type: 'found', standing: 'open' });
      for (const effect of step.effects) {
        if (effect.type === 'wait') waited += effect.seconds;
        if (effect.type === 'tell') told++;
      }
      state = after(step.state, { type: 'due' });
    }
    assert.equal(state.name, 'unconfirmed');
    assert.deepEqual([waited, told], [assumedRules.pauses.reduce((sum, one) => sum + one), 1]);
    assert.ok(waited >= 600);
  });

  it('asks twice about what has ended, and once more when the reader wants to know', () => {
    const ended: VippsState = { ...checking, claim: 'cancelled' };
    const first = transition(ended, { type: 'found', standing: 'open' });
    assert.deepEqual(first.effects, [{ type: 'wait', seconds: assumedRules.pauses[1] }]);
    const told = transition(after(first.state, { type: 'due' }), {
      type: 'found',
      standing: 'open',
    });
    assert.equal(told.state.name, 'unconfirmed');
    const again = after(told.state, { type: 'checked-again' });
    const { effects } = transition(again, { type: 'found', standing: 'open' });
    assert.deepEqual(effects, []);
  });

  it('is told no error while it asks about what is open, but when nobody has answered in the end', () => {
    const error = new ConnectError('network', 'no answer');
    let state: VippsState = checking;
    for (let round = 1; round < assumedRules.pauses.length; round++) {
      const step = transition(state, { type: 'unanswered', error });
      assert.deepEqual(
        step.effects.map(({ type }) => type),
        ['wait'],
      );
      state = after(step.state, { type: 'due' });
    }
    const last = transition(state, { type: 'unanswered', error });
    assert.equal(last.state.name, 'unconfirmed');
    assert.deepEqual(last.effects, [{ type: 'tell', told: { name: 'error', error } }]);
    const refused = new ConnectError('unauthorized', 'no');
    assert.equal(after(checking, { type: 'unanswered', error: refused }).name, 'unconfirmed');
  });

  it('asks as one whom nobody asked after a return and at each pause, and as others when the reader asks', () => {
    const asks = (state: VippsState, event: VippsEvent) =>
      transition(state, event).effects.flatMap((one) =>
        one.type === 'check' ? [one.isUnasked] : [],
      );
    assert.deepEqual(asks({ name: 'shown' }, { type: 'claimed', claim: 'initiated' }), [true]);
    assert.deepEqual(asks({ ...checking, isWaiting: true }, { type: 'due' }), [true]);
    assert.deepEqual(asks({ ...checking, isWaiting: true }, { type: 'seen' }), [true]);
    assert.deepEqual(asks({ ...checking, isWaiting: true }, { type: 'checked-again' }), [false]);
    assert.deepEqual(asks(sending, { type: 'done' }), [false]);
  });

  it('is seen ten seconds after it should have left: the server is asked how it went', () => {
    const left: VippsState = { name: 'leaving', url: operation.href };
    assert.equal(after(left, { type: 'late' }).name, 'checking');
    assert.deepEqual(effectsOf(left, { type: 'seen' }), ['stop', 'reload']);
  });

  it('is taken up again on a page that is loaded anew', () => {
    const fresh: VippsState = { name: 'unread' };
    const open = after(fresh, { type: 'loaded', left: 'view-payment', isListed: true });
    assert.deepEqual(open, { name: 'locking', wanted: { rel: 'view-payment' } });
    const gone = after(fresh, { type: 'loaded', left: 'redirect-authorization', isListed: false });
    assert.equal(gone.name, 'checking');
  });

  it('says what is read later, when it had not been confirmed or could not be read', () => {
    const loaded = (standing?: Standing): VippsEvent => ({
      type: 'loaded',
      standing,
      isListed: false,
    });
    const told = (state: VippsState, event: VippsEvent) =>
      transition(state, event).effects.flatMap((one) => (one.type === 'tell' ? [one.told] : []));
    const claimed = { name: 'unconfirmed', claim: 'open', isTold: true, isOver: false } as const;
    assert.equal(after(claimed, loaded('registered')).name, 'confirmed');
    assert.deepEqual(told(claimed, loaded('registered')), [{ name: 'confirmed', confirmed: true }]);
    const over = after(claimed, loaded('over'));
    assert.deepEqual(over, { ...claimed, isOver: true });
    assert.deepEqual(told(claimed, loaded('over')), []);
    const unheard = { ...claimed, isTold: false, failure: 'network' } as const;
    assert.deepEqual(told(unheard, loaded('over')), [{ name: 'confirmed', confirmed: false }]);
    // Nothing new is said anew.
    assert.equal(after(over, loaded('over')), over);
    assert.equal(after(claimed, loaded('open')), claimed);
    assert.equal(after(claimed, loaded()), claimed);
    assert.equal(after(unheard, loaded()), unheard);

    // The server answers again: what has not been told is asked about as if it had done so from the beginning.
    const asked = transition(unheard, loaded('open'));
    assert.deepEqual(asked.state, { ...checking, attempt: 1, isWaiting: true });
    assert.deepEqual(asked.effects, [{ type: 'wait', seconds: assumedRules.pauses[1] }]);
    const toldUnheard = { ...unheard, isTold: true };
    assert.deepEqual(transition(toldUnheard, loaded('open')), {
      state: claimed,
      effects: [],
    });

    const unread = { name: 'unsettled', result: { is: 'done' }, failure: 'network' } as const;
    const known: VippsState = { name: 'shown', notice: { is: 'done' } };
    assert.deepEqual(after(unread, loaded('open')), known);
    // What was asked for before the change was sent says nothing of it.
    assert.equal(after(unread, loaded()), unread);
  });

  it('takes up what is read while it asks, and asks on where that tells nothing', () => {
    const loaded = (standing?: Standing): VippsEvent => ({
      type: 'loaded',
      standing,
      isListed: false,
    });
    for (const isWaiting of [true, false]) {
      const state = { ...checking, isWaiting };
      const paid = transition(state, loaded('registered'));
      assert.equal(paid.state.name, 'confirmed');
      const told = { type: 'tell', told: { name: 'confirmed', confirmed: true } };
      assert.deepEqual(paid.effects, [{ type: 'stop' }, told]);
      assert.equal(after(state, loaded('over')).name, 'unconfirmed');
      for (const said of ['open', undefined] as const) {
        assert.deepEqual(transition(state, loaded(said)), { state, effects: [] });
      }
    }
  });

  it('takes its page of the vendor away before a change is sent', () => {
    const asked: VippsState = { name: 'permitting', wanted, operation };
    assert.deepEqual(effectsOf(asked, { type: 'allowed', body: {} }), ['close', 'send']);
  });

  it('keeps the lock until the answer is there, also when the element has left', () => {
    const left = after(sending, { type: 'left' });
    assert.deepEqual([left.name, isAtRest(left)], ['sending', false]);
    assert.ok(effectsOf(left, { type: 'done' }).includes('unlock'));
  });
});
