import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { apiBase, until, useServer, useStore, useWarnings } from './support.js';
import { get, labels, resource, src } from './vipps-scene.js';

/** What one file has configured stays until its end: nothing is configured in this one. */
describe('a page that has named no scripts', () => {
  it('wants none, and is warned of nothing but what else may not be followed', async () => {
    useStore();
    const warnings = useWarnings();
    useServer({ [get]: resource(['view-payment', 'redirect-authorization', 'paid-payment']) });
    const element = await fixture<HTMLElement>(
      html`<connect-vipps-payment
        src=${src}
        api-url=${apiBase}
        token="t0ken"
      ></connect-vipps-payment>`,
    );
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect(labels(element)).to.have.length(1);
    expect(warnings).to.deep.equal([
      'connect-vipps-payment redirect-authorization: ' +
        'expected an address of src, operation-origins or scriptOrigins',
    ]);
  });
});
