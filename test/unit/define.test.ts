import { expect, fixture, html } from '@open-wc/testing';
import { define, version } from '../../src/host/define.js';
import { configure } from '../../src/index.js';
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

describe('configure() of a copy that has no tags', () => {
  it('says that it reaches nobody, and that settings are not shared', () => {
    const warnings = useWarnings();
    customElements.define('connect-elsewhere', class extends HTMLElement {});
    define('connect-elsewhere', class extends HTMLElement {});
    configure({ country: 'no' });
    expect(warnings.at(-1)).to.match(/^configure\(\): reaches no element/);
  });

  it('says nothing where it reaches one', async () => {
    const element = await fixture(html`<connect-outcome></connect-outcome>`);
    const warnings = useWarnings();
    configure({ country: 'no' });
    expect(warnings).to.deep.equal([]);
    element.remove();
  });
});
