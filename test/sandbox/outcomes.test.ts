import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObject } from '../../src/api/decode.js';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { outcomes, type Outcome } from '../../demo/sandbox/names.js';
import {
  at,
  call,
  complete,
  invoices,
  methods,
  payAddress,
  read,
  site,
  startPayment,
} from './client.js';

// Long enough to ask once before it is over, on a busy machine too.
const settleAfter = 500;
let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site], settleAfter });
});
after(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
});

async function waitUntil(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + settleAfter + 500; Date.now() < end; await sleep(10)) {
    if (await isSo()) return true;
  }
  return isSo();
}

function checkReturn(address: string, outcome: Outcome): void {
  const back = `${site}/account?a=1%202&tilde=~&status=${outcome}#invoices`;
  assert.equal(address, outcome === 'error' ? `${site}/trouble?b=2` : back);
}

async function checkState(outcome: Outcome, isRegistered: () => Promise<boolean>): Promise<void> {
  assert.equal(await isRegistered(), outcome === 'finished');
  const isLater = outcome === 'initiated';
  if (isLater) assert.ok(await waitUntil(isRegistered));
  else if (outcome !== 'finished') {
    await sleep(settleAfter * 2);
    assert.equal(await isRegistered(), false);
  }
}

for (const outcome of outcomes) {
  test(`the outcome ${outcome} of an invoice goes back to the site and changes what it should`, async () => {
    const id = await startPayment(sandbox);
    checkReturn(await complete(payAddress(sandbox, id), outcome), outcome);
    await checkState(outcome, async () => {
      const invoice = await read(await call(sandbox, invoices), 'invoices', 0);
      return at(invoice, 'paymentStatus') === '1' && at(invoice, 'paidAmount') === 295;
    });
  });

  test(`the outcome ${outcome} of a method goes back to the site and changes what it should`, async () => {
    const body = { paymentMethod: 'autoGiro' };
    const answer = await call(sandbox, methods, { method: 'POST', body });
    const more = { paymentChangeId: String(await read(answer, 'paymentChangeId')) };
    const address = payAddress(sandbox, 0, more).replace('/payment/invoice/pay', '/paymentChange');
    checkReturn(await complete(address, outcome), outcome);
    await checkState(outcome, async () => {
      const listed = await call(sandbox, methods);
      return (await read(listed, 'paymentMethodResponseItems', 1, 'current')) === true;
    });
  });
}

const all = [
  ['/v1/customer/payment/vipps/agreement', '/payment/vipps/agreement/add', 'recurringAgreements'],
  ['/v1/api/payment/payex/token', '/payment/payex/token/add', 'paymentRecurrenceTokens'],
  ['/v1/customer/payment/klarna/token', '/payment/klarna/token/add', 'recurringTokens'],
  ['/v1/api/payment/nexi/subscription', '/payment/nexi/subscription/add', 'subscriptions'],
] as const;
for (const [path, redirect, key] of all) {
  test(`an agreement of ${key} is added after its page, listed and removed once`, async () => {
    const added = { productCode: 'CO27409', tokenType: 'card' };
    const answer = await call(sandbox, path, { method: 'POST', body: added });
    const id = Number(await read(answer, 'transactionId'));
    const count = async () =>
      Object.keys((await read(await call(sandbox, path), key)) ?? {}).length;
    const before = await count();
    const address = payAddress(sandbox, id).replace('/payment/invoice/pay', redirect);
    await complete(address, 'finished');
    const listed = await read(await call(sandbox, path), key);
    const newest = at(listed, before);
    const agreement = isObject(newest) ? newest : {};
    assert.equal(await count(), before + 1);
    assert.equal(at(agreement, 'productCode'), 'CO27409');
    const given = at(agreement, 'paymentProviderId');
    const paymentProviderId = key === 'paymentRecurrenceTokens' ? String(given) : given;
    const remove = { method: 'PATCH', body: { ...agreement, paymentProviderId } };
    assert.equal(await read(await call(sandbox, path, remove), 'success'), true);
    assert.equal(await count(), before);
    assert.equal(await read(await call(sandbox, path, remove), 'success'), false);
  });
}
