import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { decodeFault, startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { call, invoice367, methods, payInvoicePath, site, startPayment } from './client.js';

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

test('a fault happens as often as it says, and only to its operation', async () => {
  sandbox.faults.set('payInvoice', { kind: 'unauthorized', times: 2 });
  assert.equal((await call(sandbox, methods)).status, 200);
  const statuses = [(await pay()).status, (await pay()).status, (await pay()).status];
  assert.deepEqual(statuses, [401, 401, 200]);
  assert.deepEqual(sandbox.faults.list(), []);
});

test('a fault is read from outside only when it is whole', () => {
  assert.deepEqual(decodeFault({ kind: 'latency', ms: 5, more: 1 }), { kind: 'latency', ms: 5 });
  assert.deepEqual(decodeFault({ kind: 'xml', times: 1 }), { kind: 'xml', times: 1 });
  const wrong = [null, 'xml', {}, { kind: 'no' }, { kind: 'latency' }, { kind: 'xml', times: 0 }];
  for (const value of wrong) assert.equal(decodeFault(value), undefined);
  assert.equal(decodeFault({ kind: 'rate-limited', retryAfter: 3 }), undefined);
});
