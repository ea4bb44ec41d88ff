import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { lackOfPageKeeping } from '../support/abilities.js';
import { it } from '../support/limited.js';
import { choice, requestsOf, setStage, type Stage } from './support.js';
import { saying } from '../support/saying.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const invoicePage = '/invoices?pay=7435367';
const element = () => stage.page.locator('connect-pay-invoice');
const provider = () => stage.page.locator('#outcome-finished');

/** What the sandbox saw, and how many times the browser left. */
async function assertOnce(): Promise<void> {
  await provider().waitFor();
  assert.equal(requestsOf(stage, 'payInvoice'), 1);
  assert.equal(stage.events().filter(({ type }) => type === 'connect-redirect').length, 1);
  assert.deepEqual(stage.errors(), []);
}

describe('one payment is one request and one navigation', () => {
  it('when the button is pressed seven times', async () => {
    await stage.open(invoicePage);
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 300 });
    await element().locator('button').waitFor();
    await element().evaluate((host) => {
      const button = host.shadowRoot?.querySelector('button');
      for (let press = 0; press < 7; press++) button?.click();
    });
    await assertOnce();
  });

  it('when Enter is held down', async () => {
    await stage.open(invoicePage);
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 300 });
    await element().locator('button').focus();
    // Playwright sends auto-repeat for every further `down` of the same key.
    for (let repeat = 0; repeat < 20; repeat++) await stage.page.keyboard.down('Enter');
    await assertOnce();
    await stage.page.keyboard.up('Enter');
  });

  it('when the page renders the same attributes again in the middle', async () => {
    await stage.open(invoicePage);
    // Long enough to come to the page before the answer does, however slow the machine.
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 3000 });
    await element().locator('button').click();
    await element().evaluate((host) => {
      for (const { name, value } of host.attributes) host.setAttribute(name, value);
      host.parentElement?.append(host);
    });
    await assertOnce();
  });

  it('when the answer to the request is lost, and the server is read before it may be tried again', async () => {
    await stage.open(invoicePage);
    const { page, demo } = stage;
    const posts: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));
    // Chromium itself sends a POST again when a connection that it had used before is cut under it
    // without an answer; so the answer has to be lost twice to be lost for the page.
    demo.sandbox.faults.set('payInvoice', { kind: 'drop-after', times: 2 });
    await element().locator('button').click();
    await element().locator(saying('pay-invoice.not-registered.title')).waitFor();
    assert.equal(posts.length, 1);
    assert.equal(demo.sandbox.requests.at(-1)?.operationId, 'listInvoices');
    const errors = stage.events().filter(({ type }) => type === 'connect-error');
    assert.deepEqual(
      errors.map(({ detail }) => detail['code']),
      ['in-doubt'],
    );
    demo.sandbox.faults.clear();
    await element().locator('button').click();
    await provider().waitFor();
    assert.equal(posts.length, 2);
  });
});

describe('one payment is one request, whatever the page does meanwhile', () => {
  /** Pressed, and not answered for a while. */
  async function begin(): Promise<void> {
    await stage.open(invoicePage);
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 2000 });
    const sent = stage.page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/payment/invoice'),
    );
    await element().locator('button').click();
    await sent;
    await element()
      .locator(saying('pay-invoice.submitting'))
      .first()
      .waitFor({ state: 'attached' });
  }

  it('two elements are for the same invoice', async () => {
    await stage.open(invoicePage);
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 300 });
    await element().locator(saying('pay-invoice.action')).waitFor();
    await element().evaluate(async (host) => {
      const copy = host.cloneNode(true);
      host.after(copy);
      await new Promise((resolve) => copy.addEventListener('connect-load', resolve));
      for (const one of document.querySelectorAll('connect-pay-invoice')) {
        one.shadowRoot?.querySelector('button')?.click();
      }
    });
    await assertOnce();
  });

  it('the page calls pay() twice', async () => {
    await stage.open(invoicePage);
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 300 });
    await element().locator(saying('pay-invoice.action')).waitFor();
    await element().evaluate((host) => {
      const pay: unknown = Reflect.get(host, 'pay');
      if (typeof pay !== 'function') throw new Error('no pay()');
      Reflect.apply(pay, host, []);
      Reflect.apply(pay, host, []);
    });
    await assertOnce();
  });

  it('an attribute changes to another invoice, and what comes of the first one is not lost', async () => {
    await begin();
    const left = stage.page.waitForURL('**/creditcardPayex**', { timeout: 2500 });
    const stays = left.then(
      () => false,
      () => true,
    );
    await element().evaluate((host) => host.setAttribute('invoice-number', '7435368'));
    assert.ok(await stays, 'it left for an invoice that it is no longer about');
    await element().evaluate((host) => host.setAttribute('invoice-number', '7435367'));
    await element().locator(saying('pay-invoice.continue')).click();
    await assertOnce();
  });

  it('the element is taken away and put back', async () => {
    await begin();
    await element().evaluate(async (host) => {
      const { parentElement } = host;
      host.remove();
      // The answer comes meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 3500));
      parentElement?.append(host);
    });
    await element().locator(saying('pay-invoice.continue')).click();
    await assertOnce();
  });
});

describe('back without an outcome', () => {
  it('offers to continue that payment, by the back button, and makes no second one', async () => {
    await stage.open(invoicePage);
    await choice(element(), 'vippsEcommerce').check();
    await element().locator('button').click();
    await provider().waitFor();
    await stage.page.goBack();
    await element().locator(saying('pay-invoice.open.title')).waitFor();
    await element().locator(saying('pay-invoice.continue')).click();
    await stage.page.locator('#outcome-finished').click();
    await element().locator(saying('pay-invoice.registered')).waitFor();
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
  });

  it('offers the same when the page comes out of the back/forward cache', async (test) => {
    const keeping = await setStage({}, true);
    try {
      const lack = await lackOfPageKeeping(keeping.browser);
      if (lack) return test.skip(lack);
      const { page } = keeping;
      await keeping.open(invoicePage);
      await page.evaluate(() => {
        addEventListener('pageshow', ({ persisted }) => {
          document.documentElement.dataset['persisted'] = String(persisted);
        });
      });
      await page.locator('connect-pay-invoice button').click();
      await page.locator('#outcome-finished').waitFor();
      // A page out of the cache loads nothing, so there is no load to wait for.
      await page.goBack({ waitUntil: 'commit' });
      await page.locator('html[data-persisted=true]').waitFor();
      await page.locator(saying('pay-invoice.continue')).click();
      await page.locator('#outcome-finished').waitFor();
      assert.equal(requestsOf(keeping, 'payInvoice'), 1);
    } finally {
      await keeping.close();
    }
  });

  it('can start over after the page was loaded anew', async () => {
    await stage.open(invoicePage);
    await element().locator('button').click();
    await provider().waitFor();
    await stage.page.goto(stage.demo.url + invoicePage);
    await element().locator(saying('pay-invoice.start-over')).click();
    await element().locator(saying('pay-invoice.start-over.yes')).click();
    await element().locator(saying('pay-invoice.action')).waitFor();
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
  });

  it('says that it is paid when it was completed in another browser', async () => {
    await stage.open(invoicePage);
    await element().locator('button').click();
    await provider().waitFor();
    const context = await stage.browser.newContext({
      storageState: await stage.page.context().storageState(),
    });
    const other = await context.newPage();
    await other.goto(stage.page.url());
    await other.locator('#outcome-finished').click();
    await other.locator(saying('pay-invoice.registered')).waitFor();
    await stage.page.goto(stage.demo.url + invoicePage);
    await element().locator(saying('pay-invoice.registered')).waitFor();
    await context.close();
  });

  it('asks on, and offers no payment, while an outcome is not registered and the page is loaded anew', async () => {
    await stage.open(invoicePage);
    await element().locator('button').click();
    await stage.page.click('#outcome-unknown');
    await element().locator(saying('pay-invoice.outcome.unknown.title')).waitFor();
    await stage.page.reload();
    await element().locator(saying('pay-invoice.outcome.unknown.title')).waitFor();
    assert.equal(await element().locator(saying('pay-invoice.action')).count(), 0);
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
  });

  it('reads the server before it may be paid again when the page was loaded anew while submitting', async () => {
    await stage.open(invoicePage);
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 2000 });
    await element().locator('button').click();
    await element()
      .locator(saying('pay-invoice.submitting'))
      .first()
      .waitFor({ state: 'attached' });
    await stage.page.waitForTimeout(300);
    const before = requestsOf(stage, 'listInvoices');
    await stage.page.reload();
    await element().locator(saying('pay-invoice.not-registered.title')).waitFor();
    await element().locator(saying('pay-invoice.action')).waitFor();
    // One by the newspaper's server for its page, two by the element, which does not believe a single no; the page that
    // goes may ask as well.
    const reads = requestsOf(stage, 'listInvoices') - before;
    assert.ok(reads === 3 || reads === 4, `${reads} reads`);
    // What is still under way must not count for the next test.
    while (!requestsOf(stage, 'payInvoice')) await stage.page.waitForTimeout(50);
  });

  it('offers to continue after the element was taken out of the page and put back while it was leaving', async () => {
    await stage.open(invoicePage);
    await stage.page.evaluate(() => {
      document.addEventListener('connect-redirect', (event) => event.preventDefault());
    });
    await element().locator('button').click();
    await element().locator(saying('pay-invoice.leaving.by-hand')).waitFor();
    await element().evaluate(async (host) => {
      const { parentElement } = host;
      host.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      parentElement?.append(host);
    });
    await element().locator(saying('pay-invoice.continue')).waitFor();
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
  });

  it('tells an outcome once even when no element is about that invoice, and shows nothing of it', async () => {
    const other = 'connect=pay-invoice~return~1~creditcardPayex~CO27409~7435368&status=finished';
    await stage.open(invoicePage);
    await stage.page.goto(`${stage.demo.url}${invoicePage}&${other}`);
    await element().locator(saying('pay-invoice.action')).waitFor();
    await stage.page.waitForTimeout(200);
    const told = stage.events().filter(({ type }) => type === 'connect-outcome');
    assert.deepEqual(
      told.map(({ detail }) => detail['outcome']),
      ['finished'],
    );
  });

  it('never says more of a forged address than the server does', async () => {
    const forged = 'connect=pay-invoice~return~1~creditcardPayex~CO27409~7435367&status=finished';
    await stage.open(`${invoicePage}&${forged}`);
    await element().locator(saying('pay-invoice.outcome.finished.title')).waitFor();
    assert.equal(await element().locator(saying('pay-invoice.registered')).count(), 0);
  });
});
