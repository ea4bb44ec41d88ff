import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { showState } from './state-name.js';

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

describe('the state that style sheets match', () => {
  it('is one at a time', () => {
    const states = new States(() => true);
    showState(states, 'loading');
    showState(states, 'ready');
    assert.deepEqual([...states], ['ready']);
  });

  it('has two dashes where the engine asks for them, as those from before `:state()` do', () => {
    const states = new States((name) => name.startsWith('--'));
    showState(states, 'loading');
    showState(states, 'ready');
    assert.deepEqual([...states], ['--ready']);
  });

  it('is told nobody where the engine has no custom states', () => {
    showState(undefined, 'ready');
  });
});
