// In every engine: each has its own parser of addresses.
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { hostileAddresses, page } from '../../test/support/hostile-addresses.js';
import { assumedDialect } from '../api/connect/assumed.js';
import { ConnectError } from '../api/errors.js';
import { readArrival } from '../flow/read-arrival.js';
import type { Transaction } from '../flow/transaction.js';
import { operationUrl } from '../vipps-payment/resource-address.js';
import { apiUrl, defaultSettings, loginUrl } from '../host/settings.js';
import { accessTo } from '../host/token.js';
import { platform } from '../platform/platform.js';
import { prepareRedirect } from './login-server.js';
import { invoicePayment } from '../flow/operations.js';

const site = 'https://site.example';
const shop = 'https://shop.example';
let cases = 0;

function useAddress(address: string): void {
  Object.assign(platform, { href: () => address, isOpaque: () => false });
}

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
  .filter((text) => !['.', '..'].includes(text) && !text.includes('~'));
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
        assert.equal(given.startsWith('https://connectid.no/user/payment/invoice/pay?'), true);
        const { searchParams, hash } = new URL(given);
        const expected = ['clientId', 'returnUrl', 'errorUrl', 'transactionId'];
        assert.deepEqual([...searchParams.keys()], expected);
        assert.equal(hash, '');
        for (const name of ['returnUrl', 'errorUrl']) {
          const back = new URL(searchParams.get(name) ?? '');
          assert.ok([site, shop].includes(back.origin));
          assert.equal(isSafe(back), true);
          const read = readArrival(back.href, defaultSettings);
          const outcome = name === 'errorUrl' ? 'error' : 'unknown';
          assert.deepEqual(read?.arrival, { ...about, outcome });
          // What is read is all of it: nothing that stood there before can be taken for ours.
          assert.equal(readArrival(read.rest, defaultSettings), undefined);
        }
        assert.equal(searchParams.get('transactionId'), `${about.transactionId}`);
      },
    );
    assert.ok(accepted > 50);
  });

  it('a server has a plain and safe address, or none', () => {
    let accepted = 0;
    assertAlways<[string]>([address], (given) => {
      const settings = { ...defaultSettings, apiUrl: given, loginUrl: given };
      for (const of of [apiUrl, loginUrl]) {
        const base = unlessRefused(() => of(settings));
        if (base == null) continue;
        accepted += 1;
        const url = new URL(base);
        assert.equal(isSafe(url), true);
        assert.equal(url.search + url.hash, '');
        assert.equal(new URL(`${base}/v1/x`).origin, url.origin);
      }
    });
    assert.ok(accepted > 50);
  });

  it("the site's own token goes to the vendor or the site", () => {
    let accepted = 0;
    assertAlways<[string, string]>([address, address], (given, tokenUrl) => {
      const settings = { ...defaultSettings, apiUrl: given, tokenUrl };
      const api = unlessRefused(() => apiUrl(settings));
      const access = api != null && unlessRefused(() => accessTo(api, settings));
      if (!access) return;
      accepted += 1;
      const allowed = [site, 'https://api.mediaconnect.no', 'https://api-test.mediaconnect.no'];
      assert.ok(allowed.includes(new URL(api).origin));
      assert.equal(new URL(tokenUrl, page).origin, site);
    });
    assert.ok(accepted > 20);
  });
});

describe('whatever a resource lists', () => {
  const base = 'https://api.example/capi/';
  const api = {
    url: `${base}vipps/1`,
    base,
    access: { id: 'x' },
    world: platform,
    dialect: assumedDialect,
  };

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
        assert.equal(new URL(fetched).origin, 'https://api.example');
        assert.equal(new URL(fetched).href.startsWith(base), true);
      }
      if (visited != null) {
        accepted.visited += 1;
        assert.ok(['https://api.example', shop].includes(new URL(visited).origin));
        assert.equal(isSafe(new URL(visited)), true);
      }
      if (loaded != null) {
        accepted.loaded += 1;
        assert.ok([site, shop].includes(new URL(loaded).origin));
        assert.equal(isSafe(new URL(loaded)), true);
      }
    });
    assert.ok(accepted.loaded > 10);
    assert.ok(accepted.fetched > 50);
    assert.ok(accepted.visited > 50);
  });
});

after(() => console.log(`tally ${cases} property cases`));

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
      assert.throws(
        () => prepareRedirect(settings, invoicePayment),
        (error) => error instanceof ConnectError && error.message.startsWith(`${name}: `),
      );
    });
  }
});
