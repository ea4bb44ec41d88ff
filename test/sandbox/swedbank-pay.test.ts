import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startSwedbankPay, type SwedbankPay } from '../../demo/sandbox/swedbank-pay/index.js';
import type { NewPayment } from '../../demo/sandbox/swedbank-pay/payments.js';
import { problemType } from '../../src/api/swedbank-pay/problem.js';
import { sample, samplePayment } from '../support/vipps-sample.js';
import { at, read, site } from './client.js';
import { loadDocument } from './document.js';

let api: SwedbankPay;
before(async () => {
  api = await startSwedbankPay({ siteOrigins: [site], settleAfter: 500 });
});
after(() => api.close());
beforeEach(() => api.reset());

const urls = { completeUrl: `${site}/done?a=1`, cancelUrl: `${site}/no` };
const create = (more: Partial<NewPayment> = {}) => api.createPayment({ ...urls, ...more });

function call(url: string, method = 'GET', body?: object, token = api.token) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(url, { method, headers, body: body ? JSON.stringify(body) : null });
}

const resourceOf = async (id: string) => read(await call(`${api.apiUrl}/vipps/payments/${id}`));

/** The listed operations, `rel` to `[method, href]`. */
async function operationsOf(id: string): Promise<Map<string, [string, string]>> {
  const listed = Object.values(at(await resourceOf(id), 'operations') ?? {});
  return new Map(
    listed.map((one: unknown) => [
      String(at(one, 'rel')),
      [String(at(one, 'method')), String(at(one, 'href'))],
    ]),
  );
}

/** Performs an operation as a client has to: with what is listed, and a body. */
async function perform(id: string, rel: string, body?: object): Promise<Response> {
  const [method, href] = (await operationsOf(id)).get(rel) ?? [];
  assert.ok(href, `${rel} is not listed`);
  return call(href, method, body);
}

async function pay(id: string, deed: string): Promise<Response> {
  const [, href = ''] = (await operationsOf(id)).get('redirect-authorization') ?? [];
  assert.match(await (await fetch(href)).text(), new RegExp(`id="${deed}"`));
  const form = new URLSearchParams({ deed });
  return fetch(href, { method: 'POST', body: form, redirect: 'manual' });
}

const remaining = async (id: string) => {
  const payment = at(await resourceOf(id), 'payment');
  return ['Capture', 'Cancellation', 'Reversal'].map((name) =>
    at(payment, `remaining${name}Amount`),
  );
};
const transaction = { vatAmount: 0, payeeReference: 'abc', description: 'x' };
const abort = { payment: { operation: 'Abort', abortReason: 'CancelledByConsumer' } };

test('the contract has every field, operation, state and language of the document', async () => {
  const schemas = at(at(await loadDocument('swedbank-pay'), 'components'), 'schemas');
  const text = JSON.stringify(schemas);
  for (const field of Object.keys(samplePayment)) assert.ok(text.includes(`"${field}":`), field);
  for (const { rel, contentType } of sample.operations) {
    assert.ok(text.includes(`"${rel}"`), rel);
    assert.ok(text.includes(`"${contentType}"`), contentType);
  }
  for (const rel of ['view-payment', 'create-cancellation']) assert.ok(text.includes(`"${rel}"`));
  assert.deepEqual(at(at(schemas, 'State'), 'enum'), ['Ready', 'Pending', 'Failed', 'Aborted']);
  assert.ok(text.includes('["sv-SE","nb-NO","en-US"]'));
});

test('a payment has the fields of the sample and what a payer can do', async () => {
  const { id } = create();
  const payment = at(await resourceOf(id), 'payment');
  for (const name of Object.keys(samplePayment))
    assert.notEqual(at(payment, name), undefined, name);
  assert.equal(at(payment, 'state'), 'Ready');
  assert.deepEqual(
    [...(await operationsOf(id)).keys()],
    ['update-payment-abort', 'redirect-authorization', 'view-authorization', 'view-payment'],
  );
  for (const [, href] of (await operationsOf(id)).values()) assert.ok(href.startsWith(api.origin));
});

test('a payment is in the language that it was made in', async () => {
  for (const language of ['sv-SE', 'nb-NO', 'en-US'] as const) {
    const { id } = create({ language });
    assert.equal(at(at(await resourceOf(id), 'payment'), 'language'), language);
  }
});

test('the operations are where the contract has them', async () => {
  const { id } = create();
  await pay(id, 'approve');
  const { id: failed } = create();
  await pay(failed, 'fail');
  const { id: aborted } = create();
  await perform(aborted, 'update-payment-abort', abort);
  const listed = await Promise.all([id, failed, aborted].map(operationsOf));
  const where = listed
    .flatMap((operations) => [...operations])
    .map(([rel, [method, href]]) => [rel, `${method} ${href.replace(api.apiUrl, '')}`]);
  assert.deepEqual(Object.fromEntries(where), {
    'create-capture': `POST /vipps/payments/${id}/captures`,
    'create-cancellation': `POST /vipps/payments/${id}/cancellations`,
    'paid-payment': `GET /vipps/payments/${id}/paid`,
    'failed-payment': `GET /vipps/payments/${failed}/failed`,
    'aborted-payment': `GET /vipps/payments/${aborted}/aborted`,
  });
  const types = Object.values(at(await resourceOf(failed), 'operations') ?? {}).map(
    (one: unknown) => at(one, 'contentType'),
  );
  assert.deepEqual(types, ['application/problem+json']);
  const [, failure = ''] = (await operationsOf(failed)).get('failed-payment') ?? [];
  assert.match((await call(failure)).headers.get('content-type') ?? '', /problem\+json/);
});

test('a problem says what it is, where it was, and what to do', async () => {
  const answer = await call(`${api.apiUrl}/vipps/payments/unknown`);
  assert.equal(answer.status, 404);
  const body = await read(answer);
  assert.equal(at(body, 'instance'), 'urn:problem:notfound');
  assert.equal(at(body, 'action'), 'RetryNewData');
  assert.equal(at(body, 'status'), 404);
});

test('a payment that was only created has no amount yet, and all of it left to charge', async () => {
  const { id } = create();
  assert.equal(at(at(await resourceOf(id), 'payment'), 'amount'), 0);
  assert.deepEqual(await remaining(id), [1500, 1500, 0]);
  await pay(id, 'approve');
  assert.equal(at(at(await resourceOf(id), 'payment'), 'amount'), 1500);
});

test('a payment that was aborted has nothing left, and says why', async () => {
  const { id } = create();
  await perform(id, 'update-payment-abort', abort);
  assert.equal(at(at(await resourceOf(id), 'payment'), 'amount'), 0);
  assert.deepEqual(await remaining(id), [0, 0, 0]);
  const aborted = await read(await perform(id, 'aborted-payment'), 'aborted');
  assert.deepEqual(aborted, { abortReason: 'CancelledByConsumer' });
});

test('a payment has an address for a cancelled visit or one for the seamless view, not both', async () => {
  const both = { ...urls, paymentUrl: `${site}/pay` };
  assert.throws(() => api.createPayment(both), /cancelUrl or paymentUrl/);
  const { completeUrl } = urls;
  const { id } = api.createPayment({ completeUrl, paymentUrl: `${site}/pay` });
  assert.equal((await pay(id, 'cancel')).headers.get('location'), completeUrl);
});

test('the seamless view tells one who cancelled that it is completed, as the vendor does', async () => {
  const { id } = create();
  const [, href = ''] = (await operationsOf(id)).get('view-payment') ?? [];
  const frame = href.replace(/core.*token=/, 'frame/');
  const told = async (deed: string) =>
    read(await fetch(frame, { method: 'POST', body: new URLSearchParams({ deed }) }));
  assert.deepEqual(at(at(await told('leave-off'), '0'), 'event'), 'onPaymentCompleted');
  assert.ok((await operationsOf(id)).has('redirect-authorization'));
  assert.deepEqual(at(at(await told('cancel'), '0'), 'event'), 'onPaymentCanceled');
});

test('who goes back from the page of Vipps has cancelled the payment', async () => {
  const { id, token } = create();
  const back = await fetch(`${api.origin}/vipps/app/${token}`, {
    method: 'POST',
    redirect: 'manual',
  });
  assert.equal(back.status, 303);
  assert.deepEqual([...(await operationsOf(id)).keys()], ['failed-payment']);
});

test('an aborted payment cannot be paid', async () => {
  const { id } = create();
  const [, href = ''] = (await operationsOf(id)).get('redirect-authorization') ?? [];
  const aborted = await read(await perform(id, 'update-payment-abort', abort));
  assert.equal(at(at(aborted, 'payment'), 'state'), 'Aborted');
  assert.deepEqual(at(aborted, 'operations'), []);
  assert.equal((await fetch(href)).status, 404);
});

test('an approved payment can be charged in parts, and what is charged is no longer left', async () => {
  const { id } = create();
  const back = await pay(id, 'approve');
  assert.equal(back.headers.get('location'), urls.completeUrl);
  assert.deepEqual(
    [...(await operationsOf(id)).keys()],
    ['paid-payment', 'create-capture', 'create-cancellation'],
  );
  const part = { transaction: { ...transaction, amount: 500, vatAmount: 100 } };
  const captured = await read(await perform(id, 'create-capture', part), 'capture', 'transaction');
  assert.equal(at(captured, 'amount'), 500);
  assert.deepEqual(await remaining(id), [1000, 1000, 500]);
  const tooMuch = await perform(id, 'create-capture', {
    transaction: { ...transaction, amount: 1001 },
  });
  assert.equal(tooMuch.status, 400);
  assert.equal(tooMuch.headers.get('content-type'), 'application/problem+json');
  assert.equal(problemType(await read(tooMuch)), 'inputerror');
  await perform(id, 'create-capture', { transaction: { ...transaction, amount: 1000 } });
  assert.deepEqual(await remaining(id), [0, 0, 1500]);
  assert.deepEqual([...(await operationsOf(id)).keys()], ['paid-payment']);
  const paid = await read(await perform(id, 'paid-payment'), 'paid');
  assert.equal(at(paid, 'amount'), 1500);
  assert.equal(at(paid, 'orderReference'), 'or-1');
  assert.deepEqual(at(paid, 'tokens'), []);
});

test('what is not charged can be released', async () => {
  const { id } = create();
  await pay(id, 'approve');
  const asked = { payeeReference: 'abc', description: 'x' };
  const released = await perform(id, 'create-cancellation', { transaction: asked });
  assert.equal(await read(released, 'cancellation', 'transaction', 'amount'), 1500);
  assert.deepEqual(await remaining(id), [0, 0, 0]);
});

test('a failed payment says why, and nothing else can be done', async () => {
  const { id } = create();
  assert.equal((await pay(id, 'fail')).headers.get('location'), urls.completeUrl);
  assert.deepEqual([...(await operationsOf(id)).keys()], ['failed-payment']);
  const problem = await read(await perform(id, 'failed-payment'), 'problem');
  assert.equal(problemType(problem), 'acquirer_error');
});

test('a cancelled visit leaves the payment as it was', async () => {
  const { id } = create();
  assert.equal((await pay(id, 'cancel')).headers.get('location'), urls.cancelUrl);
  assert.ok((await operationsOf(id)).has('redirect-authorization'));
});

test('a slow payment is pending until it is registered', async () => {
  const { id } = create();
  await pay(id, 'approve-slowly');
  assert.equal(at(at(await resourceOf(id), 'payment'), 'state'), 'Pending');
  assert.equal((await operationsOf(id)).size, 0);
  await new Promise((resolve) => setTimeout(resolve, 600));
  assert.ok((await operationsOf(id)).has('paid-payment'));
});

test('an operation that is no longer listed is refused as forbidden', async () => {
  const { id } = create();
  const before = await operationsOf(id);
  await pay(id, 'approve');
  const [method, href = ''] = before.get('update-payment-abort') ?? [];
  const answer = await call(href, method, abort);
  assert.equal(answer.status, 403);
  assert.equal(problemType(await read(answer)), 'forbidden');
});

test('a request that breaks the contract, has no key or no payment is refused by type', async () => {
  const { id } = create();
  const url = `${api.apiUrl}/vipps/payments/${id}`;
  for (const [answer, status, type] of [
    [await call(url, 'PATCH', { payment: { operation: 'Dance' } }), 400, 'inputerror'],
    [await call(url, 'GET', undefined, 'wrong'), 401, 'unauthorized'],
    [await call(`${url}x`), 404, 'notfound'],
    [await call(`${api.apiUrl}/vipps/nothing`), 404, 'notfound'],
  ] as const) {
    assert.equal(answer.status, status);
    assert.equal(problemType(await read(answer)), type);
  }
});

test('the next call can be refused with any problem, once', async () => {
  const { id } = create();
  for (const [status, type] of [
    [403, 'configurationerror'],
    [500, 'systemerror'],
    [403, 'vipps/vipps_error'],
    [400, 'vipps/vipps_declined'],
    [502, 'vipps/acquirer_gateway_error'],
  ] as const) {
    api.refuseNext('abortVippsPayment', status, type);
    const answer = await perform(id, 'update-payment-abort', abort);
    assert.equal(answer.status, status);
    assert.ok(type.endsWith(problemType(await read(answer))));
  }
  assert.equal((await perform(id, 'update-payment-abort', abort)).status, 200);
});

test('pages of other sites cannot read the API, and the key is in no log', async () => {
  const { id } = create();
  const answer = await call(`${api.apiUrl}/vipps/payments/${id}`);
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
  assert.equal(api.requests.at(-1)?.hadToken, true);
  assert.ok(!JSON.stringify(api.requests).includes(api.token));
  const elsewhere = { ...urls, completeUrl: 'https://evil.example/' };
  assert.throws(() => api.createPayment(elsewhere), /evil/);
});
