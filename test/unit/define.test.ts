import { expect } from '@open-wc/testing';
import { define, version } from '../../src/host/define.js';
import { useWarnings } from './support.js';

describe('a second copy of the library', () => {
  it('leaves the first alone and warns with both versions', () => {
    const warnings = useWarnings();
    const first = class extends HTMLElement {
      static version = '0.9.0';
    };
    define('connect-twice', first);
    expect(() => define('connect-twice', class extends HTMLElement {})).to.not.throw();
    expect(customElements.get('connect-twice')).to.equal(first);
    expect(warnings).to.deep.equal([`connect-twice 0.9.0 ignored ${version}`]);
  });

  it('says nothing when the same class is registered again', () => {
    const warnings = useWarnings();
    const same = class extends HTMLElement {};
    define('connect-same', same);
    define('connect-same', same);
    expect(warnings).to.deep.equal([]);
  });

  it('warns of another element that has the tag', () => {
    const warnings = useWarnings();
    customElements.define('connect-taken', class extends HTMLElement {});
    define('connect-taken', class extends HTMLElement {});
    expect(warnings).to.deep.equal([`connect-taken false ignored ${version}`]);
  });
});
