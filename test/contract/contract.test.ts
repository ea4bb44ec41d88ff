import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { choice, setStage, type Stage } from '../e2e/support.js';
import { startValidatingProxy, type ValidatingProxy } from './validating-proxy.js';
import { saying } from '../support/saying.js';

let proxy: ValidatingProxy;
let stage: Stage;
before(async () => {
  const inFrontOfApi = async (apiUrl: string) => {
    proxy = await startValidatingProxy(apiUrl);
    return proxy.url;
  };
  stage = await setStage({ inFrontOfApi });
});
after(async () => {
  await stage.close();
  await proxy.close();
});

const call = async (path: string, init: RequestInit = {}) =>
  fetch(proxy.url + path, {
    ...init,
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      Authorization: `Bearer ${await stage.demo.sandbox.accessToken()}`,
    },
  });

describe('an independent validator finds nothing against the contract', () => {
  it('in what the elements send and get for every invoice payment method', async () => {
    for (const method of ['creditcardPayex', 'swishPayex', 'vippsEcommerce', 'nexi']) {
      await stage.open('/invoices?pay=7435367');
      const element = stage.page.locator('connect-pay-invoice');
      await choice(element, method).check();
      await element.locator('button').click();
      await stage.page.click('#outcome-finished');
      await element.locator(saying('pay-invoice.registered')).waitFor();
    }
    assert.deepEqual(proxy.violations, []);
    const seen = new Set(proxy.passed);
    assert.ok(seen.has('POST /v1/api/payment/invoice'));
    assert.ok(seen.has('GET /v1/customer/invoice/payment/CO27409'));
  });

  it('in what the elements send and get when a payment method is changed', async () => {
    for (const method of ['autoGiro', 'recurringVippsPayment', 'recurringPayExCardPayment']) {
      await stage.open('/subscription');
      const element = stage.page.locator('connect-change-method');
      await choice(element, method).check();
      await element.locator('button').click();
      await stage.page.click('#outcome-finished');
      await element.locator(saying('change-method.registered')).waitFor();
    }
    assert.deepEqual(proxy.violations, []);
    assert.ok(new Set(proxy.passed).has('POST /v1/product/payment/CO27409'));
  });

  it('in what the elements send and get when agreements are listed, added and removed', async () => {
    for (const provider of ['vipps', 'payex', 'klarna', 'nexi']) {
      await stage.open('/agreements');
      const element = stage.page.locator(`connect-agreements[provider=${provider}]`);
      await element.locator(saying('agreements.remove')).first().click();
      await element.locator(saying('agreements.remove.yes')).click();
      await element.locator(saying('agreements.removed.title')).waitFor();
      await element.locator(saying('add-agreement.action')).click();
      await stage.page.click('#outcome-finished');
      await element.locator(saying('add-agreement.registered')).waitFor();
    }
    assert.deepEqual(proxy.violations, []);
    const seen = new Set(proxy.passed);
    for (const path of [
      '/v1/customer/payment/vipps/agreement',
      '/v1/api/payment/payex/token',
      '/v1/customer/payment/klarna/token',
      '/v1/api/payment/nexi/subscription',
    ]) {
      for (const method of ['GET', 'POST', 'PATCH']) assert.ok(seen.has(`${method} ${path}`), path);
    }
  });

  it('in the documented errors that the sandbox answers', async () => {
    const faults = stage.demo.sandbox.faults;
    for (const [kind, status] of [
      ['unauthorized', 401],
      ['rate-limited', 429],
      ['not-added', 200],
    ] as const) {
      faults.set('changePaymentMethod', { kind });
      const body = JSON.stringify({ paymentMethod: 'autoGiro' });
      const answer = await call('/v1/product/payment/CO27409', { method: 'POST', body });
      assert.equal(answer.status, status);
      faults.clear();
    }
    assert.deepEqual(proxy.violations, []);
  });

  it('and it does find a request that breaks the contract', async () => {
    const body = JSON.stringify({ paymentMethod: 'cash' });
    await call('/v1/product/payment/CO27409', { method: 'POST', body });
    assert.match(proxy.violations[0]?.what ?? '', /paymentMethod/);
  });
});
