// In every engine: each makes of what is asked a request of its own.
import { expect } from '@open-wc/testing';
import '../../src/define/payment-methods.js';
import '../../src/define/invoices.js';
import { read, write, type Api } from '../../src/api/shared-read.js';
import { isObject } from '../../src/api/decode.js';
import { defaultSettings, type EffectiveSettings } from '../../src/host/settings.js';
import { signedOut } from '../../src/host/signed-out.js';
import { accessTo } from '../../src/host/token.js';
import { platform } from '../../src/platform/platform.js';
import { throughPage } from '../support/page-world.js';
import {
  hang,
  json,
  labels,
  settled,
  until,
  usePlatform,
  useServer,
  type FakeServer,
} from './support.js';

const api = `${location.origin}/capi`;
const path = '/v1/product/payment/CO27409';
const invoices = '/v1/customer/invoice/payment/CO27409';
const list = (paymentMethod: string) => ({
  paymentMethodResponseItems: [{ paymentMethod, current: true }],
});

/** What the starter has asked. */
let asked: Request[] = [];

type Answers = Readonly<Record<string, Response | Error | Promise<Response>>>;

/** Runs the starter as a page does, with servers that answer by path. */
async function start(
  attributes: Record<string, string>,
  answers: Answers,
  body: HTMLElement | null = null,
): Promise<void> {
  asked = [];
  const script = document.createElement('script');
  Object.assign(script.dataset, attributes);
  const text = await (await fetch('/src/platform/starter.js')).text();
  const answer = async (request: Request) => {
    asked.push(request);
    const found = answers[request.url.slice(location.origin.length)];
    if (!found || found instanceof Error) throw found ?? new TypeError('not in the table');
    return found;
  };
  const module = `export const run = (document, fetch) => {${text}};`;
  const address = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
  const made: unknown = await import(address);
  const run = isObject(made) ? made['run'] : undefined;
  if (typeof run !== 'function') throw new Error('the starter is no script');
  Reflect.apply(run, undefined, [{ body, currentScript: script }, answer]);
  await settled();
}

const ok = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const proxied = (answer: Answers[string]): Answers => ({ [`/capi${path}`]: answer });

function apiOf(settings: Partial<EffectiveSettings> = {}): Api {
  return { url: api, access: accessTo(api, { ...defaultSettings, ...settings }), ...throughPage };
}
const ask = (settings?: Partial<EffectiveSettings>, isFresh = false) =>
  read(apiOf(settings), path, { signal: new AbortController().signal, isFresh });

function own(paymentMethod = 'own'): FakeServer {
  return useServer({ [`GET ${api}${path}`]: json(list(paymentMethod)) });
}

describe('what was begun before there was an element', () => {
  afterEach(() => {
    platform.early.forget();
    asked = [];
  });

  it('is taken up instead of asking, and once', async () => {
    const { count } = own();
    await start({ read: `/capi${path}` }, proxied(ok(list('early'))));
    expect(await ask()).to.deep.equal(list('early'));
    expect(count()).to.equal(0);
    expect(await ask()).to.deep.equal(list('own'));
    expect(count()).to.equal(1);
  });

  it('is asked as the element would have asked it', async () => {
    const { sent } = own();
    await start({ read: `/capi${path}` }, proxied(new TypeError('no network')));
    await ask();
    const [request] = asked;
    const [one] = sent;
    if (!request || !one) throw new Error('nobody has asked');
    const ours = new Request(one.url, one.init);
    for (const name of ['url', 'method', 'credentials', 'redirect', 'cache', 'mode'] as const) {
      expect(request[name], name).to.equal(ours[name]);
    }
    expect([...request.headers]).to.deep.equal([...ours.headers]);
    expect(request.referrer).to.equal('');
  });

  it('is shown by the element, and stands nowhere on the page any more', async () => {
    const { count } = own();
    await start({ read: `/capi${path}` }, proxied(ok(list('recurringVippsPayment'))));
    expect(Reflect.has(globalThis, 'connectEarly')).to.equal(true);
    const element = document.createElement('connect-payment-methods');
    Object.assign(element, { apiUrl: '/capi', productCode: 'CO27409' });
    document.body.append(element);
    await until(() => labels(element).length);
    expect(labels(element)).to.deep.equal(['Vipps']);
    expect(count()).to.equal(0);
    expect(Reflect.has(globalThis, 'connectEarly')).to.equal(false);
    element.remove();
  });

  it('may be several lists', async () => {
    const { count } = useServer();
    const answers = {
      ...proxied(ok(list('early'))),
      [`/capi${invoices}`]: ok({ invoices: [], reminders: [] }),
    };
    await start({ read: `/capi${invoices} /capi${path}` }, answers);
    expect(await ask()).to.deep.equal(list('early'));
    const { signal } = new AbortController();
    expect(await read(apiOf(), invoices, { signal })).to.have.property('invoices');
    expect(count()).to.equal(0);
  });

  it('is waited for while it is under way', async () => {
    const { count } = own();
    let answer = (response: Response): void => void response;
    const late = new Promise<Response>((resolve) => (answer = resolve));
    await start({ read: `/capi${path}` }, proxied(late));
    const known = ask();
    await settled();
    expect(count()).to.equal(0);
    answer(ok(list('early')));
    expect(await known).to.deep.equal(list('early'));
    expect(count()).to.equal(0);
  });

  it('is given up by the deadline of a request', async () => {
    useServer({ [`GET ${api}${path}`]: hang });
    await start({ read: `/capi${path}` }, proxied(new Promise<Response>(() => {})));
    usePlatform({ deadline: 10 });
    const { signal } = new AbortController();
    const late = read(apiOf(), path, { signal, isOnce: true });
    const told = await late.catch((error: unknown) => error);
    expect(isObject(told) && told['code']).to.equal('timeout');
  });

  for (const [what, answer] of [
    ['no network', new TypeError('no network')],
    ['a refusal', ok({ errorMessage: 'no' }, 400)],
    ['too many requests', ok({}, 429)],
    ['an error of the server', ok({}, 500)],
    ['HTML', new Response('<!doctype html><title>Log in</title>')],
    ['nothing', new Response('')],
    ['a redirect', Response.error()],
  ] as const) {
    it(`is asked anew when it came to nothing: ${what}`, async () => {
      const { count } = own();
      await start({ read: `/capi${path}` }, proxied(answer));
      expect(await ask()).to.deep.equal(list('own'));
      expect(count()).to.equal(1);
    });
  }

  it('is no answer to another address', async () => {
    const { count } = own();
    const other = '/capi/v1/product/payment/CO99999';
    await start({ read: other }, { [other]: ok(list('early')) });
    expect(await ask()).to.deep.equal(list('own'));
    expect(count()).to.equal(1);
  });

  it('is no answer to who asks with a token, where it was asked with cookies', async () => {
    const { sent } = own();
    await start({ read: `/capi${path}` }, proxied(ok(list('early'))));
    expect(await ask({ token: 't0ken' })).to.deep.equal(list('own'));
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer t0ken');
  });

  it('is no answer after ten seconds, nor when the clock was set back', async () => {
    const { count } = own();
    for (const [age, expected] of [
      [9_900, 'early'],
      [10_000, 'own'],
      [-1_000, 'own'],
    ] as const) {
      const before = Date.now();
      await start({ read: `/capi${path}` }, proxied(ok(list('early'))));
      const since = age < 10_000 ? before : Date.now();
      usePlatform({ now: () => since + age });
      expect(await ask(), `${age} ms`).to.deep.equal(list(expected));
    }
    expect(count()).to.equal(2);
  });

  it('is no answer to another reader', async () => {
    own();
    const answers = () => proxied(ok(list('early')));
    const named = { read: `/capi${path}`, subscriber: 'kari' };
    await start(named, answers());
    expect(await ask({ subscriber: 'ola' })).to.deep.equal(list('own'));
    await start(named, answers());
    expect(await ask()).to.deep.equal(list('own'));
    await start({ read: `/capi${path}` }, answers());
    expect(await ask({ subscriber: 'kari' })).to.deep.equal(list('own'));
    await start(named, answers());
    expect(await ask({ subscriber: 'kari' })).to.deep.equal(list('early'));
  });

  it('is no answer after somebody has logged out', async () => {
    own();
    await start({ read: `/capi${path}` }, proxied(ok(list('early'))));
    signedOut();
    expect(await ask()).to.deep.equal(list('own'));
  });

  it('is no answer once an element has left the page', async () => {
    useServer({ [`GET ${api}${path}`]: json(list('own')), [`GET ${api}${invoices}`]: json({}) });
    await start({ read: `/capi${path}` }, proxied(ok(list('early'))));
    const element = document.createElement('connect-invoices');
    Object.assign(element, { apiUrl: '/capi', productCode: 'CO27409' });
    document.body.append(element);
    await settled();
    element.remove();
    await settled();
    expect(await ask()).to.deep.equal(list('own'));
  });

  it('is no answer to a read that has to be fresh, nor to any after that', async () => {
    const { count } = own();
    await start({ read: `/capi${path}` }, proxied(ok(list('early'))));
    expect(await ask({}, true)).to.deep.equal(list('own'));
    expect(await ask()).to.deep.equal(list('own'));
    expect(count()).to.equal(2);
  });

  it('is no answer once something was changed', async () => {
    useServer({ [`GET ${api}${path}`]: json(list('own')), [`POST ${api}/v1/other`]: json({}) });
    await start({ read: `/capi${path}` }, proxied(ok(list('early'))));
    const { signal } = new AbortController();
    await write(apiOf(), 'POST', '/v1/other', {}, { signal });
    expect(await ask()).to.deep.equal(list('own'));
  });

  it('is not begun below any content, where markup may have named itself the script', async () => {
    const { count } = own();
    await start({ read: `/capi${path}` }, proxied(ok(list('early'))), document.body);
    expect(asked).to.deep.equal([]);
    expect(await ask()).to.deep.equal(list('own'));
    expect(count()).to.equal(1);
  });

  it('stands in the way of nobody when markup has its name', async () => {
    const { count } = own();
    const link = document.createElement('a');
    link.id = 'connectEarly';
    document.body.append(link);
    expect(await ask()).to.deep.equal(list('own'));
    expect(count()).to.equal(1);
    link.remove();
  });
});

describe('what was begun with a token', () => {
  afterEach(() => {
    signedOut();
    platform.early.forget();
  });

  const settings = { tokenUrl: '/token' };
  const attributes = { tokenUrl: '/token', read: `/capi${path}` };
  const issued = (token: string) => ok({ access_token: token, expires_in: 300 });

  it('is taken up with it: the element asks for neither', async () => {
    const { count } = useServer();
    const answers = { '/token': issued('t0ken'), ...proxied(ok(list('early'))) };
    await start(attributes, answers);
    expect(await ask(settings)).to.deep.equal(list('early'));
    expect(count()).to.equal(0);
    const [token, methods] = asked;
    expect([token?.credentials, token?.headers.get('Authorization')]).to.deep.equal([
      'same-origin',
      null,
    ]);
    expect([methods?.credentials, methods?.headers.get('Authorization')]).to.deep.equal([
      'omit',
      'Bearer t0ken',
    ]);
  });

  it('is under way before anybody can take up the token', async () => {
    const { count } = useServer();
    let issue = (response: Response): void => void response;
    const late = new Promise<Response>((resolve) => (issue = resolve));
    await start(attributes, { '/token': late, ...proxied(ok(list('early'))) });
    const known = ask(settings);
    await settled();
    issue(issued('t0ken'));
    expect(await known).to.deep.equal(list('early'));
    expect(count()).to.equal(0);
  });

  it('is no answer to who has another token', async () => {
    const { sent } = own();
    await start(attributes, { '/token': issued('t0ken'), ...proxied(ok(list('early'))) });
    expect(await ask({ token: 'other' })).to.deep.equal(list('own'));
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer other');
  });

  it('is not asked at all without one: the element asks for both', async () => {
    const { sent } = useServer({
      [`GET ${location.origin}/token`]: json({ access_token: 'mine' }),
      [`GET ${api}${path}`]: json(list('own')),
    });
    for (const answer of [
      ok({ error: 'login' }, 401),
      new Response('<title>'),
      new TypeError('no network'),
    ]) {
      await start(attributes, { '/token': answer });
      expect(asked.length).to.equal(1);
      expect(await ask(settings)).to.deep.equal(list('own'));
      signedOut();
    }
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.include('Bearer mine');
  });

  it('is not asked at all where the answer has no token in it, which the element says as ever', async () => {
    const { count } = useServer();
    await start(attributes, { '/token': ok({ expires_in: 300 }) });
    expect(asked.length).to.equal(1);
    const told = await ask(settings).catch((error: unknown) => error);
    expect(isObject(told) && told['code']).to.equal('config');
    expect(count()).to.equal(0);
  });

  it('is no token to a source of another reader', async () => {
    const { sent } = useServer({
      [`GET ${location.origin}/token`]: json({ access_token: 'mine' }),
      [`GET ${api}${path}`]: json(list('own')),
    });
    await start(attributes, { '/token': issued('t0ken'), ...proxied(ok(list('early'))) });
    expect(await ask({ ...settings, subscriber: 'ola' })).to.deep.equal(list('own'));
    expect(sent.length).to.equal(2);
  });

  it('is no token once the server has refused it', async () => {
    const { sent } = useServer({
      [`GET ${location.origin}/token`]: json({ access_token: 'newer' }),
      [`GET ${api}${path}`]: json(list('own')),
    });
    await start(attributes, { '/token': issued('t0ken'), ...proxied(ok({}, 401)) });
    expect(await ask(settings)).to.deep.equal(list('own'));
    const bearers = sent.map(({ headers }) => headers.get('Authorization'));
    // Asked by itself with the token that was taken up: this server has nothing against it.
    expect(bearers).to.deep.equal(['Bearer t0ken']);
  });
});
