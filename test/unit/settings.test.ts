import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectConfig } from '../../src/elements/config.js';
import type { ConnectPaymentMethods } from '../../src/elements/payment-methods.js';
import {
  apiBase,
  held,
  json,
  once,
  settled,
  until,
  useEvents,
  useServer,
  useStore,
  useWarnings,
} from './support.js';

const listed = (product: string) => `GET /v1/product/payment/${product}`;
const methods = json({ paymentMethodResponseItems: ['invoice'] });

/** The first `connect-payment-methods` in what is rendered, once it has loaded or failed. */
async function loaded(template: ReturnType<typeof html>): Promise<ConnectPaymentMethods> {
  const root = await fixture(html`<div>${template}</div>`);
  const element = root.querySelector('connect-payment-methods');
  if (!element) throw new Error('no element');
  await until(
    () => element.matches(':state(ready), :state(failed), :state(empty)'),
    'it has loaded',
  );
  return element;
}

describe('the token attribute', () => {
  it('is taken out of the DOM and cannot be read, but is used', async () => {
    const { sent } = useServer({ [listed('T1')]: methods });
    const element = await loaded(
      html`<connect-payment-methods
        product-code="T1"
        api-url=${apiBase}
        token="s3cret"
      ></connect-payment-methods>`,
    );
    expect(element.hasAttribute('token')).to.equal(false);
    expect(element.token).to.equal(undefined);
    expect(element.outerHTML).to.not.contain('s3cret');
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer s3cret');
  });

  it('is taken out of connect-config as well', async () => {
    const { sent } = useServer({ [listed('T2')]: methods });
    const element = await loaded(
      html`<connect-config api-url=${apiBase} token="s3cret"
        ><connect-payment-methods product-code="T2"></connect-payment-methods
      ></connect-config>`,
    );
    expect(element.parentElement?.outerHTML).to.not.contain('s3cret');
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer s3cret');
  });

  it('is used anew when it is set anew', async () => {
    const { sent } = useServer({ [listed('T3')]: methods });
    const element = await loaded(
      html`<connect-payment-methods
        product-code="T3"
        api-url=${apiBase}
        token="one"
      ></connect-payment-methods>`,
    );
    element.setAttribute('token', 'two');
    await element.reload();
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer one',
      'Bearer two',
    ]);
  });

  it('mends an element that failed for want of it', async () => {
    useServer({ [listed('T4')]: methods });
    const element = await loaded(
      html`<connect-payment-methods
        product-code="T4"
        api-url=${apiBase}
      ></connect-payment-methods>`,
    );
    expect(element.matches(':state(failed)')).to.equal(true);
    element.token = 'late';
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect(element.paymentMethods).to.have.length(1);
  });

  it('set late on connect-config mends what is inside', async () => {
    useServer({ [listed('T5')]: methods });
    const element = await loaded(
      html`<connect-config api-url=${apiBase}
        ><connect-payment-methods product-code="T5"></connect-payment-methods
      ></connect-config>`,
    );
    expect(element.matches(':state(failed)')).to.equal(true);
    element.closest('connect-config')?.setAttribute('token', 'late');
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect(element.paymentMethods).to.have.length(1);
  });
});

describe('a token provider as a property', () => {
  it('is asked once for ten elements', async () => {
    let asked = 0;
    const { sent } = useServer(
      Object.fromEntries(Array.from({ length: 10 }, (_, n) => [listed(`P${n}`), methods])),
    );
    const config = await fixture<ConnectConfig>(
      html`<connect-config api-url=${apiBase} .tokenProvider=${async () => `t${++asked}`}
        >${Array.from(
          { length: 10 },
          (_, n) =>
            html`<connect-payment-methods product-code=${`P${n}`}></connect-payment-methods>`,
        )}</connect-config
      >`,
    );
    await until(() => config.querySelectorAll(':state(ready)').length === 10, 'all are ready');
    expect(asked).to.equal(1);
    expect(new Set(sent.map(({ headers }) => headers.get('Authorization')))).to.deep.equal(
      new Set(['Bearer t1']),
    );
  });

  it('wins over the attributes', async () => {
    const { sent } = useServer({ [listed('P')]: methods });
    await loaded(
      html`<connect-payment-methods
        product-code="P"
        api-url=${apiBase}
        token="attribute"
        token-url="/token"
        .tokenProvider=${() => 'provided'}
      ></connect-payment-methods>`,
    );
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer provided',
    ]);
  });

  it('that throws is told as unauthorized, and nothing is sent', async () => {
    const events = useEvents();
    const { count } = useServer();
    await loaded(
      html`<connect-payment-methods
        product-code="P"
        api-url=${apiBase}
        .tokenProvider=${() => Promise.reject(new Error('no'))}
      ></connect-payment-methods>`,
    );
    const detail = {
      flow: 'payment-methods',
      code: 'unauthorized',
      status: undefined,
      retryable: false,
      message: 'no token',
    };
    expect(events).to.deep.equal([['connect-error', detail]]);
    expect(count()).to.equal(0);
  });
});

describe('an element that overrides the server', () => {
  for (const own of ['environment', 'country', 'api-url'] as const) {
    it(`with ${own} does not get the token of its connect-config`, async () => {
      const events = useEvents();
      const { count } = useServer();
      const values = { environment: 'test', country: 'se', 'api-url': 'https://elsewhere.example' };
      const config = await fixture<ConnectConfig>(
        html`<connect-config token="secret" .tokenProvider=${() => 'secret'}></connect-config>`,
      );
      const element = document.createElement('connect-payment-methods');
      element.setAttribute('product-code', 'P');
      element.setAttribute(own, values[own]);
      config.append(element);
      await once(element, 'connect-error');
      expect(events).to.have.length(1);
      expect(events[0]?.[1]).to.include({
        code: 'config',
        message: 'token: expected a token or its source (a copy or snapshot of a page has none)',
      });
      expect(count()).to.equal(0);
    });
  }
});

describe('the proxy mode', () => {
  it('sends cookies and no Authorization to an API of the same origin', async () => {
    const url = new URL('/proxy/v1/product/payment/X', location.href).href;
    const { sent } = useServer({ [`GET ${url}`]: methods });
    await loaded(
      html`<connect-payment-methods product-code="X" api-url="/proxy"></connect-payment-methods>`,
    );
    expect(sent.map(({ init }) => init.credentials)).to.deep.equal(['same-origin']);
    expect(sent[0]?.headers.has('Authorization')).to.equal(false);
  });
});

describe('a token address elsewhere', () => {
  it('is a config error that names it, and nothing is sent', async () => {
    const events = useEvents();
    const { count } = useServer();
    await loaded(
      html`<connect-payment-methods
        product-code="X"
        api-url=${apiBase}
        token-url="https://evil.example/token"
      ></connect-payment-methods>`,
    );
    expect(events.map(([type]) => type)).to.deep.equal(['connect-error']);
    expect(events[0]?.[1]).to.include({
      code: 'config',
      message: 'token-url: expected an https address of this origin',
    });
    expect(count()).to.equal(0);
  });
});

describe('nested connect-configs', () => {
  it('give what the nearest says, then what the outer says', async () => {
    const { sent } = useServer({ [listed('N')]: methods });
    const element = await loaded(
      html`<connect-config api-url=${apiBase} token="outer" client-id="outer">
        <connect-config client-id="inner"
          ><connect-payment-methods product-code="N"></connect-payment-methods
        ></connect-config>
      </connect-config>`,
    );
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer outer');
    const outer = element.closest('connect-config')?.parentElement;
    outer?.setAttribute('token', 'newer');
    await settled();
    await element.reload();
    expect(sent[1]?.headers.get('Authorization')).to.equal('Bearer newer');
  });

  it('pass on to the inside what changes outside', async () => {
    const other = 'https://other.example';
    const { sent } = useServer({
      [listed('N')]: methods,
      [`GET ${other}/v1/product/payment/N`]: methods,
    });
    const element = await loaded(
      html`<connect-config api-url=${apiBase} token="outer">
        <connect-config client-id="inner"
          ><connect-payment-methods product-code="N"></connect-payment-methods
        ></connect-config>
      </connect-config>`,
    );
    element.closest('connect-config')?.parentElement?.setAttribute('api-url', other);
    await until(() => sent.length === 2, 'it has asked the other server');
    expect(sent.map(({ url }) => new URL(url).host)).to.deep.equal([
      'api.example',
      'other.example',
    ]);
  });
});

describe('an element that changes', () => {
  const element = (product: string) =>
    html`<connect-payment-methods
      product-code=${product}
      api-url=${apiBase}
      token="t"
    ></connect-payment-methods>`;

  it('asks nothing anew when equal values are set again', async () => {
    const { count } = useServer({ [listed('E')]: methods });
    const found = await loaded(element('E'));
    found.productCode = 'E';
    found.setAttribute('product-code', 'E');
    found.apiUrl = apiBase;
    found.token = 't';
    await settled();
    expect(count()).to.equal(1);
  });

  it('complains of nothing that a framework sets a task after it has placed it', async () => {
    useServer({ [listed('L')]: methods });
    const events = useEvents();
    const warnings = useWarnings();
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const found = document.createElement('connect-payment-methods');
    root.append(found);
    await new Promise((resolve) => setTimeout(resolve));
    const given = { 'product-code': 'L', 'api-url': apiBase, token: 't' };
    for (const [name, value] of Object.entries(given)) found.setAttribute(name, value);
    await until(() => found.matches(':state(ready)'), 'it is ready');
    expect(events).to.deep.equal([['connect-load', { flow: 'payment-methods', count: 1 }]]);
    expect(warnings).to.deep.equal([]);
  });

  it('aborts and asks anew for another product, and drops the late answer', async () => {
    const late = held(json({ paymentMethodResponseItems: ['late'] }));
    const { sent } = useServer({ [listed('E1')]: late.reply, [listed('E2')]: methods });
    const events = useEvents();
    const root = await fixture(html`<div>${element('E1')}</div>`);
    const found = root.querySelector('connect-payment-methods');
    await until(() => sent.length === 1);
    found?.setAttribute('product-code', 'E2');
    await until(() => found?.matches(':state(ready)'), 'it is ready');
    expect(sent[0]?.init.signal?.aborted).to.equal(true);
    late.release();
    await settled();
    expect(found?.paymentMethods).to.deep.equal([{ paymentMethod: 'invoice', current: false }]);
    expect(events).to.deep.equal([['connect-load', { flow: 'payment-methods', count: 1 }]]);
  });

  it('asks nothing anew when it moves in the DOM', async () => {
    const { count, sent } = useServer({ [listed('M')]: held(methods).reply });
    const root = await fixture(
      html`<div>
        <div></div>
        ${element('M')}
      </div>`,
    );
    const found = root.querySelector('connect-payment-methods');
    await until(() => count() === 1);
    if (found) root.firstElementChild?.append(found);
    await settled();
    expect(count()).to.equal(1);
    expect(sent[0]?.init.signal?.aborted).to.equal(false);
  });

  it('aborts when it is removed, and asks anew when it is put back', async () => {
    const { sent, answer } = useServer({ [listed('R')]: held(methods).reply });
    const root = await fixture(html`<div>${element('R')}</div>`);
    const found = root.querySelector('connect-payment-methods');
    await until(() => sent.length === 1);
    found?.remove();
    await settled();
    expect(sent[0]?.init.signal?.aborted).to.equal(true);
    answer(listed('R'), methods);
    if (found) root.append(found);
    await until(() => found?.matches(':state(ready)'), 'it is ready');
    expect(sent).to.have.length(2);
  });
});

describe('connect-config around an element with its own settings', () => {
  it('loses to the attribute', async () => {
    useStore();
    const { sent } = useServer({ [listed('A')]: methods });
    await loaded(
      html`<connect-config api-url="https://other.example" token="other"
        ><connect-payment-methods
          product-code="A"
          api-url=${apiBase}
          token="own"
        ></connect-payment-methods
      ></connect-config>`,
    );
    expect(sent.map(({ url }) => url)).to.deep.equal([`${apiBase}/v1/product/payment/A`]);
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer own');
  });
});
