import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { redirectFlows } from '../../src/flow/transaction.js';
import { faults, keepsErrors } from './faults.js';
import { ignoredIn } from '../../src/flow/ignored.js';
import { invariants } from './invariants.js';
import { walk, type Walked } from './walk.js';
import { secret, shortened, type Bounds, type Transition } from './world.js';

/**
 * Every state that can be reached, from every way in which a page can begin, with every event in it. The
 * longer walks are in the long checks. Of what is changed or added one at once is walked: when two were, the
 * server's list cannot tell of which it speaks, and the later one holds without anything being paid twice.
 */
const bounds: readonly (Bounds & { readonly flow: (typeof redirectFlows)[number] })[] =
  process.env['LONG'] === '1'
    ? [
        { flow: 'pay-invoice', elements: 1, made: 3 },
        { flow: 'pay-invoice', elements: 2, made: 2 },
      ]
    : [
        ...redirectFlows.map((flow) => ({ flow, elements: 2, made: 1 }) as const),
        { flow: 'pay-invoice', elements: 1, made: 2 },
      ];

const names = [...Object.keys(invariants.steps), ...Object.keys(invariants.worlds)];

describe('the flow, walked through every state that can be reached', () => {
  for (const { flow, elements, made } of bounds) {
    it(`holds with ${elements} of ${flow} and at most ${made} that may be approved at once`, () => {
      const walked = walk(flow, { elements, made }, invariants, shortened);
      console.log(said(walked));
      assert.deepEqual([...walked.broken], []);
      assert.ok(walked.worlds > 500, 'a walk that goes nowhere holds everything');
    });
  }
});

describe('each invariant can fail', () => {
  for (const name of names) {
    it(name, () => {
      const fault = faults[name];
      assert.ok(fault, 'has no fault planted');
      const small = { elements: 1, made: 2 } as const;
      const pair = { elements: 2, made: 1 } as const;
      const isSeen = [small, pair].some((size) =>
        walk('pay-invoice', size, invariants, fault, name).broken.has(name),
      );
      assert.ok(isSeen, 'was not noticed');
    });
  }
});

describe('a token', () => {
  const small = { elements: 1, made: 1 } as const;
  const nothing = { steps: {}, worlds: {} };

  function leaks(transition: Transition): number {
    let count = 0;
    walk('pay-invoice', small, nothing, (state, event) => {
      const step = transition(state, event);
      if (JSON.stringify(step.state).includes(secret)) count++;
      return step;
    });
    return count;
  }

  it('is in no state, whatever an error says', () => {
    assert.equal(leaks(shortened), 0);
  });

  it('would be seen in one', () => {
    assert.ok(leaks(keepsErrors) > 0);
  });
});

describe('what changes nothing', () => {
  it('is on the list of its state, and nothing else is', () => {
    const taken = new Map<string, boolean>();
    walk('pay-invoice', { elements: 2, made: 1 }, { steps: {}, worlds: {} }, (state, event) => {
      const step = shortened(state, event);
      const key = `${state.name} ${event.type}`;
      const isIdle = step.state === state && !step.effects.length;
      taken.set(key, (taken.get(key) ?? true) && isIdle);
      const isListed = ignoredIn[state.name].some((type) => type === event.type);
      if (isListed) assert.ok(isIdle, `${key} changes something and is on the list`);
      return step;
    });
    assert.ok([...taken.values()].some((isIdle) => isIdle));
  });
});

function said({ worlds, steps }: Walked): string {
  return `tally ${worlds} states walked\ntally ${steps} steps walked`;
}
