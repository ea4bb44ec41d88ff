import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ConnectError } from '../../src/api/errors.js';
import { operationUrl } from '../../src/host/resource.js';
import { apiUrl, defaultSettings, loginUrl } from '../../src/host/settings.js';
import { accessTo } from '../../src/host/token.js';
import { prepareRedirect } from '../../src/redirect/login-server.js';
import { invoicePayment } from '../../src/redirect/operations.js';
import { parseQuery, returnAddress, type Transaction } from '../../src/redirect/return-url.js';
import { hostileAddresses, page } from './hostile-addresses.js';
import { useAddress } from './support.js';

const site = 'https://site.example';
const shop = 'https://shop.example';
const names = 'status result paymentStatus';
let cases = 0;

/** A thousand runs that are the same every time; a failure prints how to repeat it alone. */
function assertAlways<Given extends [unknown, ...unknown[]]>(
  arbitraries: { [Name in keyof Given]: fc.Arbitrary<Given[Name]> },
  holds: (...given: Given) => void,
): void {
  const property = fc.property(...arbitraries, (...given: Given) => {
    cases += 1;
    holds(...given);
  });
  fc.assert(property, { numRuns: 1000, seed: 20261121 });
}

/** Any code units, also halves of characters. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes));

/** Pieces that mean something to a parser of addresses, in any order. */
const pieces = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...[
            'https:',
            'http:',
            'javascript:',
            'data:',
            'blob:',
            '/',
            '//',
            '\\',
            '@',
            ':',
            '#',
            '?',
          ],
          ...[
            '&',
            '=',
            '.',
            '..',
            '%2f',
            '%00',
            '\t',
            '\n',
            ' ',
            '[',
            ']',
            '::1',
            '127.0.0.1',
            '443',
          ],
          ...['site.example', 'shop.example', 'evil.example', 'localhost', 'api.mediaconnect.no'],
          ...['api.example', 'capi', 'xn--', 'connect', 'returnUrl', 'clientId'],
        ),
      },
      { weight: 1, arbitrary: units },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''));

const address: fc.Arbitrary<string> = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string(),
  units,
  pieces,
  pieces.map((rest) => `https://site.example${rest}`),
  fc.constantFrom(...hostileAddresses.filter(({ length }) => length < 1000)),
);

/** What it gives; undefined when it is a `config` error. Nothing else may be thrown. */
function unlessRefused<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'config') return undefined;
    throw error;
  }
}

function isSafe({ protocol, hostname, username, password }: URL): boolean {
  const isLoopback = /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback)) && !username && !password;
}

const code = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .filter((text) => !text.includes('~'));
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const payment = fc.record<Transaction>({
  flow: fc.constantFrom('pay-invoice', 'change-method'),
  transactionId: id,
  paymentMethod: code,
  productCode: code,
  invoiceNumber: fc.oneof(fc.constant(''), code),
});
const addition = fc.record<Transaction>({
  flow: fc.constant('add-agreement'),
  transactionId: id,
  paymentMethod: code,
  productCode: code,
  invoiceNumber: fc.constant(''),
  known: fc.stringMatching(/^[a-z0-9.]{1,40}$/),
});
const transaction = fc.oneof(payment, addition);

describe('whatever stands in the attributes', () => {
  beforeEach(() => useAddress(page));

  it('a redirect goes to the login server, and back to an origin of the site', () => {
    let accepted = 0;
    assertAlways<[string, string, string, Transaction]>(
      [address, address, fc.string(), transaction],
      (returnUrl, errorUrl, clientId, about) => {
        const settings = { ...defaultSettings, returnUrl, errorUrl, clientId, returnOrigins: shop };
        const redirect = unlessRefused(() => prepareRedirect(settings, invoicePayment));
        if (!redirect) return;
        accepted += 1;
        const given = redirect(about);
        expect(given.startsWith('https://connectid.no/user/payment/invoice/pay?')).to.equal(true);
        const { searchParams, hash } = new URL(given);
        const expected = ['clientId', 'returnUrl', 'errorUrl', 'transactionId'];
        expect([...searchParams.keys()]).to.deep.equal(expected);
        expect(hash).to.equal('');
        for (const name of ['returnUrl', 'errorUrl']) {
          const back = new URL(searchParams.get(name) ?? '');
          expect([site, shop]).to.include(back.origin);
          expect(isSafe(back)).to.equal(true);
          expect(back.searchParams.getAll('connect')).to.have.length(1);
        }
        expect(searchParams.get('transactionId')).to.equal(`${about.transactionId}`);
      },
    );
    expect(accepted).to.be.greaterThan(50);
  }).timeout(60_000);

  it('a server has a plain and safe address, or none', () => {
    let accepted = 0;
    assertAlways<[string]>([address], (given) => {
      const settings = { ...defaultSettings, apiUrl: given, loginUrl: given };
      for (const of of [apiUrl, loginUrl]) {
        const base = unlessRefused(() => of(settings));
        if (base == null) continue;
        accepted += 1;
        const url = new URL(base);
        expect(isSafe(url)).to.equal(true);
        expect(url.search + url.hash).to.equal('');
        expect(new URL(`${base}/v1/x`).origin).to.equal(url.origin);
      }
    });
    expect(accepted).to.be.greaterThan(50);
  }).timeout(60_000);

  it("the site's own token goes to the vendor or the site", () => {
    let accepted = 0;
    assertAlways<[string, string]>([address, address], (given, tokenUrl) => {
      const settings = { ...defaultSettings, apiUrl: given, tokenUrl };
      const api = unlessRefused(() => apiUrl(settings));
      const access = api != null && unlessRefused(() => accessTo(api, settings));
      if (!access) return;
      accepted += 1;
      const allowed = [site, 'https://api.mediaconnect.no', 'https://api-test.mediaconnect.no'];
      expect(allowed).to.include(new URL(api).origin);
      expect(new URL(tokenUrl, page).origin).to.equal(site);
    });
    expect(accepted).to.be.greaterThan(20);
  }).timeout(60_000);
});

describe('whatever a resource lists', () => {
  const base = 'https://api.example/capi/';
  const api = { url: `${base}vipps/1`, base, access: { id: 'x' } };

  it('is fetched where the resource is, visited there or at a named origin, and a script from a named one', () => {
    useAddress(page);
    const accepted = { fetched: 0, visited: 0, loaded: 0 };
    assertAlways<[string]>([address], (href) => {
      const settings = { ...defaultSettings, operationOrigins: shop, scriptOrigins: shop };
      const fetched = operationUrl(href, api, 'update-payment-abort', settings);
      const visited = operationUrl(href, api, 'redirect-authorization', settings);
      const loaded = operationUrl(href, api, 'view-authorization', settings);
      if (fetched != null) {
        accepted.fetched += 1;
        expect(new URL(fetched).origin).to.equal('https://api.example');
        expect(new URL(fetched).href.startsWith(base)).to.equal(true);
      }
      if (visited != null) {
        accepted.visited += 1;
        expect(['https://api.example', shop]).to.include(new URL(visited).origin);
        expect(isSafe(new URL(visited))).to.equal(true);
      }
      if (loaded != null) {
        accepted.loaded += 1;
        expect([site, shop]).to.include(new URL(loaded).origin);
        expect(isSafe(new URL(loaded))).to.equal(true);
      }
    });
    expect(accepted.loaded).to.be.greaterThan(10);
    expect(accepted.fetched).to.be.greaterThan(50);
    expect(accepted.visited).to.be.greaterThan(50);
  }).timeout(60_000);
});

describe('the way back', () => {
  const ours = ['connect', ...names.split(' ')];
  const own = fc.array(
    fc.tuple(
      fc.string({ unit: 'grapheme' }).filter((name) => !ours.includes(name)),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 5 },
  );

  it("says what for, and keeps the site's own query and hash", () => {
    assertAlways<[Transaction, 'return' | 'error', [string, string][], string]>(
      [
        transaction,
        fc.constantFrom<('return' | 'error')[]>('return', 'error'),
        own,
        fc.string({ unit: 'grapheme' }),
      ],
      (about, place, query, hash) => {
        const start = new URL('https://site.example/pay');
        for (const [name, value] of query) start.searchParams.append(name, value);
        start.hash = hash;
        const back = new URL(returnAddress(start, place, about));
        back.searchParams.append('status', 'finished');
        const parsed = parseQuery(back.searchParams, names);
        const outcome = place === 'error' ? 'error' : 'finished';
        expect(parsed?.arrival).to.deep.equal({ ...about, outcome });
        parsed?.names.forEach((name) => back.searchParams.delete(name));
        expect([...back.searchParams]).to.deep.equal(query);
        expect(back.origin + back.pathname + back.hash).to.equal(
          start.origin + start.pathname + start.hash,
        );
      },
    );
  }).timeout(60_000);

  it('can be read without an error, whatever it says', () => {
    const claim = fc.constantFrom('connect=', 'connect=pay-invoice~', 'connect=add-agreement~r~');
    assertAlways<[string, string, string]>(
      [fc.oneof(claim, units), fc.oneof(units, pieces), fc.oneof(fc.constant(names), units)],
      (start, rest, resultParam) => {
        const parsed = parseQuery(new URLSearchParams(start + rest), resultParam);
        if (parsed?.arrival) expect(parsed.arrival.transactionId).to.be.greaterThan(0);
      },
    );
  }).timeout(60_000);

  after(() => console.log(`tally ${cases} property cases`));
});

describe('a page on plain http that is not on this machine', () => {
  beforeEach(() => useAddress('http://intranet.example/account'));

  for (const [name, more] of [
    ['return-url', {}],
    ['error-url', { returnUrl: 'https://shop.example/', errorUrl: '/sorry' }],
    ['return-url', { returnUrl: 'http://shop.example/' }],
  ] as const) {
    it(`cannot be come back to: ${JSON.stringify(more)}`, () => {
      const returnOrigins = 'https://shop.example http://shop.example';
      const settings = { ...defaultSettings, clientId: 'c', returnOrigins, ...more };
      expect(() => prepareRedirect(settings, invoicePayment)).to.throw(ConnectError, `${name}: `);
    });
  }
});
