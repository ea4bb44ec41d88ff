// In every engine: each has its own fetch, Response and signals that abort.
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ConnectError } from './errors.js';
import { request, type Access, type HttpRequest } from './http.js';
import { throughPage } from '../../test/support/page-world.js';
import {
  apiBase,
  hang,
  json,
  networkError,
  page,
  rateLimited,
  settled,
  text,
  unauthorized,
  until,
  usePlatform,
  useServer,
  useWaits,
  xml,
  type Reply,
} from '../../test/support/in-node.js';

const url = `${apiBase}/v1/thing`;
const withToken: Access = { id: 'test', token: () => Promise.resolve('t0ken') };
const withCookies: Access = { id: 'cookies' };
const get = 'GET /v1/thing';
const post = 'POST /v1/thing';

function options(more: Partial<HttpRequest> = {}): HttpRequest {
  const { signal } = new AbortController();
  return { ...throughPage, method: 'GET', url, access: withToken, signal, ...more };
}

function posting(more: Partial<HttpRequest> = {}): HttpRequest {
  return options({ method: 'POST', body: { paymentMethod: 'nexi' }, ...more });
}

async function failure(promise: Promise<unknown>): Promise<ConnectError> {
  const result = await promise.catch((error: unknown) => error);
  if (result instanceof ConnectError) return result;
  throw new Error(`expected a ConnectError, got ${String(result)}`);
}

const sum = (waits: number[]) => waits.reduce((total, wait) => total + wait, 0);

describe('a request', () => {
  it('gives the decoded JSON', async () => {
    useServer({ [get]: json({ a: 1 }) });
    expect(await request(options())).to.deep.equal({ a: 1 });
  });

  it('asks for JSON with every method, since the API answers XML without it', async () => {
    const { sent } = useServer({ [get]: json({}), [post]: json({}), 'PATCH /v1/thing': json({}) });
    await request(options());
    await request(posting());
    await request(posting({ method: 'PATCH' }));
    expect(sent.map(({ headers }) => headers.get('Accept'))).to.deep.equal(
      Array(3).fill('application/json'),
    );
  });

  it('sends the token and no cookies', async () => {
    const { sent } = useServer({ [get]: json({}) });
    await request(options());
    expect(sent[0]?.headers.get('Authorization')).to.equal('Bearer t0ken');
    expect(sent[0]?.init.credentials).to.equal('omit');
  });

  it('sends cookies and no Authorization when there is no token', async () => {
    const { sent } = useServer({ [get]: json({}) });
    await request(options({ access: withCookies }));
    expect(sent[0]?.headers.has('Authorization')).to.equal(false);
    expect(sent[0]?.init.credentials).to.equal('same-origin');
  });

  it('follows no redirect, tells no referrer and is not stored', async () => {
    const { sent } = useServer({ [get]: json({}), [post]: json({}) });
    await request(options());
    await request(posting());
    for (const { init } of sent) {
      expect(init.redirect).to.equal('manual');
      expect(init.referrerPolicy).to.equal('no-referrer');
      expect(init.cache).to.equal('no-store');
    }
    expect(sent).to.have.length(2);
  });

  it('says that its body is JSON, and says nothing of the kind without a body', async () => {
    const { sent } = useServer({ [get]: json({}), [post]: json({}) });
    await request(posting());
    await request(options());
    expect(sent[0]?.headers.get('Content-Type')).to.equal('application/json');
    expect(sent[0]?.body).to.deep.equal({ paymentMethod: 'nexi' });
    expect(sent[1]?.headers.has('Content-Type')).to.equal(false);
    expect(sent[1]?.init.body).to.equal(null);
  });
});

describe('the deadline of a request', () => {
  it('makes a GET time out, once', async () => {
    usePlatform({ deadline: 20 });
    const { count } = useServer({ [get]: hang });
    expect((await failure(request(options()))).code).to.equal('timeout');
    expect(count()).to.equal(1);
  });

  it('leaves a POST in doubt, sent once', async () => {
    usePlatform({ deadline: 20 });
    const { count } = useServer({ [post]: hang });
    expect((await failure(request(posting()))).code).to.equal('in-doubt');
    expect(count()).to.equal(1);
  });

  it('counts for the body as well', async () => {
    usePlatform({ deadline: 20 });
    const dripping: Reply = ({ init: { signal } }) =>
      new Response(
        new ReadableStream({
          start: (stream) => signal?.addEventListener('abort', () => stream.error(signal.reason)),
        }),
      );
    useServer({ [get]: dripping });
    expect((await failure(request(options()))).code).to.equal('timeout');
  });
});

describe('a GET that fails for now', () => {
  const passing: [string, Reply][] = [
    ['a network error', networkError],
    ['429', rateLimited()],
    ['500', json({}, 500)],
    ['502 in HTML', page(502)],
    ['503', json({}, 503)],
  ];
  for (const [name, reply] of passing) {
    it(`is tried again after ${name}`, async () => {
      useWaits();
      const { count } = useServer({ [get]: [reply, reply, reply, json({ at: 'last' })] });
      expect(await request(options())).to.deep.equal({ at: 'last' });
      expect(count()).to.equal(4);
    });

    it(`is given up after three retries of ${name}`, async () => {
      useWaits();
      const { count } = useServer({ [get]: reply });
      const code =
        name === 'a network error' ? 'network' : name === '429' ? 'rate-limited' : 'server';
      expect((await failure(request(options()))).code).to.equal(code);
      expect(count()).to.equal(4);
    });
  }

  for (const status of [400, 403, 404, 409, 422]) {
    it(`is not tried again after ${status}`, async () => {
      const { count } = useServer({ [get]: json({}, status) });
      const error = await failure(request(options()));
      expect([error.code, error.status, error.retryable]).to.deep.equal([
        'bad-request',
        status,
        false,
      ]);
      expect(count()).to.equal(1);
    });
  }

  it('waits longer before each retry, with jitter', async () => {
    const totals: number[] = [];
    for (const random of [0, 0.999]) {
      usePlatform({ random: () => random });
      const waits = useWaits();
      useServer({ [get]: networkError });
      await failure(request(options()));
      totals.push(sum(waits));
    }
    expect(totals[0]).to.equal(250 + 500 + 1000);
    expect(totals[1]).to.be.within(3 * 1700, 3 * 1750);
  });
});

describe('a server that says how long to wait', () => {
  const now = 1_750_000_000_000;
  const seconds: [string, Record<string, string>, number][] = [
    ['Retry-After in seconds', { 'Retry-After': '7' }, 7],
    ['Retry-After as a date', { 'Retry-After': new Date(now + 9000).toUTCString() }, 9],
    ['X-RateLimit-Reset in seconds', { 'X-RateLimit-Reset': '5' }, 5],
    ['X-RateLimit-Reset in epoch seconds', { 'X-RateLimit-Reset': `${now / 1000 + 11}` }, 11],
    ['both, of which Retry-After counts', { 'Retry-After': '3', 'X-RateLimit-Reset': '50' }, 3],
    ['exactly two minutes', { 'Retry-After': '120' }, 120],
    ['at once', { 'Retry-After': '0' }, 0],
  ];
  for (const [name, headers, expected] of seconds) {
    it(`is obeyed: ${name}`, async () => {
      usePlatform({ now: () => now });
      const waits = useWaits();
      const { count } = useServer({ [get]: [rateLimited(headers), json({})] });
      await request(options());
      expect(sum(waits)).to.equal(expected * 1000);
      expect(count()).to.equal(2);
    });
  }

  it('is not read into a limit that has not been reached: X-RateLimit-Reset of a 500', async () => {
    usePlatform({ random: () => 0.5 });
    const waits = useWaits();
    useServer({ [get]: [text('', 'text/html', 500, { 'X-RateLimit-Reset': '57' }), json({})] });
    await request(options());
    expect(sum(waits)).to.equal(500);
  });

  for (const headers of [{ 'Retry-After': '121' }, { 'X-RateLimit-Reset': '86400' }]) {
    it(`is rate-limited at once when it asks for more than two minutes: ${JSON.stringify(headers)}`, async () => {
      const waits = useWaits();
      const { count } = useServer({ [get]: rateLimited(headers) });
      expect((await failure(request(options()))).code).to.equal('rate-limited');
      expect(count()).to.equal(1);
      expect(waits).to.deep.equal([]);
    });
  }

  for (const value of ['soon', '', '-5', 'NaN', '2001-01-01', '1000000000']) {
    it(`gets the usual pause when it talks nonsense: "${value}"`, async () => {
      usePlatform({ random: () => 0.5 });
      const waits = useWaits();
      useServer({ [get]: [rateLimited({ 'Retry-After': value }), json({})] });
      await request(options());
      expect(sum(waits)).to.equal(10_000);
    });
  }

  for (const delay of [NaN, -5_000]) {
    it(`that a page's dialect has made of nothing is not asked again at once: ${delay}`, async () => {
      const waits = useWaits();
      const { sent } = useServer({ [get]: [rateLimited(), json({})] });
      await request(options({ dialect: { retryAfter: () => delay } }));
      expect(sent).to.have.length(2);
      expect(sum(waits)).to.be.greaterThan(4_000);
    });
  }

  it('is counted down once a second', async () => {
    const waits = useWaits();
    const said: number[] = [];
    useServer({ [get]: [rateLimited({ 'Retry-After': '6' }), json({})] });
    await request(options({ onWait: (left) => said.push(left) }));
    expect(said).to.deep.equal([6, 5, 4, 3, 2, 1, 0]);
    expect(waits).to.deep.equal(Array(6).fill(1000));
  });

  it('is not counted down during a short pause', async () => {
    useWaits();
    const said: number[] = [];
    useServer({ [get]: [rateLimited({ 'Retry-After': '2' }), json({})] });
    await request(options({ onWait: (left) => said.push(left) }));
    expect(said).to.deep.equal([0]);
  });
});

describe('a POST', () => {
  const fates: [string, Reply, string][] = [
    ['a network error', networkError, 'in-doubt'],
    ['500', json({}, 500), 'in-doubt'],
    ['503 with Retry-After', json({}, 503, { 'Retry-After': '1' }), 'in-doubt'],
    ['502 in HTML', page(502), 'in-doubt'],
    ['429', rateLimited({ 'Retry-After': '1' }), 'rate-limited'],
    ['400', json({ errorMessage: 'no' }, 400), 'bad-request'],
    ['HTML with 200', page(), 'invalid-response'],
  ];
  for (const [name, reply, code] of fates) {
    it(`is sent once and is ${code} after ${name}`, async () => {
      const waits = useWaits();
      const { count } = useServer({ [post]: reply });
      expect((await failure(request(posting()))).code).to.equal(code);
      expect(count()).to.equal(1);
      expect(waits).to.deep.equal([]);
    });
  }

  it('that is in doubt is not called retryable', async () => {
    useServer({ [post]: networkError });
    expect((await failure(request(posting()))).retryable).to.equal(false);
  });
});

describe('401', () => {
  /** Gives t1, and t2 once t1 was refused. */
  function renewing() {
    const rejected: (string | undefined)[] = [];
    const token = (old?: string) => {
      rejected.push(old);
      return Promise.resolve(old ? 't2' : 't1');
    };
    return { rejected, access: { id: 'renewing', token } };
  }

  for (const [name, make, kind] of [
    ['a GET', options, get],
    ['a POST', posting, post],
  ] as const) {
    it(`makes us replay ${name} once with a renewed token`, async () => {
      const { access, rejected } = renewing();
      const { sent } = useServer({ [kind]: [unauthorized, json({ ok: true })] });
      expect(await request(make({ access }))).to.deep.equal({ ok: true });
      expect(sent.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
        'Bearer t1',
        'Bearer t2',
      ]);
      expect(sent[1]?.body).to.deep.equal(sent[0]?.body);
      expect(rejected).to.deep.equal([undefined, 't1']);
    });

    it(`is unauthorized when ${name} with the renewed token is refused as well`, async () => {
      const { access } = renewing();
      const { count } = useServer({ [kind]: unauthorized });
      const error = await failure(request(make({ access })));
      expect([error.code, error.status]).to.deep.equal(['unauthorized', 401]);
      expect(count()).to.equal(2);
    });
  }

  it('is unauthorized at once with cookies, which nobody can renew', async () => {
    const { count } = useServer({ [get]: unauthorized });
    expect((await failure(request(options({ access: withCookies })))).code).to.equal(
      'unauthorized',
    );
    expect(count()).to.equal(1);
  });

  it('does not use up the retries of a GET', async () => {
    useWaits();
    const { access } = renewing();
    const bad = json({}, 500);
    const { count } = useServer({ [get]: [bad, unauthorized, bad, bad, json({ ok: 1 })] });
    expect(await request(options({ access }))).to.deep.equal({ ok: 1 });
    expect(count()).to.equal(5);
  });
});

describe('an answer that is not JSON', () => {
  const answers: [string, Reply][] = [
    ['HTML', page()],
    ['XML', xml()],
    ['nothing', text('', 'application/json')],
    ['half of it', text('{"a": ', 'application/json')],
    ['null', json(null)],
  ];
  for (const [name, reply] of answers) {
    it(`is an invalid response and not asked for again: ${name}`, async () => {
      const { count } = useServer({ [get]: reply });
      expect((await failure(request(options()))).code).to.equal('invalid-response');
      expect(count()).to.equal(1);
    });
  }
});

describe('the message of an error', () => {
  const bodies: [string, Reply, string][] = [
    [
      "the API's own body",
      json({ errorCode: 3, errorMessage: 'no such invoice' }, 400),
      'no such invoice',
    ],
    ["OAuth's body", json({ error: 'x', error_description: 'wrong scope' }, 403), 'wrong scope'],
    ['a list', json(['what'], 400), 'HTTP 400'],
    ['HTML', page(404), 'HTTP 404'],
    ['an object as message', json({ errorMessage: { a: 1 } }, 400), 'HTTP 400'],
  ];
  for (const [name, reply, message] of bodies) {
    it(`is read from ${name}`, async () => {
      useServer({ [get]: reply });
      expect((await failure(request(options()))).message).to.equal(message);
    });
  }

  const long = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJrYXJpIn0.c2lnbmF0dXJl-_x';
  for (const [how, token, body] of [
    ['whole, twice', 't0ken', { errorMessage: 'bad t0ken t0ken' }],
    ['short', 'abc', { errorMessage: 'bad abc' }],
    ['long', long, { error_description: `Bearer ${long} has expired` }],
    ['cut at the end', long, { errorMessage: `${long.slice(0, 30)}… has expired` }],
    ['cut at the start', long, { errorMessage: `…${long.slice(-12)} has expired` }],
    ['cut at both ends', long, { errorMessage: `what is ${long.slice(23, 35)}?` }],
    ['in a field of its own', long, { errorMessage: 'expired', token: long }],
    ['as the type of a problem', long, { type: `https://api.example/${long.slice(-12)}` }],
    ['not as JSON', long, long],
  ] as const) {
    it(`holds nothing that the server said when it quotes the token: ${how}`, async () => {
      const access = { id: 'x', token: () => Promise.resolve(token) };
      useServer({ [get]: json(body, 400) });
      const error = await failure(request(options({ access })));
      expect([error.message, error.body]).to.deep.equal(['HTTP 400', undefined]);
    });
  }

  it('holds what the server said of another token', async () => {
    const access = { id: 'x', token: () => Promise.resolve(long) };
    useServer({ [get]: json({ errorMessage: 'a token like eyJ…' }, 400) });
    const { message } = await failure(request(options({ access })));
    expect(message).to.equal('a token like eyJ…');
  });

  it('is left as it is when there is no token to be quoted', async () => {
    useServer({ [get]: json({ errorMessage: 'productCode is undefined' }, 400) });
    const { message } = await failure(request(options({ access: withCookies })));
    expect(message).to.equal('productCode is undefined');
  });

  it('says that there was none when there was no answer', async () => {
    useServer({ [post]: networkError });
    expect((await failure(request(posting()))).message).to.equal('no answer');
  });
});

describe('a request that is aborted', () => {
  it('ends with the reason of its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('gone');
    const { count } = useServer({ [get]: hang });
    const answer = request(options({ signal: controller.signal })).catch((error: unknown) => error);
    await until(() => count() === 1);
    controller.abort(reason);
    expect(await answer).to.equal(reason);
  });

  it('is not tried again when that happens during a pause', async () => {
    const controller = new AbortController();
    usePlatform({ wait: () => Promise.resolve(controller.abort()) });
    const { count } = useServer({ [get]: networkError });
    const answer = request(options({ signal: controller.signal })).catch((error: unknown) => error);
    expect(await answer).to.equal(controller.signal.reason);
    expect(count()).to.equal(1);
  });

  it('is not sent when that happened before', async () => {
    const { count } = useServer();
    const answer = request(options({ signal: AbortSignal.abort() })).catch(
      (error: unknown) => error,
    );
    expect(await answer).to.be.instanceOf(DOMException);
    await settled();
    expect(count()).to.equal(0);
  });
});

describe('an answer that only says "accepted"', () => {
  it('may be empty', async () => {
    useServer({ [post]: text('', 'text/plain', 202) });
    expect(await request(posting())).to.deep.equal({});
  });

  it('is read when it has a body', async () => {
    useServer({ [post]: json({ id: 1 }, 202) });
    expect(await request(posting())).to.deep.equal({ id: 1 });
  });

  it('is the only one that may be empty', async () => {
    for (const status of [200, 201]) {
      useServer({ [post]: text('', 'text/plain', status) });
      expect((await failure(request(posting()))).code).to.equal('invalid-response');
    }
  });

  it('is not meant by what is no JSON: that names the body', async () => {
    useServer({ [post]: page() });
    const { message } = await failure(request(posting()));
    expect(message).to.equal('body is not as documented');
  });
});
