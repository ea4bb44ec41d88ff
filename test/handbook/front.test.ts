// In test:all: the front page in a browser, light, dark and narrow.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { listen } from '../../demo/sandbox/http-server.js';
import { isObject, text } from '../../src/api/decode.js';
import { saying } from '../support/saying.js';
import { openHandbook, type Reading } from './support.js';

let reading: Reading;
before(async () => {
  reading = await openHandbook();
});
after(() => reading.close());

async function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  reading.demo.reset();
  const context = await reading.browser.newContext(options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(reading.demo.url + path);
  await heard(page, 'connect-load');
  return page;
}

const heard = (page: Page, type: string) =>
  page.locator('.heard li', { hasText: type }).first().waitFor();
const frameOf = (page: Page) => page.frameLocator('.widget iframe');
const phone = { viewport: { width: 390, height: 844 } };

describe('the front page', () => {
  it('pays, with the events as they come', async () => {
    const page = await open();
    const frame = frameOf(page);
    await frame.locator(saying('pay-invoice.action')).click();
    await frame.locator('#login').click();
    await frame.locator('#outcome-finished').click();
    await heard(page, 'connect-outcome');
    await heard(page, 'connect-confirmed');
    await page.locator('[data-act=afresh]').click();
    await frame.locator(saying('pay-invoice.action')).waitFor();
    await page.context().close();
  });

  it('shows what is chosen: an element, a language, a theme, a width', async () => {
    const page = await open();
    await page.getByLabel('Element').selectOption('connect-invoices');
    await frameOf(page).locator('connect-invoices').waitFor();
    await page.getByLabel('Language').selectOption('sv');
    await frameOf(page).locator('html[lang=sv] connect-invoices').waitFor();
    await page.getByLabel('Theme').selectOption('magazine');
    await frameOf(page).locator('link[href="/themes/magazine.css"]').waitFor({ state: 'attached' });
    await page.getByLabel('Width').selectOption('320');
    await page.locator('.widget[data-width="320"]').waitFor();
    const box = await page.locator('.widget iframe').boundingBox();
    assert.equal(box?.width, 320);
    assert.match(
      (await page.locator('[data-snippet=react] code').textContent()) ?? '',
      /lang="sv"/,
    );
    assert.match(page.url(), /element=connect-invoices/);
    await page.context().close();
  });

  it('shows a fault, and takes it away for whoever goes on', async () => {
    const page = await open('/?element=connect-payment-methods');
    await page.getByLabel('What goes wrong').selectOption('session');
    await heard(page, 'connect-error');
    assert.equal(reading.demo.sandbox.faults.list().length, 1);
    await page.goto(`${reading.demo.url}/docs/`);
    await page.waitForFunction(
      async () => (await (await fetch('/sandbox/faults')).text()) === '[]',
    );
    await page.context().close();
  });

  it('has a page to copy that pays from another port, with nothing beside it', async (test) => {
    const page = await open();
    await page.locator('[data-snippet=plain] [data-act=copy]').click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const server = await listen('localhost', 0);
    test.after(() => server.close());
    server.serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(copied);
    });
    await page.goto(`${server.origin}/`);
    await page.locator(saying('pay-invoice.action')).click();
    await page.locator('#login').click();
    await page.locator('#outcome-finished').click();
    await page.locator(saying('pay-invoice.registered')).waitFor();
    await page.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe objects to, in ${colorScheme}`, async () => {
      const page = await open('/', { colorScheme });
      for (const frame of page.frames()) await frame.evaluate(axe.source);
      const found: unknown = await page.evaluate(
        'axe.run(document).then(({ violations }) => violations)',
      );
      assert.ok(Array.isArray(found));
      assert.deepEqual(
        found
          .filter(isObject)
          .map((one) => `${text(one['id'])} ${JSON.stringify(one['nodes']).slice(0, 300)}`),
        [],
      );
      await page.context().close();
    });
  }
});

describe('on a phone', () => {
  it('the masthead is two rows, and nothing scrolls sideways', async () => {
    const page = await open('/', phone);
    const height = (await page.locator('body > header').boundingBox())?.height ?? Infinity;
    assert.ok(height < 120, `${height} pixels`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await page.context().close();
  });

  it('what pays is as wide as its element, and the panel for developers is folded away', async () => {
    const page = await open('/', phone);
    await page.goto(`${reading.demo.url}/login?to=/invoices?pay=7435367`);
    await page.locator('#login').click();
    const button = page.locator(saying('pay-invoice.action'));
    await button.waitFor();
    const [own, around] = [button, page.locator('connect-pay-invoice')];
    assert.equal((await own.boundingBox())?.width, (await around.boundingBox())?.width);
    assert.equal(await page.locator('aside > details').getAttribute('open'), null);
    assert.equal(await page.locator('#events').isVisible(), false);
    await page.context().close();
  });
});
