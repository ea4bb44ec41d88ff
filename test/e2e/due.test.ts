import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { it } from '../support/limited.js';
import { saying } from '../support/saying.js';
import { choice, requestsOf, setStage, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const strip = () => stage.page.locator('connect-due');
const said = () => strip().locator('section p');
const dialog = () => strip().locator('dialog');

/** Where the thirty things of the page stand, the masthead and the foot of it too. */
const layout = () =>
  stage.page.evaluate(() => {
    const all = 'header, main > h1, .today h2, .today p, footer';
    return [...document.querySelectorAll(all)].map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left, top, width, height].join(' ');
    });
  });

describe('a strip on a front page with thirty other things', () => {
  it('changes nothing until there is something to say', async () => {
    await stage.open('/today');
    await said().waitFor();
    const withStrip = await layout();
    assert.ok(withStrip.length > 30, `${withStrip.length} things`);
    await strip().evaluate((one) => one.remove());
    const without = await layout();
    assert.notDeepEqual(without, withStrip);
    // Nothing is answered, so that nobody knows yet.
    await stage.page.route('**/v1/customer/invoice/**', () => {});
    await stage.page.goto(`${stage.demo.url}/today`);
    await stage.page.locator('connect-due:state(loading)').waitFor({ state: 'attached' });
    assert.deepEqual(await layout(), without);
    await stage.page.unroute('**/v1/customer/invoice/**');
  });

  it('says the most urgent invoice, and how many there are beside it', async () => {
    await stage.open('/today');
    await said()
      .filter({ hasText: /^\s*Invoice 7435368, NOK\s149\.00, was due on/ })
      .waitFor();
    assert.match(await said().innerText(), /1 more invoice, NOK\s295\.00$/);
    const asked = requestsOf(stage, 'listInvoices');
    await stage.page.reload();
    await said().waitFor();
    assert.equal(requestsOf(stage, 'listInvoices'), asked + 1);
    assert.deepEqual(stage.errors(), []);
  });

  it('pays in its dialog, comes back to it, and goes on to the next', async () => {
    await stage.open('/today');
    await strip().locator('section').locator(saying('pay-invoice.action')).click();
    const element = dialog().locator('connect-pay-invoice');
    await element.locator('input:focus').waitFor();
    await choice(element, 'vippsEcommerce').check();
    await element.locator(saying('pay-invoice.action')).click();
    await stage.page.click('#outcome-finished');
    await dialog().locator(saying('pay-invoice.registered')).waitFor();
    await said().filter({ hasText: 'Invoice 7435367' }).waitFor();
    await stage.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    assert.equal(new URL(stage.page.url()).search, '');
    const told = stage.events().map(({ type, detail }) => [type, detail['flow']]);
    const count = (type: string) => told.filter(([one]) => one === type).length;
    assert.equal(count('connect-outcome'), 1);
    assert.equal(count('connect-confirmed'), 1);
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
    assert.deepEqual(stage.errors(), []);
  });

  it('is gone for a day when it is put off, and asks nothing then', async () => {
    await stage.open('/today');
    await strip().locator(saying('due.later')).click();
    await said().waitFor({ state: 'detached' });
    const asked = requestsOf(stage, 'listInvoices');
    await stage.page.reload();
    await stage.page.locator('connect-due:state(empty)').waitFor({ state: 'attached' });
    assert.equal(requestsOf(stage, 'listInvoices'), asked);
    assert.equal(await said().count(), 0);
  });
});
