import { expect, fixture, html } from '@open-wc/testing';
import { ConnectError } from '../../src/api/errors.js';
import { request } from '../../src/api/http.js';
import type { ConnectConfig } from '../../src/elements/config.js';
import type { TokenProvider, TokenRequest } from '../../src/api/token.js';
import { accessTo } from '../../src/host/token.js';
import '../../src/index.js';
import { throughPage } from '../support/page-world.js';
import {
  apiBase,
  hang,
  json,
  networkError,
  page,
  settled,
  unauthorized,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  type Reply,
  type Sent,
  messages,
} from './support.js';

const methods = json({ paymentMethodResponseItems: ['invoice', 'autoGiro'] });
const list = 'GET /v1/product/payment/DN';
const post = 'POST https://site.example/capi/v1/api/payment/invoice';
const change = 'POST /v1/product/payment/DN';
const created = json({ success: true, transactionId: 42 });
const tokens = (sent: readonly Sent[]) => sent.map(({ headers }) => headers.get('Authorization'));

/** A new provider each time, which gives these one after the other, the last again and again. */
function provider(...given: (string | (() => string | Promise<string>))[]) {
  const asked: TokenRequest[] = [];
  const tokenProvider: TokenProvider = (request) => {
    asked.push(request);
    const next = given.length > 1 ? given.shift() : given[0];
    return typeof next === 'function' ? next() : (next ?? '');
  };
  return { asked, tokenProvider };
}

/** Answers who has this token, and refuses all others. */
const only =
  (token: string, reply: Reply): Reply =>
  (sent) =>
    sent.headers.get('Authorization') === `Bearer ${token}` ? reply(sent) : unauthorized(sent);

async function get(tokenProvider: TokenProvider): Promise<unknown> {
  const access = accessTo(apiBase, { tokenProvider });
  const { signal } = new AbortController();
  return request({ ...throughPage, method: 'GET', url: `${apiBase}/x`, access, signal }).catch(
    (error: unknown) => error,
  );
}

const codeOf = (error: unknown) => (error instanceof ConnectError ? error.code : error);

interface Source {
  tokenProvider?: TokenProvider;
  tokenUrl?: string;
}

/** A pay button of `https://site.example`, whose API is behind the site's own proxy. */
async function payButton({ tokenProvider, tokenUrl }: Source) {
  useStore();
  useAddress('https://site.example/pay');
  const navigations = useNavigation();
  const events = useEvents();
  const config = await fixture<ConnectConfig>(
    html`<connect-config api-url="/capi" client-id="site"></connect-config>`,
  );
  Object.assign(config, { tokenProvider, tokenUrl });
  const element = document.createElement('connect-pay-invoice');
  Object.assign(element, { invoiceNumber: '1001', productCode: 'DN', companyCode: 'AM' });
  element.value = 'nexi';
  config.append(element);
  await until(() => element.matches(':state(ready)'), 'it is ready');
  return { element, events, navigations };
}

describe('a token that expires in the middle', () => {
  it('of listing and changing is renewed, and the change is made once', async () => {
    useStore();
    const navigations = useNavigation();
    const { asked, tokenProvider } = provider('first', 'second');
    const { sent } = useServer({
      [list]: methods,
      [change]: only('second', json({ success: true, paymentChangeId: 7 })),
    });
    const config = await fixture<ConnectConfig>(
      html`<connect-config api-url=${apiBase} client-id="site" .tokenProvider=${tokenProvider}
        ><connect-change-method product-code="DN" value="autoGiro"></connect-change-method
      ></connect-config>`,
    );
    const [element] = config.getElementsByTagName('connect-change-method');
    await until(() => element?.matches(':state(ready)'), 'it is ready');
    await element?.change();
    expect(sent.map(({ method }) => method)).to.deep.equal(['GET', 'GET', 'POST', 'POST']);
    expect(tokens(sent)).to.deep.equal([
      'Bearer first',
      'Bearer first',
      'Bearer first',
      'Bearer second',
    ]);
    expect(asked.map(({ reason }) => reason)).to.deep.equal(['initial', 'expired']);
    expect(navigations).to.have.length(1);
  });

  it('by the clock is renewed before the payment is sent', async () => {
    const now = { ms: 1e12 };
    usePlatform({ now: () => now.ms });
    const address = 'https://site.example/token?clock';
    const issue = (token: string) => json({ access_token: token, expires_in: 300 });
    const { sent } = useServer({
      [`GET ${address}`]: [issue('first'), issue('second')],
      [post]: created,
    });
    useAddress('https://site.example/pay');
    await accessTo('https://site.example/capi', { tokenUrl: address }).token?.();
    const { element, navigations } = await payButton({ tokenUrl: address });
    now.ms += 291_000;
    await element.pay();
    expect(tokens(sent)).to.deep.equal([null, null, 'Bearer second', 'Bearer second']);
    expect(navigations).to.have.length(1);
  });
});

describe('a renewal', () => {
  it('that gives the same token again is replayed once and then unauthorized, never a loop', async () => {
    const { asked, tokenProvider } = provider('same');
    const { sent } = useServer({ 'GET /x': unauthorized });
    expect(codeOf(await get(tokenProvider))).to.equal('unauthorized');
    expect(asked.map(({ reason }) => reason)).to.deep.equal(['initial', 'expired']);
    expect(tokens(sent)).to.deep.equal(['Bearer same', 'Bearer same']);
  });

  it('that gives a new token which is refused as well ends as unauthorized', async () => {
    const { asked, tokenProvider } = provider('one', 'two', 'three');
    const { sent } = useServer({ 'GET /x': unauthorized });
    expect(codeOf(await get(tokenProvider))).to.equal('unauthorized');
    expect(asked).to.have.length(2);
    expect(tokens(sent)).to.deep.equal(['Bearer one', 'Bearer two']);
  });

  it('that hangs is a timeout, and the next try works', async () => {
    usePlatform({ deadline: 500 });
    const { asked, tokenProvider } = provider('old', () => new Promise(() => {}), 'new');
    const { sent } = useServer({ 'GET /x': only('new', json({ x: 1 })) });
    expect(codeOf(await get(tokenProvider))).to.equal('timeout');
    expect(await get(tokenProvider)).to.deep.equal({ x: 1 });
    expect(asked.map(({ reason }) => reason)).to.deep.equal(['initial', 'expired', 'expired']);
    expect(tokens(sent)).to.deep.equal(['Bearer old', 'Bearer old', 'Bearer new']);
  });

  it('whose answer comes after the deadline is dropped', async () => {
    usePlatform({ deadline: 500 });
    let giveLate: ((token: string) => void) | undefined;
    const late = () => new Promise<string>((resolve) => (giveLate = resolve));
    const { tokenProvider } = provider('old', late, 'new');
    const { sent } = useServer({ 'GET /x': only('new', json({})) });
    await get(tokenProvider);
    giveLate?.('late');
    await settled();
    await get(tokenProvider);
    expect(tokens(sent)).to.not.include('Bearer late');
    expect(tokens(sent).at(-1)).to.equal('Bearer new');
  });

  for (const bad of ['a b', 'a\nX-Evil: 1', 'a\r\n\r\nGET / HTTP/1.1', 'å', '\u0000', 'a\u2028b']) {
    it(`that gives ${JSON.stringify(bad)} sends nothing with it`, async () => {
      const { tokenProvider } = provider('old', bad);
      const { sent } = useServer({ 'GET /x': unauthorized });
      const error = await get(tokenProvider);
      expect(codeOf(error)).to.equal('config');
      expect(String(error)).to.equal('Error: token: expected an access token');
      expect(tokens(sent)).to.deep.equal(['Bearer old']);
    });
  }

  it('that throws at once leaves us unauthorized, and the next try works', async () => {
    const throwing = () => {
      throw new Error('old is no good');
    };
    const { tokenProvider } = provider('old', throwing, 'new');
    useServer({ 'GET /x': only('new', json({ x: 1 })) });
    const error = await get(tokenProvider);
    expect(codeOf(error)).to.equal('unauthorized');
    expect(String(error)).to.not.contain('old');
    expect(await get(tokenProvider)).to.deep.equal({ x: 1 });
  });

  it('is one for ten elements whose token has expired', async () => {
    const { asked, tokenProvider } = provider('first', () => settled().then(() => 'second'));
    const codes = Array.from({ length: 10 }, (_, n) => `P${n}`);
    const { sent } = useServer(
      Object.fromEntries(
        codes.map((code) => [`GET /v1/product/payment/${code}`, only('second', methods)]),
      ),
    );
    const config = await fixture<ConnectConfig>(
      html`<connect-config api-url=${apiBase} .tokenProvider=${tokenProvider}
        >${codes.map(
          (code) => html`<connect-payment-methods product-code=${code}></connect-payment-methods>`,
        )}</connect-config
      >`,
    );
    await until(() => config.querySelectorAll(':state(ready)').length === 10, 'all are ready');
    expect(asked.map(({ reason }) => reason)).to.deep.equal(['initial', 'expired']);
    expect(sent).to.have.length(20);
  });
});

describe('paying when the token cannot be had', () => {
  let addresses = 0;
  const failures: [string, Reply, string][] = [
    ['fails', json({}, 500), 'server'],
    ['does not answer', networkError, 'network'],
    ['hangs', hang, 'timeout'],
    ['refuses', unauthorized, 'unauthorized'],
    ['forbids', json({}, 403), 'unauthorized'],
    ['says no', json({ success: false }), 'unauthorized'],
    ['is a login page', page(), 'unauthorized'],
    ['gives a list', json([]), 'unauthorized'],
  ];
  for (const [how, failing, code] of failures) {
    for (const when of ['at first', 'after a 401'] as const) {
      it(`says so, and never that the payment is in doubt: its address ${how} ${when}`, async () => {
        useWaits();
        // Long enough for what is answered at once, on a busy machine too.
        if (failing === hang) usePlatform({ deadline: 1000 });
        addresses += 1;
        const address = `https://site.example/token?${addresses}`;
        const { sent, count } = useServer({
          [`GET ${address}`]:
            when === 'at first' ? failing : [json({ access_token: 'old' }), failing],
          [post]: unauthorized,
        });
        const { element, events, navigations } = await payButton({ tokenUrl: address });
        await element.pay();
        const errors = events.filter(([type]) => type === 'connect-error');
        expect(errors.map(([, detail]) => detail)).to.have.length(1);
        expect(errors[0]?.[1]).to.include({ code });
        expect(count(post)).to.equal(when === 'at first' ? 0 : 1);
        // The invoices are asked for before the payment, with the token that there is.
        const reads = sent.filter(({ method, url }) => method === 'GET' && url !== address);
        expect(reads).to.have.length(when === 'at first' ? 0 : 1);
        expect(messages(element)).to.not.include('pay-invoice.in-doubt.title');
        expect(navigations).to.have.length(0);
        expect(element.matches(':state(ready)')).to.equal(true);
      });
    }
  }
});
