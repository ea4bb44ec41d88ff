import { expect, fixture, html } from '@open-wc/testing';
import { ConnectError } from '../../src/api/errors.js';
import type { TokenProvider } from '../../src/api/token.js';
import { accessTo } from '../../src/host/token.js';
import type { ConnectConfig } from '../../src/elements/config.js';
import type { ConnectPaymentMethods } from '../../src/elements/payment-methods.js';
import { configure } from '../../src/index.js';
import {
  held,
  json,
  settled,
  unauthorized,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWarnings,
  type Sent,
} from './support.js';

const page = 'https://site.example/account';
const tokenUrl = '/token';
const issued = json({ access_token: 'subscribers', expires_in: 300 });
const methods = json({ paymentMethodResponseItems: ['invoice', 'autoGiro'] });
const isDone = (element: Element) => element.matches(':state(ready), :state(failed)');

function refusal(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof ConnectError) return `${error.code} ${error.message}`;
    throw error;
  }
  return '';
}

/** Which origin was sent which token. */
const pairs = (sent: readonly Sent[]) =>
  sent.map(({ url, headers }) => [new URL(url).origin, headers.get('Authorization')]);

describe('a token that the site gives at its own address', () => {
  const named = 'https://proxy.example https://gate.example:8443';
  for (const [api, at, apiOrigins] of [
    ['https://api.mediaconnect.no/capi', page],
    ['https://api-test.mediaconnect.no/capi', page],
    ['HTTPS://API.MediaConnect.NO:443/capi', page],
    ['https://site.example/proxy', page],
    ['https://proxy.example/capi', page, named],
    ['https://gate.example:8443', page, named],
    ['http://localhost:9001/capi', 'http://localhost:9000/'],
    ['http://127.0.0.1:9001/capi', 'http://localhost:9000/'],
    ['http://[::1]:9001/capi', 'http://127.0.0.1:9000/'],
  ] as const) {
    it(`goes to ${api} from ${at}${apiOrigins ? ', which the script has named' : ''}`, () => {
      useAddress(at);
      expect(refusal(() => accessTo(api, { tokenUrl, apiOrigins }))).to.equal('');
    });
  }

  for (const [api, at, apiOrigins] of [
    ['https://evil.example/capi', page],
    ['https://evil.example/capi', page, named],
    ['https://evil.example/https://api.mediaconnect.no', page],
    ['https://api.mediaconnect.no.evil.example/capi', page],
    ['https://xapi.mediaconnect.no/capi', page],
    ['https://login.api.mediaconnect.no/capi', page],
    ['https://apixmediaconnect.no/capi', page],
    ['https://mediaconnect.no/capi', page],
    ['https://api.mediaconnect.no./capi', page],
    ['https://api.mediaconnect.no:444/capi', page],
    ['http://api.mediaconnect.no/capi', page],
    ['https://api.mediacоnnect.no/capi', page],
    ['https://xn--api-3qa.mediaconnect.no/capi', page],
    ['https://user@api.mediaconnect.no/capi', page],
    ['https://:secret@api.mediaconnect.no/capi', page],
    ['https://site.example./proxy', page],
    ['https://site.example:444/proxy', page],
    ['https://sub.site.example/proxy', page],
    ['http://site.example/proxy', page],
    ['https://:secret@site.example/proxy', page],
    ['https://proxy.example./capi', page, named],
    ['https://proxy.example:8443/capi', page, named],
    ['https://gate.example/capi', page, named],
    ['http://localhost:9001/capi', page],
    ['https://localhost:9001/capi', page],
    ['https://localhost.:9001/capi', 'http://localhost:9000/'],
    ['https://localhost.evil.example/capi', 'http://localhost:9000/'],
    ['https://127.0.0.1.evil.example/capi', 'http://localhost:9000/'],
    ['https://evil.example/capi', 'http://localhost:9000/'],
    ['https://evil.example/capi', page, '*'],
    ['https://evil.example/capi', page, 'evil.example'],
    ['https://evil.example/capi', page, 'https://evil.example/'],
  ] as const) {
    it(`does not go to ${api} from ${at}${apiOrigins ? ` when ${apiOrigins} is named` : ''}`, () => {
      useAddress(at);
      const { count } = useServer();
      expect(refusal(() => accessTo(api, { tokenUrl, apiOrigins }))).to.match(/^config api-url: /);
      expect(count()).to.equal(0);
    });
  }

  it('says what was expected', () => {
    useAddress(page);
    expect(refusal(() => accessTo('https://evil.example', { tokenUrl }))).to.equal(
      'config api-url: expected an https address of this origin or apiOrigins',
    );
  });

  for (const given of [
    'blob:https://site.example/1',
    'https://:secret@site.example/token',
    'https://user@site.example/token',
    'https://site.example./token',
    'http://site.example/token',
  ]) {
    it(`is not asked for at ${given}`, () => {
      useAddress(page);
      const api = 'https://site.example/proxy';
      expect(refusal(() => accessTo(api, { tokenUrl: given }))).to.match(/^config token-url: /);
    });
  }

  it('is not read from a data: address by a page without an origin', () => {
    useAddress('about:srcdoc');
    const given = 'data:application/json,{"access_token":"x"}';
    expect(
      refusal(() => accessTo('https://api.mediaconnect.no/capi', { tokenUrl: given })),
    ).to.match(/^config token-url: /);
  });

  it('is the concern of no provider and no token, whose owners name the API themselves', () => {
    useAddress(page);
    const api = 'https://other.example/capi';
    expect(refusal(() => accessTo(api, { tokenUrl, tokenProvider: () => 'x' }))).to.equal('');
    expect(refusal(() => accessTo(api, { token: 'x' }))).to.equal('');
  });
});

describe('markup of somebody else on a page with a token address', () => {
  const evil = 'https://evil.example/capi';
  for (const [how, markup] of [
    [
      'on the element',
      `<connect-payment-methods product-code="C" api-url="${evil}" token-url="/token"></connect-payment-methods>`,
    ],
    [
      'on a connect-config',
      `<connect-config api-url="${evil}" token-url="/token"><connect-payment-methods product-code="C"></connect-payment-methods></connect-config>`,
    ],
    [
      'on two connect-configs, the token address inside',
      `<connect-config api-url="${evil}"><connect-config token-url="/token"><connect-payment-methods product-code="C"></connect-payment-methods></connect-config></connect-config>`,
    ],
    [
      'on two connect-configs, the API inside',
      `<connect-config token-url="/token"><connect-config api-url="${evil}" token-url="/token"><connect-payment-methods product-code="C"></connect-payment-methods></connect-config></connect-config>`,
    ],
    [
      'with an api-origins that is no attribute',
      `<connect-config api-origins="https://evil.example" apiorigins="https://evil.example" api-url="${evil}" token-url="/token"><connect-payment-methods api-origins="https://evil.example" product-code="C"></connect-payment-methods></connect-config>`,
    ],
    [
      'with a pay button',
      `<connect-pay-invoice client-id="c" invoice-number="1" product-code="C" company-code="C" api-url="${evil}" token-url="/token"></connect-pay-invoice>`,
    ],
    [
      'with a stored payment method',
      `<connect-method-status guid="1" api-url="${evil}" token-url="/token"></connect-method-status>`,
    ],
    [
      'with a Vipps payment below the API',
      `<connect-vipps-payment src="${evil}/vipps/1" api-url="${evil}" token-url="/token"></connect-vipps-payment>`,
    ],
  ] as const) {
    it(`${how} does not get the token, nor has it fetched`, async () => {
      useWarnings();
      useAddress(page);
      const { count } = useServer();
      const events = useEvents();
      const root = await fixture<HTMLElement>(html`<div></div>`);
      root.innerHTML = markup;
      await until(() => events.length, 'it has failed');
      expect(events.map(([type]) => type)).to.deep.equal(['connect-error']);
      expect(events[0]?.[1]).to.include({ code: 'config' });
      expect(JSON.stringify(events[0]?.[1])).to.contain('api-url: expected');
      expect(count()).to.equal(0);
    });
  }

  it('does not inherit a token through a connect-config that names another server', async () => {
    useWarnings();
    useAddress(page);
    const { count } = useServer();
    for (const attribute of [
      `api-url="${evil}"`,
      'environment="test"',
      'country="se"',
      `api-url="https://api.mediaconnect.no./capi"`,
    ]) {
      const events = useEvents();
      const root = await fixture<HTMLElement>(html`<div></div>`);
      root.innerHTML = `<connect-config token="secret"><connect-config ${attribute}><connect-payment-methods product-code="C"></connect-payment-methods></connect-config></connect-config>`;
      await until(() => events.length, `it has failed with ${attribute}`);
      expect(events[0]?.[1]).to.include({
        message: 'token: expected a token or its source (a copy or snapshot of a page has none)',
      });
    }
    expect(count()).to.equal(0);
  });

  it('does not turn addresses elsewhere by a base tag', async () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
    try {
      const { sent } = useServer({
        [`GET ${location.origin}/token`]: issued,
        [`GET ${location.origin}/proxy/v1/product/payment/C`]: methods,
      });
      const element = await fixture<ConnectPaymentMethods>(
        html`<connect-payment-methods
          product-code="C"
          api-url="/proxy"
          token-url="/token"
        ></connect-payment-methods>`,
      );
      await until(() => isDone(element));
      expect(pairs(sent)).to.deep.equal([
        [location.origin, null],
        [location.origin, 'Bearer subscribers'],
      ]);
    } finally {
      base.remove();
    }
  });
});

describe("the script's apiOrigins", () => {
  it('let the token go there, and nothing that markup says adds to them', async () => {
    useWarnings();
    useAddress(page);
    const api = 'https://proxy.example/capi';
    const { sent } = useServer({
      'GET https://site.example/token': issued,
      [`GET ${api}/v1/product/payment/C`]: methods,
    });
    const config = await fixture<ConnectConfig>(
      html`<connect-config api-url=${api} token-url="/token"
        ><connect-payment-methods product-code="C"></connect-payment-methods
      ></connect-config>`,
    );
    const [element] = config.getElementsByTagName('connect-payment-methods');
    if (!element) throw new Error('no element');
    await until(() => element.matches(':state(failed)'), 'it has failed');
    Object.assign(config, { apiOrigins: 'https://proxy.example' });
    Object.assign(element, { apiOrigins: 'https://proxy.example' });
    await element.reload();
    expect(sent).to.have.length(0);
    configure({ apiOrigins: 'https://proxy.example' });
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect(pairs(sent)).to.deep.equal([
      ['https://site.example', null],
      ['https://proxy.example', 'Bearer subscribers'],
    ]);
    configure({ apiOrigins: '' });
    await element.reload();
    expect(sent).to.have.length(2);
  });
});

describe('a request that has begun', () => {
  const [a, b] = ['https://a.example', 'https://b.example'];
  const path = '/v1/product/payment/C';
  const only = [
    [a, 'Bearer for-a'],
    [b, 'Bearer for-b'],
  ];

  /** Two configs with an API and a token each, and an element in the first. */
  async function two(tokens: readonly [string | TokenProvider, string | TokenProvider]) {
    const settings = (of: string | TokenProvider) =>
      typeof of === 'string' ? { token: of } : { tokenProvider: of };
    const root = await fixture<HTMLElement>(
      html`<div>
        <connect-config api-url=${a}></connect-config><connect-config api-url=${b}></connect-config>
      </div>`,
    );
    const [first, second] = root.querySelectorAll('connect-config');
    if (!first || !second) throw new Error('no configs');
    Object.assign(first, settings(tokens[0]));
    Object.assign(second, settings(tokens[1]));
    const element = document.createElement('connect-payment-methods');
    element.productCode = 'C';
    first.append(element);
    return { first, second, element };
  }
  const isReady = (element: Element) =>
    until(() => element.matches(':state(ready)'), 'it is ready');

  it('for one config is not sent to the other when the element moves there', async () => {
    const late = held(methods);
    const { sent } = useServer({ [`GET ${a}${path}`]: late.reply, [`GET ${b}${path}`]: methods });
    const { second, element } = await two(['for-a', 'for-b']);
    await until(() => sent.length === 1, 'the first has been asked');
    second.append(element);
    await isReady(element);
    late.release();
    await settled();
    expect(pairs(sent)).to.deep.equal(only);
  });

  it('is not tried again at the other when the element moves in the wait for it', async () => {
    const go: (() => void)[] = [];
    usePlatform({ wait: () => new Promise<void>((resolve) => go.push(resolve)) });
    const { sent } = useServer({
      [`GET ${a}${path}`]: json({}, 503),
      [`GET ${b}${path}`]: methods,
    });
    const { second, element } = await two(['for-a', 'for-b']);
    await until(() => go.length, 'it waits');
    second.append(element);
    await isReady(element);
    go.forEach((resolve) => resolve());
    await settled();
    expect(pairs(sent)).to.deep.equal(only);
  });

  it('is not sent at all when the element moves while its first token is awaited', async () => {
    let give: ((token: string) => void) | undefined;
    const { sent } = useServer({ [`GET ${b}${path}`]: methods });
    const slow = () => new Promise<string>((resolve) => (give = resolve));
    const { second, element } = await two([slow, () => 'for-b']);
    await settled();
    second.append(element);
    await isReady(element);
    give?.('for-a');
    await settled();
    expect(pairs(sent)).to.deep.equal(only.slice(1));
  });

  it('is not replayed at the other when the API changes while its token is renewed', async () => {
    let give: ((token: string) => void) | undefined;
    const { sent } = useServer({ [`GET ${a}${path}`]: unauthorized, [`GET ${b}${path}`]: methods });
    const tokens: TokenProvider = ({ reason }) =>
      reason === 'initial' ? 'for-a' : new Promise((resolve) => (give = resolve));
    const { first, element } = await two([tokens, 'unused']);
    await until(() => give, 'a new token is asked for');
    Object.assign(first, { apiUrl: b, tokenProvider: () => 'for-b' });
    await isReady(element);
    give?.('for-a');
    await settled();
    expect(pairs(sent)).to.deep.equal(only);
  });

  it('is not made when a listener names another server: it would be another payment', async () => {
    useStore();
    const navigations = useNavigation();
    const post = '/v1/api/payment/invoice';
    const { sent } = useServer({
      [`POST ${a}${post}`]: json({ success: true, transactionId: 1 }),
      [`POST ${b}${post}`]: json({ success: true, transactionId: 2 }),
    });
    const config = await fixture<ConnectConfig>(
      html`<connect-config api-url=${a} token="for-a" client-id="c"
        ><connect-pay-invoice
          invoice-number="1"
          product-code="C"
          company-code="C"
          value="nexi"
        ></connect-pay-invoice
      ></connect-config>`,
    );
    const [element] = config.getElementsByTagName('connect-pay-invoice');
    if (!element) throw new Error('no element');
    await isReady(element);
    element.addEventListener('connect-submit', () => {
      element.setAttribute('api-url', b);
      element.setAttribute('token', 'for-b');
    });
    await element.pay();
    await settled();
    expect(pairs(sent)).to.deep.equal([]);
    expect(navigations).to.have.length(0);
    // What is pressed from then on goes to the other one, with its token.
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await element.pay();
    expect(pairs(sent).every((pair) => String(pair) === String(only[1]))).to.equal(true);
    expect(navigations).to.have.length(1);
  });
});

describe('every request that may carry a token or cookies', () => {
  it('follows no redirect, tells no referrer, is kept in no cache, and omits cookies beside a token', async () => {
    useAddress(page);
    const api = 'https://site.example/proxy';
    const { sent } = useServer({
      'GET https://site.example/other-token': issued,
      [`GET ${api}/v1/product/payment/C`]: methods,
    });
    const element = await fixture<ConnectPaymentMethods>(
      html`<connect-payment-methods
        product-code="C"
        api-url=${api}
        token-url="/other-token"
      ></connect-payment-methods>`,
    );
    await until(() => isDone(element));
    expect(
      sent.map(({ init: { redirect, referrerPolicy, cache, credentials } }) => [
        redirect,
        referrerPolicy,
        cache,
        credentials,
      ]),
    ).to.deep.equal([
      ['manual', 'no-referrer', 'no-store', 'same-origin'],
      ['manual', 'no-referrer', 'no-store', 'omit'],
    ]);
  });
});
