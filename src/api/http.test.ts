import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { world as ofNode, type World } from '../platform/world.js';
import { ConnectError } from './errors.js';
import { never, request, type HttpRequest } from './http.js';

const own = 'https://site.example/capi/v1/x';
const elsewhere = 'https://api.example/capi/v1/x';
let clock = Date.UTC(2026, 10, 21, 12);
let waited: number[] = [];
let sent: RequestInit[] = [];
let warnings: string[] = [];
const { warn } = console;

let answers: (() => Response)[] = [];

/** Answers in turn, the last again and again. */
function serve(...given: (() => Response)[]): void {
  answers = given;
}

/** What a page at `site.example` goes through. */
const world: World = {
  ...ofNode,
  fetch: (_, init) => {
    sent.push(init);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return Promise.resolve(answer?.() ?? new Response('{}'));
  },
  isSameOrigin: (url) => new URL(url).origin === 'https://site.example',
  now: () => clock,
  random: () => 0.5,
  wait: (ms: number) => Promise.resolve((waited.push(ms), (clock += ms))),
};

beforeEach(() => {
  waited = [];
  sent = [];
  warnings = [];
  // Away from any 429 of the test before.
  clock += 3_600_000;
  console.warn = (line: string) => void warnings.push(line);
});
afterEach(() => void (console.warn = warn));

async function codeOf(method: string, url: string, more: Partial<HttpRequest> = {}) {
  try {
    await request({
      ...{ method, url, access: { id: 'x' }, world, dialect: {}, signal: never },
      ...more,
    });
    return 'fine';
  } catch (error) {
    return error instanceof ConnectError ? error.code : String(error);
  }
}

const json = () => new Response('{}');
const limited =
  (headers: HeadersInit = {}) =>
  () =>
    new Response('{}', { status: 429, headers });

describe('a redirect', () => {
  // What a browser makes of `redirect: 'manual'`, and what a server without one sees.
  const opaque = () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  const plain = () => new Response('', { status: 302, headers: { location: '/login' } });
  const several = () => new Response('', { status: 300 });
  for (const answer of [opaque, plain, several]) {
    for (const [method, url, code] of [
      ['GET', own, 'unauthorized'],
      ['GET', elsewhere, 'invalid-response'],
      ['POST', own, 'in-doubt'],
      ['POST', elsewhere, 'in-doubt'],
      ['PATCH', own, 'in-doubt'],
    ] as const) {
      it(`of a ${method} to ${url} is ${code}, at once, with one line (${answer.name})`, async () => {
        serve(answer);
        assert.equal(await codeOf(method, url), code);
        assert.deepEqual([sent.length, waited], [1, []]);
        assert.equal(sent[0]?.redirect, 'manual');
        assert.equal(warnings.length, 1);
        const said = url === own ? 'has the session ended?' : 'it is not followed';
        assert.equal(warnings[0], `connect-elements: a ${method} was redirected; ${said}`);
      });
    }
  }
});

describe('a session that has ended, as frameworks say it', () => {
  for (const status of [419, 440]) {
    for (const method of ['GET', 'POST', 'PATCH']) {
      it(`${status} to a ${method} of the page’s own origin is unauthorized, and nothing was done`, async () => {
        serve(() => new Response('<!doctype html>', { status }));
        assert.equal(await codeOf(method, own), 'unauthorized');
        assert.deepEqual([sent.length, waited], [1, []]);
      });
    }

    it(`${status} of the API itself says nothing of a session`, async () => {
      serve(() => new Response('{}', { status }));
      assert.equal(await codeOf('GET', elsewhere), 'bad-request');
      assert.equal(await codeOf('POST', elsewhere), 'bad-request');
    });
  }
});

describe('a limit', () => {
  const total = () => waited.reduce((sum, ms) => sum + ms, 0);

  it('that does not say when to come back is asked again three times, over more than a minute', async () => {
    serve(limited());
    assert.equal(await codeOf('GET', own), 'rate-limited');
    assert.equal(sent.length, 4);
    assert.equal(total(), 70_000);
  });

  for (const [name, headers, seconds] of [
    ['seconds', { 'Retry-After': '7' }, 7],
    ['a date, our clock ten minutes fast', { 'Retry-After': -596, Date: -600 }, 4],
    ['a date, our clock ten minutes slow', { 'Retry-After': 604, Date: 600 }, 4],
    ['a date without one beside it', { 'Retry-After': 9 }, 9],
  ] as const) {
    it(`is waited for by the answer's own clock: ${name}`, async () => {
      const given = new Headers();
      for (const [key, value] of Object.entries<string | number>(headers)) {
        const at = (ahead: number) => new Date(clock + ahead * 1000).toUTCString();
        given.set(key, typeof value === 'string' ? value : at(value));
      }
      serve(limited(given), json);
      assert.equal(await codeOf('GET', own), 'fine');
      assert.equal(total(), seconds * 1000);
    });
  }

  for (const [name, value] of [
    ['seconds', () => '11'],
    ['epoch seconds', () => `${clock / 1000 + 11}`],
    ['epoch milliseconds', () => `${clock + 11_000}`],
  ] as const) {
    it(`is read from X-RateLimit-Reset in ${name}`, async () => {
      serve(limited({ 'X-RateLimit-Reset': value() }), json);
      assert.equal(await codeOf('GET', own), 'fine');
      assert.equal(total(), 11_000);
    });
  }

  it('keeps what nobody asked for away for a minute, and lets what was asked for go on', async () => {
    serve(limited({ 'Retry-After': '0' }), json);
    assert.equal(await codeOf('GET', own, { isUnasked: true }), 'rate-limited');
    assert.equal(sent.length, 1);
    assert.equal(await codeOf('GET', elsewhere, { isUnasked: true }), 'rate-limited');
    assert.equal(sent.length, 1);
    assert.equal(await codeOf('GET', elsewhere), 'fine');
    clock += 60_000;
    assert.equal(await codeOf('GET', elsewhere, { isUnasked: true }), 'fine');
  });

  it('keeps nothing away for an hour when the clock is set back by one', async () => {
    serve(limited({ 'Retry-After': '0' }), json);
    assert.equal(await codeOf('GET', own, { isUnasked: true }), 'rate-limited');
    clock -= 3_600_000;
    assert.equal(await codeOf('GET', own, { isUnasked: true }), 'fine');
    // Other tests go on from here.
    clock += 3_600_000 + 60_000;
  });
});

describe('a read that nobody asked for', () => {
  it('is never tried again', async () => {
    serve(() => new Response('{}', { status: 503 }));
    assert.equal(await codeOf('GET', own, { isUnasked: true }), 'server');
    assert.deepEqual([sent.length, waited], [1, []]);
  });

  it('is not kept away by another that failed without a limit', async () => {
    serve(() => new Response('{}', { status: 503 }), json);
    assert.equal(await codeOf('GET', own, { isUnasked: true }), 'server');
    assert.equal(await codeOf('GET', own, { isUnasked: true }), 'fine');
  });
});

describe('a request that is given up while it is under way', () => {
  const cut = () => {
    throw new TypeError('cut');
  };
  for (const [method, answer, code] of [
    ['GET', json, 'enough'],
    ['GET', cut, 'enough'],
    ['POST', json, 'fine'],
    ['POST', cut, 'in-doubt'],
    ['PATCH', cut, 'in-doubt'],
  ] as const) {
    it(`ends a ${method} as ${code}: a read with the reason, a change with what became of it (${answer.name})`, async () => {
      const { signal, abort } = givenUp();
      serve(() => {
        abort();
        return answer();
      });
      assert.equal(await codeOf(method, own, { signal }), code);
      assert.deepEqual([sent.length, waited], [1, []]);
    });
  }
});

function givenUp() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort('enough') };
}
