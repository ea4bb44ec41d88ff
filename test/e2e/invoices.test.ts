import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { outcomes, type Outcome } from '../../demo/sandbox/names.js';
import { it } from '../support/limited.js';
import { choice, requestsOf, setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { saying } from '../support/saying.js';
import { some } from '../support/whole.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const list = () => stage.page.locator('connect-invoices');
const row = (number: string) =>
  list()
    .locator('[part=item]')
    .filter({ hasText: `Invoice ${number}` });
const pay = (number: string) => row(number).locator('> button');

/** What the element says when back, and whether the row is paid then. */
const told: Readonly<Record<Outcome, readonly [TextKey, boolean]>> = {
  finished: ['pay-invoice.registered', true],
  initiated: ['pay-invoice.registered', true],
  cancelled: ['pay-invoice.unconfirmed.cancelled.title', false],
  failed: ['pay-invoice.unconfirmed.failed.title', false],
  unknown: ['pay-invoice.outcome.unknown.title', false],
  error: ['pay-invoice.outcome.error.title', false],
};

describe('the list of invoices', () => {
  it('shows what is due longest first, with its reminder, and what is paid last', async () => {
    await stage.open('/invoices');
    await row('7435368').waitFor();
    const items = await list().locator('[part=item]').allTextContents();
    assert.match(items[0] ?? '', /7435368[^]*Reminder 1[^]*Overdue/);
    assert.match(items[1] ?? '', /7435367[^]*NOK\s295\.00[^]*Pay/);
    assert.match(items[2] ?? '', /7435301[^]*Paid/);
    assert.equal(items.length, 3);
    assert.deepEqual(stage.errors(), []);
  });

  it('asks the server for those that are wanted', async () => {
    await stage.open('/invoices');
    await row('7435301').waitFor();
    await list().evaluate((host) => host.setAttribute('unpaid', ''));
    await row('7435301').waitFor({ state: 'detached' });
    await row('7435367').waitFor();
    assert.equal(await list().locator('[part=item]').count(), 2);
    const { query } = stage.demo.sandbox.requests.at(-1) ?? {};
    assert.deepEqual({ ...query }, { unpaid: 'true' });
  });

  for (const outcome of some(outcomes)) {
    it(`pays one in place, and says what is true after ${outcome}`, async () => {
      await stage.open('/invoices');
      await pay('7435368').click();
      const element = list().locator('connect-pay-invoice');
      await choice(element, 'vippsEcommerce').check();
      await element.locator(saying('pay-invoice.action')).click();
      await stage.page.click(`#outcome-${outcome}`);
      const [key, isPaid] = told[outcome];
      await list().locator(saying(key)).waitFor();
      await row('7435301').waitFor();
      assert.equal(await list().locator('[part=item]').count(), 3);
      if (isPaid) await row('7435368').locator('text=/^Paid /').waitFor();
      else assert.equal(await row('7435368').locator('text=Overdue').count(), 1);
      const [record] = stage.demo.sandbox.requests.filter(
        (one) => one.operationId === 'payInvoice',
      );
      assert.deepEqual(record?.body, {
        invoiceNumber: '7435368',
        productCode: 'CO27409',
        companyCode: '5646903690',
        paymentMethod: 'vippsEcommerce',
      });
      assert.equal(requestsOf(stage, 'payInvoice'), 1);
      assert.equal(new URL(stage.page.url()).search, '');
      assert.deepEqual(stage.errors(), []);
    });
  }

  it('offers to continue what was left open when the same invoice is opened again', async () => {
    await stage.open('/invoices');
    await pay('7435367').click();
    await list().locator('connect-pay-invoice').locator(saying('pay-invoice.action')).click();
    await stage.page.locator('#outcome-finished').waitFor();
    await stage.page.goto(`${stage.demo.url}/invoices`);
    await pay('7435367').click();
    await list().locator(saying('pay-invoice.continue')).click();
    await stage.page.click('#outcome-finished');
    await list().locator(saying('pay-invoice.registered')).waitFor();
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
  });

  it('moves the focus to the choice when it opens', async () => {
    await stage.open('/invoices');
    await pay('7435367').click();
    await list().locator('connect-pay-invoice input:focus').waitFor();
  });
});
