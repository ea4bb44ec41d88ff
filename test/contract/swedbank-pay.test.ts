import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setStage, type Stage } from '../e2e/support.js';
import { startValidatingProxy, type ValidatingProxy } from './validating-proxy.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { buttonSaying, saying } from '../support/saying.js';

let proxy: ValidatingProxy;
let stage: Stage;
before(async () => {
  const inFrontOfSwedbankPay = async (apiUrl: string) => {
    proxy = await startValidatingProxy(apiUrl, 'swedbank-pay', '/psp');
    return proxy.url;
  };
  stage = await setStage({ inFrontOfSwedbankPay });
});
after(async () => {
  await stage.close();
  await proxy.close();
});

const element = () => stage.page.locator('connect-vipps-payment');
const press = (key: TextKey) => element().locator(buttonSaying(key)).first().click();
const passed = () => new Set(proxy.passed.map((call) => call.replace(/payments\/[^/]+/, '{id}')));

async function payOnThisPage(deed: string, key: TextKey): Promise<void> {
  await stage.open('/vipps-payment');
  await press('vipps-payment.operation.view-authorization');
  await stage.page.frameLocator('iframe').locator(`#${deed}`).click();
  await element().locator(saying(key)).first().waitFor();
}

describe('an independent validator finds nothing against the contract of Vipps payments', () => {
  it('in what the element sends and gets when a payment is paid, charged and released', async () => {
    await payOnThisPage('approve', 'vipps-payment.registered');
    await stage.page.goto(`${stage.demo.url}/vipps-payment?merchant=1`);
    await press('vipps-payment.operation.paid-payment');
    await press('vipps-payment.operation.create-capture');
    await element().locator('input').first().fill('100.00');
    await element().locator('form button').first().click();
    await element().locator(saying('vipps-payment.done')).waitFor();
    await press('vipps-payment.operation.create-cancellation');
    await press('vipps-payment.operation.create-cancellation');
    await element().getByText('NOK 0.00').nth(1).waitFor();
    assert.deepEqual(proxy.violations, []);
    for (const call of ['GET /vipps/{id}', 'GET /vipps/{id}/paid', 'POST /vipps/{id}/captures']) {
      assert.ok(passed().has(call), call);
    }
    assert.ok(passed().has('POST /vipps/{id}/cancellations'));
  });

  it('in what it sends and gets when a payment fails or is stopped', async () => {
    await payOnThisPage('fail', 'vipps-payment.outcome.failed.title');
    await press('vipps-payment.operation.failed-payment');
    await element().getByText('The payer has no cover').waitFor();
    await stage.open('/vipps-payment');
    await press('vipps-payment.operation.update-payment-abort');
    await press('vipps-payment.operation.update-payment-abort');
    await element().getByText('Stopped').waitFor();
    assert.deepEqual(proxy.violations, []);
    assert.ok(passed().has('GET /vipps/{id}/failed'));
    assert.ok(passed().has('PATCH /vipps/{id}'));
  });

  it('and it does find a request that breaks the contract', async () => {
    const { id } = stage.demo.swedbankPay.createPayment({
      completeUrl: stage.demo.url,
      paymentUrl: stage.demo.url,
    });
    const transaction = { vatAmount: 0, payeeReference: 'a', description: 'b' };
    await fetch(`${proxy.url}/vipps/payments/${id}/captures`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ transaction: { ...transaction, amount: 0 } }),
    });
    assert.match(proxy.violations[0]?.what ?? '', /amount/);
  });
});
