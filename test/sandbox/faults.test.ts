import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { decodeFault, startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import {
  at,
  call,
  invoice367,
  invoices,
  methods,
  payInvoicePath,
  read,
  site,
  startPayment,
} from './client.js';

let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
});
after(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
});

const pay = () => call(sandbox, payInvoicePath, { method: 'POST', body: invoice367 });
/** The id that the next payment gets tells how many there were before. */
const madeBefore = async () => {
  sandbox.faults.clear();
  return (await startPayment(sandbox)) - 12378954;
};

test('a fault of latency answers late and right', async () => {
  sandbox.faults.set('payInvoice', { kind: 'latency', ms: 120 });
  const start = Date.now();
  assert.equal((await pay()).status, 200);
  assert.ok(Date.now() - start >= 115);
  assert.equal(await madeBefore(), 1);
});

test('a fault of limits, authorization, server or refusal answers so, readably, with nothing made', async () => {
  const expected = [
    ['unauthorized', 401, /"invalid_token"/],
    ['server-error', 500, /^<!doctype html>/],
    ['not-added', 200, /^{"success":false}$/],
  ] as const;
  for (const [kind, status, body] of expected) {
    sandbox.faults.set('*', { kind });
    const response = await pay();
    assert.equal(response.status, status);
    assert.equal(response.headers.get('access-control-allow-origin'), site);
    assert.match(await response.text(), body);
  }
  assert.equal(await madeBefore(), 0);
});

test('a fault of rate-limited says when to come back', async () => {
  sandbox.faults.set('*', { kind: 'rate-limited', retryAfter: '7', reset: 9 });
  const response = await pay();
  assert.equal(response.status, 429);
  assert.equal(response.headers.get('retry-after'), '7');
  assert.equal(response.headers.get('x-ratelimit-reset'), '9');
  assert.equal(response.headers.get('x-ratelimit-remaining'), '0');
  assert.equal(response.headers.get('access-control-allow-origin'), site);
  assert.equal(await madeBefore(), 0);
});

test('a fault of broken-json or xml does the work and cannot be read as JSON', async () => {
  for (const kind of ['broken-json', 'xml'] as const) {
    sandbox.faults.set('payInvoice', { kind });
    const response = await pay();
    assert.equal(response.headers.get('access-control-allow-origin'), site);
    await assert.rejects(response.json(), SyntaxError);
  }
  assert.equal(await madeBefore(), 2);
});

test('a fault of drop-before cuts the connection with nothing made', async () => {
  sandbox.faults.set('payInvoice', { kind: 'drop-before' });
  await assert.rejects(pay(), TypeError);
  assert.equal(sandbox.requests.at(-1)?.status, 0);
  assert.equal(await madeBefore(), 0);
});

test('a fault of drop-after cuts the connection with the transaction made', async () => {
  sandbox.faults.set('payInvoice', { kind: 'drop-after' });
  await assert.rejects(pay(), TypeError);
  assert.equal(await madeBefore(), 1);
});

test('a fault of late-answer does the work at once and answers late', async () => {
  sandbox.faults.set('payInvoice', { kind: 'late-answer', ms: 200 });
  const start = Date.now();
  const answer = pay();
  while (!sandbox.requests.at(-1)?.isDone) await new Promise(setImmediate);
  assert.ok(Date.now() - start < 200);
  assert.equal((await answer).status, 200);
  assert.ok(Date.now() - start >= 195);
  assert.equal(await madeBefore(), 1);
});

test('a fault of bad-gateway does the work and loses its answer', async () => {
  sandbox.faults.set('payInvoice', { kind: 'bad-gateway' });
  const response = await pay();
  assert.equal(response.status, 502);
  assert.match(await response.text(), /^<!doctype html>/);
  assert.equal(await madeBefore(), 1);
});

test('a fault of empty-body does the work and answers 200 with nothing', async () => {
  sandbox.faults.set('payInvoice', { kind: 'empty-body' });
  const response = await pay();
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '');
  assert.equal(await madeBefore(), 1);
});

test('a fault of rate-limited that says nothing has no header to go by', async () => {
  sandbox.faults.set('*', { kind: 'rate-limited' });
  const { headers } = await pay();
  assert.equal(headers.get('retry-after') ?? headers.get('x-ratelimit-reset'), null);
});

test('a fault of redirect sends the request elsewhere with nothing made', async () => {
  const to = 'http://localhost:9/elsewhere';
  sandbox.faults.set('payInvoice', { kind: 'redirect', to });
  const options = { method: 'POST', redirect: 'manual', headers: { origin: site } } as const;
  const response = await fetch(sandbox.apiUrl + payInvoicePath, options);
  assert.equal(response.status, 302);
  assert.equal(response.headers.get('location'), to);
  assert.equal(await madeBefore(), 0);
});

test('a fault of CORS refuses the preflight, or lets the work be done and its answer not be read', async () => {
  const preflight = () =>
    fetch(sandbox.apiUrl + payInvoicePath, {
      method: 'OPTIONS',
      headers: { origin: site, 'access-control-request-method': 'POST' },
    });
  const allowedOrigin = async (answer: Promise<Response>) =>
    (await answer).headers.get('access-control-allow-origin');
  assert.equal(await allowedOrigin(preflight()), site);
  sandbox.faults.set('payInvoice', { kind: 'preflight-refused' });
  assert.equal(await allowedOrigin(preflight()), null);
  assert.equal(sandbox.faults.met, 1);
  assert.equal(sandbox.requests.length, 0);
  sandbox.faults.set('payInvoice', { kind: 'answer-withheld' });
  assert.equal(await allowedOrigin(preflight()), site);
  assert.equal(await allowedOrigin(pay()), null);
  assert.equal(sandbox.faults.met, 2);
  assert.equal(await madeBefore(), 1);
});

test('without keepAlive each request has a connection of its own, and a preflight is not remembered', async () => {
  const single = await startSandbox({ siteOrigins: [site], keepAlive: false });
  const answer = await call(single, methods);
  assert.equal(answer.headers.get('connection'), 'close');
  const preflight = await fetch(single.apiUrl + methods, { method: 'OPTIONS' });
  assert.equal(preflight.headers.get('access-control-max-age'), '0');
  await single.close();
  assert.equal((await call(sandbox, methods)).headers.get('connection'), 'keep-alive');
});

test('a transaction is completed as its provider does', async () => {
  const id = await startPayment(sandbox);
  sandbox.complete(id, 'finished');
  assert.deepEqual(
    sandbox.transactions().map((one) => [one.id, one.completed]),
    [[id, true]],
  );
  const list = await read(await call(sandbox, invoices), 'invoices', 0);
  assert.equal(at(list, 'paidAmount'), 295);
});

test('a fault happens as often as it says, and only to its operation', async () => {
  sandbox.faults.set('payInvoice', { kind: 'unauthorized', times: 2 });
  assert.equal((await call(sandbox, methods)).status, 200);
  const statuses = [(await pay()).status, (await pay()).status, (await pay()).status];
  assert.deepEqual(statuses, [401, 401, 200]);
  assert.deepEqual(sandbox.faults.list(), []);
});

test('a fault lets by as many requests as it says, and then strikes', async () => {
  sandbox.faults.set('payInvoice', { kind: 'server-error', skip: 1, times: 1 });
  const statuses = [(await pay()).status, (await pay()).status, (await pay()).status];
  assert.deepEqual(statuses, [200, 500, 200]);
  assert.equal(sandbox.faults.met, 1);
});

test('a fault is read from outside only when it is whole', () => {
  assert.deepEqual(decodeFault({ kind: 'latency', ms: 5, more: 1 }), { kind: 'latency', ms: 5 });
  assert.deepEqual(decodeFault({ kind: 'xml', times: 1 }), { kind: 'xml', times: 1 });
  assert.deepEqual(decodeFault({ kind: 'xml', skip: 2 }), { kind: 'xml', skip: 2 });
  assert.equal(decodeFault({ kind: 'xml', skip: -1 }), undefined);
  const wrong = [null, 'xml', {}, { kind: 'no' }, { kind: 'latency' }, { kind: 'xml', times: 0 }];
  for (const value of wrong) assert.equal(decodeFault(value), undefined);
  assert.equal(decodeFault({ kind: 'rate-limited', retryAfter: 3 }), undefined);
  assert.deepEqual(decodeFault({ kind: 'late-answer', ms: 5 }), { kind: 'late-answer', ms: 5 });
  const to = 'http://localhost:1/';
  assert.deepEqual(decodeFault({ kind: 'redirect', to }), { kind: 'redirect', to });
  for (const wrongTo of [undefined, '/x', 'javascript:0'])
    assert.equal(decodeFault({ kind: 'redirect', to: wrongTo }), undefined);
});
