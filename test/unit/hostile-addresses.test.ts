import { expect } from '@open-wc/testing';
import { scripts } from '../../src/platform/script.js';
import { configure } from '../../src/index.js';
import { hostileAddresses, page } from '../support/hostile-addresses.js';
import { apiBase, until, usePlatform, useStore, useWarnings } from './support.js';
import { samplePayment } from '../support/vipps-sample.js';

/** What came of an address: where it led, or what was said of it. */
interface Result {
  /** Addresses that it led to. */
  readonly led: readonly string[];
  /** Messages of `config` errors. */
  readonly refusals: readonly string[];
}

/** What an element did. */
interface Deeds {
  readonly fetched: readonly { readonly method: string | undefined; readonly url: string }[];
  /** Where the browser went, and what it loaded as a script. */
  readonly visited: readonly string[];
  readonly refusals: readonly string[];
}

interface Place {
  readonly name: string;
  /** What the message of a refusal begins with. */
  readonly called: string;
  /** Where it may lead; any safe origin when absent, since the site's own configuration names it here. */
  readonly origins?: readonly string[];
  /** What it has to begin with besides, for what is fetched with a token. */
  readonly below?: string;
  /** Addresses that have to lead somewhere, or the place was not tried at all. */
  readonly good: readonly string[];
  readonly attempt: (address: string) => Promise<Result>;
}

const site = 'https://site.example';
const load = scripts.load;
let count = 0;
let pairs = 0;

/** Written without the library: by the browser's own parser and a list of what is allowed. */
function isAllowed(address: string, { origins, below = '' }: Place): boolean {
  const { protocol, username, password, host, hostname, href } = new URL(address);
  const octets = hostname.split('.').map(Number);
  const isLoopback =
    ['localhost', '[::1]'].includes(hostname) ||
    (octets.length === 4 && octets[0] === 127 && octets.every((one) => one >= 0 && one < 256));
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback);
  const isOneOf = !origins || origins.includes(`${protocol}//${host}`);
  return isSafe && username + password === '' && isOneOf && href.startsWith(below);
}

const answer = (body: unknown) => new Response(JSON.stringify(body), { status: 200 });

/** As long as a timer of no time, which browsers make longer when there are many. */
function turn(): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  port2.postMessage(0);
  return new Promise((resolve) => (port1.onmessage = resolve)).then(() => port1.close());
}

/** One element with these attributes on a page of the site, and what it did until it was left alone. */
async function stage(
  tag: string,
  attributes: Record<string, string>,
  reply: (url: string, init: RequestInit) => unknown,
  act: (element: HTMLElement) => unknown = () => undefined,
): Promise<Deeds> {
  useStore();
  const fetched: Deeds['fetched'][number][] = [];
  const visited: string[] = [];
  usePlatform({
    href: () => page,
    replaceAddress: () => undefined,
    navigate: (url) => void visited.push(url),
    // Whoever lacks a setting waits for a script that is late.
    wait: async () => void (await turn()),
    fetch: (url, init) => {
      fetched.push({ method: init.method, url });
      return Promise.resolve(answer(reply(url, init)));
    },
  });
  scripts.load = (_, src) => {
    visited.push(src);
    return Promise.reject(new Error('not loaded'));
  };
  const refusals: string[] = [];
  const config = document.createElement('connect-config');
  config.returnOrigins = 'https://shop.example';
  config.operationOrigins = 'https://pay.example';
  configure({ scriptOrigins: 'https://pay.example' });
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.addEventListener('connect-error', ({ detail: { code, message } }) => {
    if (code === 'config') refusals.push(message);
  });
  config.append(element);
  document.body.append(config);
  try {
    const done = ':state(ready), :state(failed), :state(empty)';
    // Most are there at once; what the engine answers from elsewhere takes its time.
    for (let turns = 0; turns < 100 && !element.matches(done); turns += 1) await turn();
    if (!element.matches(done)) await until(() => element.matches(done), `${tag} has loaded`);
    await act(element);
    return { fetched, visited, refusals };
  } finally {
    config.remove();
    await Promise.resolve();
  }
}

/** Calls a method as a page without types does. */
async function call(target: object, name: string, given: unknown): Promise<void> {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== 'function') throw new Error(`there is no ${name}`);
  await Reflect.apply(method, target, [given]);
}

/** Pays an invoice of its own, with one more attribute. */
async function pay(name: string, address: string): Promise<Result> {
  count += 1;
  const complete = {
    'invoice-number': `${count}`,
    'product-code': 'DN',
    'company-code': 'AM',
    'client-id': 'site',
    'api-url': apiBase,
    token: 't0ken',
    value: 'nexi',
  };
  const { visited, refusals } = await stage(
    'connect-pay-invoice',
    { ...complete, [name]: address },
    () => ({ success: true, transactionId: 42 }),
    (element) => call(element, 'pay', undefined),
  );
  return { led: visited, refusals };
}

const listed = { paymentMethodResponseItems: ['invoice'], access_token: 't0ken' };

async function show(attributes: Record<string, string>): Promise<Result> {
  const { fetched, refusals } = await stage(
    'connect-payment-methods',
    { 'product-code': 'DN', ...attributes },
    () => listed,
  );
  return { led: fetched.map(({ url }) => url), refusals };
}

/** A Vipps payment at an address. */
async function open(src: string, settings: Record<string, string>): Promise<Result> {
  const attributes = { src, ...settings };
  const resource = () => ({ payment: samplePayment });
  const { fetched, refusals } = await stage('connect-vipps-payment', attributes, resource);
  return { led: fetched.map(({ url }) => url), refusals };
}

const withToken = { 'api-url': apiBase, token: 't0ken' };

/** Reads a Vipps payment that lists one operation, and performs it by a method that reading has not. */
async function perform(rel: string, href: string): Promise<Result> {
  count += 1;
  const src = `${apiBase}/vipps/${count}`;
  const resource = { payment: samplePayment, operations: [{ rel, method: 'PUT', href }] };
  const { fetched, visited, refusals } = await stage(
    'connect-vipps-payment',
    { src, ...withToken },
    (_, { method }) => (method === 'GET' ? resource : { paid: {} }),
    (element) => call(element, 'perform', rel),
  );
  const sent = fetched.filter(({ method }) => method !== 'GET').map(({ url }) => url);
  return { led: [...sent, ...visited], refusals };
}

/** Has the vendor's page say where the payer should go. */
async function leave(redirectUrl: string): Promise<Result> {
  count += 1;
  const src = `${apiBase}/vipps/${count}`;
  const href = 'https://pay.example/script.js';
  const operations = [{ rel: 'view-payment', method: 'GET', href }];
  const { visited, refusals } = await stage(
    'connect-vipps-payment',
    { src, ...withToken },
    () => ({ payment: samplePayment, operations }),
    async (element) => {
      let told: object = {};
      const vipps = (config: object) => ({ open: () => void (told = config) });
      scripts.load = () => {
        Reflect.set(globalThis, 'payex', { hostedView: { vipps } });
        return Promise.resolve();
      };
      await call(element, 'perform', 'view-payment');
      await call(told, 'onExternalRedirect', { redirectUrl });
    },
  );
  return { led: visited, refusals };
}

const vendors = ['https://api.mediaconnect.no', 'https://api-test.mediaconnect.no'];
const named = [apiBase.replace('/capi', ''), 'https://pay.example'];

/** The parameter of the login server's address that an attribute ends up in. */
function parameterOf({ led, refusals }: Result, name: string): Result {
  for (const url of led) expect(url.startsWith('https://connectid.no/user/')).to.equal(true);
  return { led: led.map((url) => new URL(url).searchParams.get(name) ?? ''), refusals };
}

const operation = (rel: string, isVisited: boolean): Place => ({
  name: `the href of ${rel}`,
  called: rel,
  origins: isVisited ? named : named.slice(0, 1),
  ...(!isVisited && { below: `${apiBase}/` }),
  good: [`${apiBase}/x`, 'x', ...(isVisited ? ['https://pay.example/x'] : [])],
  attempt: (address) => perform(rel, address),
});

const places: readonly Place[] = [
  {
    name: 'return-url',
    called: 'return-url',
    origins: [site, 'https://shop.example'],
    good: ['/back', `${site}/back`, 'https://shop.example/'],
    attempt: async (address) => parameterOf(await pay('return-url', address), 'returnUrl'),
  },
  {
    name: 'error-url',
    called: 'error-url',
    origins: [site, 'https://shop.example'],
    good: ['/back', `${site}/back`, 'https://shop.example/'],
    attempt: async (address) => parameterOf(await pay('error-url', address), 'errorUrl'),
  },
  {
    name: 'login-url',
    called: 'login-url',
    good: ['/login', 'https://login.example/user', 'http://localhost:9/login'],
    attempt: (address) => pay('login-url', address),
  },
  {
    name: 'api-url beside a token of its own',
    called: 'api-url',
    good: ['/proxy', 'https://other.example/capi', 'http://127.0.0.1:9/capi'],
    attempt: (address) => show({ 'api-url': address, token: 't0ken' }),
  },
  {
    name: "api-url beside the site's token-url",
    called: 'api-url',
    origins: [...vendors, site],
    good: ['/proxy', 'https://api.mediaconnect.no/capi', 'https://api-test.mediaconnect.no/'],
    attempt: (address) => show({ 'api-url': address, 'token-url': '/token' }),
  },
  {
    name: 'token-url',
    called: 'token-url',
    origins: [site],
    good: ['/token', `${site}/token`, '?token'],
    attempt: (address) => show({ 'api-url': '/proxy', 'token-url': address }),
  },
  {
    name: 'src without an api-url',
    called: 'src',
    origins: [site],
    good: ['/payment', `${site}/payment`],
    attempt: (address) => open(address, {}),
  },
  {
    name: 'src beside an api-url with a token',
    called: 'src',
    origins: [site, ...named.slice(0, 1)],
    good: ['/payment', `${apiBase}/vipps/1`],
    attempt: (address) => open(address, withToken),
  },
  operation('redirect-authorization', true),
  {
    // A script comes from nowhere that markup may name, not even from where the payment is.
    ...operation('view-payment', true),
    origins: [site, 'https://pay.example'],
    good: [`${site}/x.js`, 'https://pay.example/x.js'],
  },
  operation('update-payment-abort', false),
  operation('paid-payment', false),
  {
    name: 'redirectUrl of the seamless view',
    called: 'redirectUrl',
    good: ['https://vipps.example/app'],
    attempt: leave,
  },
];

describe('a hostile address', () => {
  afterEach(() => {
    scripts.load = load;
    Reflect.deleteProperty(globalThis, 'payex');
  });

  for (const place of places) {
    it(`as ${place.name} is refused by name or leads where it may`, async () => {
      useWarnings();
      const wrong: string[] = [];
      for (const address of hostileAddresses) {
        const { led, refusals } = await place.attempt(address);
        pairs += 1;
        const isRefused = refusals.some((message) => message.startsWith(`${place.called}:`));
        const isFine = isRefused ? !led.length : led.length > 0;
        if (!isFine || !led.every((url) => isAllowed(url, place))) {
          wrong.push(JSON.stringify([address.slice(0, 80), led, refusals]).slice(0, 400));
        }
      }
      expect(wrong).to.deep.equal([]);
    }).timeout(60_000);

    it(`as ${place.name} is told from a good one`, async () => {
      useWarnings();
      for (const address of place.good) {
        const { led, refusals } = await place.attempt(address);
        expect([address, refusals]).to.deep.equal([address, []]);
        expect(led.length, address).to.be.greaterThan(0);
        expect(led.every((url) => isAllowed(url, place))).to.equal(true);
      }
    });
  }

  after(() => console.log(`tally ${pairs} hostile addresses`));
});
