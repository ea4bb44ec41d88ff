// In Node alone: what a server does that has two copies of the package.
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { LitElement } from 'lit';
import { define, isSecondCopy, version } from './define.js';

describe('two copies of the package on a server', () => {
  const warn = mock.method(console, 'warn', () => {});
  beforeEach(() => warn.mock.resetCalls());
  const said = () => warn.mock.calls.map((call) => call.arguments.join(' '));
  const copy = (of: string) =>
    class extends LitElement {
      static version = of;
    };

  it('are silent where they are of the same version: a framework has one for each of its layers', () => {
    const first = copy(version);
    define('connect-layers', first);
    define('connect-layers', copy(version));
    assert.deepEqual(said(), []);
    assert.equal(isSecondCopy(), false);
    assert.equal(customElements.get('connect-layers'), first);
  });

  it('say so where they are not', () => {
    define('connect-versions', copy('0.0.9'));
    define('connect-versions', copy(version));
    assert.deepEqual(said(), [`connect-versions 0.0.9 ignored ${version}`]);
  });
});
