import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { it } from '../support/limited.js';
import { choice, requestsOf, setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { saying } from '../support/saying.js';

const invoicePage = '/invoices?pay=7435367';
const payment = (page: Page): Locator => page.locator('connect-pay-invoice');
const pay = (page: Page): Locator => payment(page).locator(saying('pay-invoice.action'));

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

let first: Page;
let second: Page;

beforeEach(async () => {
  await stage.open(invoicePage);
  first = stage.page;
  second = await first.context().newPage();
  await second.goto(stage.demo.url + invoicePage);
  await pay(second).waitFor();
});
afterEach(() => second.close());

/** Presses in the first tab, whose request is under way for a while. */
async function payInFirst(ms = 1500): Promise<void> {
  stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms });
  await pay(first).click();
  await saysKey(second, 'pay-invoice.elsewhere.title');
}

async function saysKey(page: Page, key: TextKey): Promise<void> {
  await payment(page).locator(saying(key)).first().waitFor();
}

function payments(): number {
  return requestsOf(stage, 'payInvoice');
}

describe('one invoice in two tabs', () => {
  it('is paid once when both are pressed at the same moment', async () => {
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 800 });
    const press = (page: Page) =>
      payment(page).evaluate((host) => host.shadowRoot?.querySelector('button')?.click());
    await Promise.all([press(first), press(second)]);
    await Promise.race([first, second].map((page) => page.locator('#outcome-finished').waitFor()));
    const waiting = (await first.locator('#outcome-finished').count()) ? second : first;
    await saysKey(waiting, 'pay-invoice.open.title');
    await payment(waiting).locator(saying('pay-invoice.continue')).waitFor();
    assert.equal(payments(), 1);
  });

  it('says in the other tab what is under way, and offers to continue it when the first has left', async () => {
    await payInFirst();
    await first.locator('#outcome-finished').waitFor();
    await payment(second).locator(saying('pay-invoice.continue')).click();
    await second.locator('#outcome-finished').waitFor();
    assert.equal(payments(), 1);
  });

  it('says in the other tab that it is paid, without a reload', async () => {
    await pay(first).click();
    await first.click('#outcome-finished');
    await saysKey(first, 'pay-invoice.registered');
    await saysKey(second, 'pay-invoice.registered');
    assert.equal(payments(), 1);
  });

  it('can be paid from the other tab when the first was cancelled', async () => {
    await pay(first).click();
    await saysKey(second, 'pay-invoice.open.title');
    await first.click('#outcome-cancelled');
    await saysKey(second, 'pay-invoice.not-registered.title');
    await pay(second).click();
    await second.locator('#outcome-finished').waitFor();
    assert.equal(payments(), 2);
  });

  it('offers to continue in a tab that is opened while the payer is away', async () => {
    await pay(first).click();
    await first.locator('#outcome-finished').waitFor();
    await second.reload();
    await payment(second).locator(saying('pay-invoice.continue')).waitFor();
    assert.equal(payments(), 1);
  });

  it('does not offer to pay in a tab that is opened while the request is under way', async () => {
    await payInFirst(2500);
    const reads = requestsOf(stage, 'listInvoices');
    await second.reload();
    await saysKey(second, 'pay-invoice.elsewhere.title');
    assert.equal(await pay(second).count(), 0);
    await first.locator('#outcome-finished').waitFor();
    await payment(second).locator(saying('pay-invoice.continue')).waitFor();
    assert.ok(requestsOf(stage, 'listInvoices') > reads);
    assert.equal(payments(), 1);
  });

  it('reads the server in both when the answer is lost, and may then be paid again', async () => {
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'drop-before' });
    await pay(first).click();
    await saysKey(first, 'pay-invoice.not-registered.title');
    await pay(second).waitFor();
    stage.demo.sandbox.faults.clear();
    const before = payments();
    await pay(second).click();
    await second.locator('#outcome-finished').waitFor();
    assert.equal(payments() - before, 1);
  });

  it('waits for a tab that sleeps in the middle, and pays once', async () => {
    const session = await first.context().newCDPSession(first);
    await payInFirst(1000);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await second.waitForTimeout(1500);
    assert.equal(await pay(second).count(), 0);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await first.locator('#outcome-finished').waitFor();
    await payment(second).locator(saying('pay-invoice.continue')).waitFor();
    assert.equal(payments(), 1);
  });

  it('is looked into when the tab with the request is closed', async () => {
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 3000 });
    await pay(second).click();
    await saysKey(first, 'pay-invoice.elsewhere.title');
    await second.close();
    await saysKey(first, 'pay-invoice.not-registered.title');
    await pay(first).waitFor();
  });

  it('may be two payments when they are of different invoices', async () => {
    await second.goto(`${stage.demo.url}/subscription`);
    await payment(first).waitFor();
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 800 });
    await pay(first).click();
    const change = second.locator('connect-change-method');
    await choice(change, 'autoGiro').check();
    await change.locator('button').click();
    await second.locator('#outcome-finished').waitFor();
    await first.locator('#outcome-finished').waitFor();
    assert.equal(requestsOf(stage, 'changePaymentMethod'), 1);
    assert.equal(payments(), 1);
  });
});
