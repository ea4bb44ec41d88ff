import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  startOnlineFundraising,
  type OnlineFundraising,
} from '../../demo/sandbox/online-fundraising/index.js';
import {
  goneGuid,
  guids,
  paymentRequiredGuid,
  pendingPaymentsGuid,
} from '../../demo/sandbox/online-fundraising/seed.js';
import { loadDocument } from './document.js';
import { at, read } from './client.js';

const settleAfter = 500;
let api: OnlineFundraising;
before(async () => {
  api = await startOnlineFundraising({ settleAfter });
});
after(() => api.close());
beforeEach(() => api.reset());

const md5 = createHash('md5').update('').digest('base64');
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(api.apiUrl + path, { method, headers: { Authorization: api.key, ...headers } });
const get = (guid: string) => ask(`/paymentMethod/${guid}`);
const cancel = (guid: string, headers: Record<string, string> = { 'Content-MD5': md5 }) =>
  ask(`/paymentMethod/${guid}/Cancel`, headers, 'POST');
const stateOf = async (guid: string) => read(await get(guid), 'state');
const [first = ''] = guids;

/** Every value of a field that the sandbox answers. */
async function values(...path: string[]): Promise<unknown[]> {
  const answers = await Promise.all(guids.map(async (guid) => read(await get(guid), ...path)));
  return [...new Set(answers)].filter((value) => value !== undefined && value !== '');
}

for (const [field, schema] of [
  ['state', 'PaymentMethodState'],
  ['paymentMethodType', 'PaymentMethodType'],
  ['paymentMethodAccountingCode', 'PaymentMethodAccountingCode'],
  ['paymentGatewayProvider', 'PaymentGatewayProvider'],
  ['errorCode', 'PaymentMethodErrorCode'],
  ['cancelCode', 'PaymentMethodCancelCode'],
] as const) {
  test(`the sandbox has a payment method for every ${field} of the contract`, async () => {
    const documented = at(at(at(await loadDocument(), 'components'), 'schemas'), schema);
    assert.deepEqual(
      new Set(await values(field)),
      new Set(Object.values(at(documented, 'enum') ?? {})),
    );
  });
}

test('the sandbox has every kind of metadata', async () => {
  for (const path of [
    ['card', 'type'],
    ['card', 'expiresTs'],
    ['card', 'cardNumber'],
    ['card', 'acquirer'],
    ['bs', 'mandate'],
    ['bs', 'customerNumber'],
    ['mps', 'externalId'],
    ['sms', 'msisdn'],
  ]) {
    assert.ok((await values('metaData', ...path)).length, path.join('.'));
  }
});

test('a key is needed, alone and right', async () => {
  for (const Authorization of ['', 'wrong', `Bearer ${api.key}`]) {
    assert.equal((await ask(`/paymentMethod/${first}`, { Authorization })).status, 401);
  }
  assert.equal((await get(first)).status, 200);
});

test('a POST needs the MD5 of its body, in one of two headers', async () => {
  for (const wrong of [{}, { 'Content-MD5': 'x' }, { 'Content-MD5': `${'A'.repeat(22)}==` }]) {
    const answer = await cancel(first, wrong);
    assert.equal(answer.status, 400);
    assert.equal(await read(answer, 'errorCode'), '10001');
  }
  assert.equal(await stateOf(first), 'Active');
  assert.equal((await cancel(first, { RequestMD5: md5 })).status, 202);
});

test('what is not there is 404 for every operation', async () => {
  for (const answer of [
    await get(goneGuid),
    await ask(`/paymentMethod/${goneGuid}/subscriptions`),
    await cancel(goneGuid),
  ]) {
    assert.equal(answer.status, 404);
    assert.equal(await read(answer, 'errorDescription'), 'Payment Method was not found');
  }
  assert.equal((await ask('/contact/1')).status, 404);
});

test('a cancellation is accepted first and done after a while', async () => {
  const answer = await cancel(first);
  assert.equal(answer.status, 202);
  assert.equal(await answer.text(), '');
  assert.equal(await stateOf(first), 'Active');
  await sleep(settleAfter + 20);
  const method = await read(await get(first));
  assert.equal(at(method, 'state'), 'Cancelled');
  assert.equal(at(method, 'cancelCode'), 200101);
  assert.match(String(at(method, 'cancelledTs')), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0[12]00$/);
});

test('a new payment method is sent to its gateway before it is cancelled', async () => {
  const states = await Promise.all(guids.map(stateOf));
  const guid = guids[states.indexOf('New')] ?? '';
  await cancel(guid);
  assert.equal(await stateOf(guid), 'New');
  await sleep(settleAfter / 2 + 20);
  assert.equal(await stateOf(guid), 'Pending');
  await sleep(settleAfter / 2);
  assert.equal(await stateOf(guid), 'Cancelled');
});

test('a cancellation is refused while payments are pending, and where it is too late', async () => {
  const states = await Promise.all(guids.map(stateOf));
  const late = ['SessionExpired', 'Expired', 'Rejected', 'Cancelled', 'Failed', 'Inactive'];
  for (const guid of [
    pendingPaymentsGuid,
    ...late.map((one) => guids[states.indexOf(one)] ?? ''),
  ]) {
    const answer = await cancel(guid);
    assert.equal(answer.status, 400);
    const code = guid === pendingPaymentsGuid ? 'PendingPayments' : '10001';
    assert.equal(await read(answer, 'errorCode'), code);
  }
});

test('subscriptions are a bare array, and inactive once their method is cancelled', async () => {
  const stateAfter = async (guid: string) => {
    assert.equal((await cancel(guid)).status, 202);
    await sleep(settleAfter + 20);
    const list = await read(await ask(`/paymentMethod/${guid}/subscriptions`));
    assert.ok(Array.isArray(list));
    return [at(list[0], 'state'), at(list[0], 'inactivatedTs') !== ''];
  };
  assert.deepEqual(await stateAfter(first), ['Inactive', true]);
  // "If applied to an Agreement marked as Payment Required, the state will remain as is."
  assert.deepEqual(await stateAfter(paymentRequiredGuid), ['Active', false]);
});

test('requests are logged without the key, and reset() starts afresh', async () => {
  await cancel(first);
  assert.deepEqual(api.requests.at(-1), {
    operationId: 'cancelPaymentMethod',
    method: 'POST',
    path: `/paymentMethod/${first}/Cancel`,
    status: 202,
    hadKey: true,
  });
  assert.ok(!JSON.stringify(api.requests).includes(api.key));
  await sleep(settleAfter + 20);
  api.reset();
  assert.deepEqual(api.requests, []);
  assert.equal(await stateOf(first), 'Active');
});
