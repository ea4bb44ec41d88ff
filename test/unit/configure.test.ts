import { expect, fixture, html } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import { apiBase, json, once, settled, until, useEvents, useServer } from './support.js';

const listed = (product: string) => `GET /v1/product/payment/${product}`;
const methods = json({ paymentMethodResponseItems: ['invoice'] });
const element = (product: string) =>
  html`<connect-payment-methods product-code=${product}></connect-payment-methods>`;

// These tests build on one another: what is configured stays for the page.
describe('configure()', () => {
  it('called after an element failed for want of it, mends it', async () => {
    const { sent } = useServer({ [listed('C')]: methods });
    const root = await fixture(html`<div>${element('C')}</div>`);
    const found = root.querySelector('connect-payment-methods');
    await until(() => found?.matches(':state(failed)'), 'it failed');
    expect(sent).to.have.length(0);
    configure({ apiUrl: apiBase, token: 'page' });
    await until(() => found?.matches(':state(ready)'), 'it is ready');
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer page');
  });

  it('reaches elements that connect later, without another call', async () => {
    const { count } = useServer({ [listed('C')]: methods });
    const root = await fixture(html`<div>${element('C')}</div>`);
    await until(() => root.querySelector(':state(ready)'), 'it is ready');
    expect(count()).to.equal(1);
  });

  it('loses to connect-config, and that to the attribute', async () => {
    const { sent } = useServer({ [listed('C1')]: methods, [listed('C2')]: methods });
    const root = await fixture(
      html`<connect-config token="config"
        >${element('C1')}<connect-payment-methods
          product-code="C2"
          token="own"
        ></connect-payment-methods
      ></connect-config>`,
    );
    await until(() => root.querySelectorAll(':state(ready)').length === 2, 'both are ready');
    const tokens = sent.map(({ path, headers }) => [path.slice(-2), headers.get('Authorization')]);
    expect(Object.fromEntries(tokens)).to.deep.equal({ C1: 'Bearer config', C2: 'Bearer own' });
  });

  it('again with equal values asks nothing anew', async () => {
    const { count } = useServer({ [listed('C')]: methods });
    const root = await fixture(html`<div>${element('C')}</div>`);
    await until(() => root.querySelector(':state(ready)'), 'it is ready');
    configure({ apiUrl: apiBase });
    configure({ token: 'page' });
    await settled();
    expect(count()).to.equal(1);
  });

  for (const attribute of [
    'environment="test"',
    'country="se"',
    'api-url="https://elsewhere.example"',
  ]) {
    it(`gives no token to an element with ${attribute}`, async () => {
      const events = useEvents();
      const { count } = useServer();
      const root = await fixture<HTMLElement>(html`<div></div>`);
      const error = once(root, 'connect-error');
      root.innerHTML =
        `<connect-payment-methods product-code="C" api-url="${apiBase}" ${attribute}></connect-payment-methods>`.replace(
          attribute.startsWith('api-url') ? ` api-url="${apiBase}"` : '',
          '',
        );
      expect((await error).detail).to.include({
        code: 'config',
        message: 'token: expected a token or its source (a copy or snapshot of a page has none)',
      });
      expect(events).to.have.length(1);
      expect(count()).to.equal(0);
    });
  }

  it('reaches through connect-config', async () => {
    const { sent } = useServer({ [listed('C')]: methods });
    const root = await fixture(
      html`<connect-config client-id="x">${element('C')}</connect-config>`,
    );
    await until(() => root.querySelector(':state(ready)'), 'it is ready');
    configure({ token: 'newer' });
    await until(() => sent.length === 2, 'it is read again');
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer page',
      'Bearer newer',
    ]);
  });

  it('with another server asks that one', async () => {
    const other = 'https://other.example';
    const { sent } = useServer({
      [listed('C')]: methods,
      [`GET ${other}/v1/product/payment/C`]: methods,
    });
    const root = await fixture(html`<div>${element('C')}</div>`);
    await until(() => root.querySelector(':state(ready)'), 'it is ready');
    configure({ apiUrl: other, token: 'for-other' });
    await until(() => sent.length === 2, 'it has asked the other server');
    expect(sent[1]?.headers.get('Authorization')).to.equal('Bearer for-other');
  });
});
