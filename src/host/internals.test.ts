import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Internals } from './internals.js';

/** What a browser has for custom states, as far as the elements use it. */
class States extends Set<string> {
  constructor(readonly mayBe: (name: string) => boolean) {
    super();
  }

  override add(name: string): this {
    if (!this.mayBe(name)) throw new Error(`'${name}' must start with '--'`);
    return super.add(name);
  }
}

/** The states of an element that was loading and then ready. */
function shown(mayBe: (name: string) => boolean): readonly string[] {
  const states = new States(mayBe);
  const internals = new Internals({ attachInternals: () => ({ states }) });
  internals.showState('loading');
  internals.showState('ready');
  return [...states];
}

describe('the state that style sheets match', () => {
  it('is one at a time', () => {
    assert.deepEqual(
      shown(() => true),
      ['ready'],
    );
  });

  it('has two dashes where the engine asks for them, as those from before `:state()` do', () => {
    assert.deepEqual(
      shown((name) => name.startsWith('--')),
      ['--ready'],
    );
  });

  it('is told nobody where the engine has no custom states', () => {
    new Internals({ attachInternals: () => ({}) }).showState('ready');
    new Internals({}).showState('ready');
  });
});
