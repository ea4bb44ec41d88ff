// In test:all: what the pages have to copy, in a browser; its flows are those of the end-to-end tests.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { filesOf, openHandbook, type Reading } from './support.js';
import { saying } from '../support/saying.js';

let reading: Reading;
let server: LocalServer;
/** What the site of a reader who copies serves, by path. */
const files = new Map<string, string>();
/** The addresses that were asked for, newest last. */
const asked: string[] = [];

before(async () => {
  reading = await openHandbook();
  const { sandbox, url } = reading.demo;
  const settings = `export const settings = {
    clientId: '${sandbox.client.id}', apiUrl: '${sandbox.apiUrl}', loginUrl: '${sandbox.loginUrl}',
    tokenProvider: async () => (await (await fetch('${url}/examples/token')).json()).access_token,
  };`;
  files.set('/settings.js', settings);
  files.set('/connect-elements.js', readFileSync('dist/cdn/connect-elements.js', 'utf8'));
  server = await listen('localhost', 0);
  server.serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', server.origin);
    asked.push(request.url ?? '');
    const content = files.get(pathname);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': type }).end(content);
  });
});
after(async () => {
  await server.close();
  await reading.close();
});

const configured = `<script type="module">
  import { configure } from '/connect-elements.js';
  import { settings } from '/settings.js';
  configure(settings);
</script>`;
const begin = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title>';
const paying = (number: string) => `<connect-pay-invoice invoice-number="${number}"
  product-code="CO27600" company-code="5646903690" amount="295.00"></connect-pay-invoice>`;

/** Serves the files of a page beside the elements, and opens one of them in a browser of its own. */
async function open(page: string, address: string, more: Record<string, string> = {}) {
  reading.demo.reset();
  asked.length = 0;
  for (const [name, code] of filesOf(page)) {
    const isPart = name.endsWith('.html') && !code.startsWith('<!doctype');
    files.set(`/${name}`, isPart ? begin + code + configured : code);
  }
  for (const [name, content] of Object.entries(more)) files.set(`/${name}`, content);
  const opened = await (await reading.browser.newContext()).newPage();
  await opened.goto(`${server.origin}/${address}`);
  return opened;
}

const requests = (operation: string) =>
  reading.demo.sandbox.requests.filter(({ operationId }) => operationId === operation).length;

describe('analytics', () => {
  const layer = (page: Page) =>
    page.evaluate(() => {
      const entries: unknown = Reflect.get(window, 'dataLayer');
      return JSON.stringify(entries ?? []);
    });
  const purchases = async (page: Page) =>
    [...(await layer(page)).matchAll(/"purchase","transaction_id":"(\d+)"/g)].map(([, id]) => id);

  it('count a payment once in each browser that hears of it, under the same id', async () => {
    const html = `${begin}<script type="module" src="/analytics.js"></script>${configured}${paying('7436001')}`;
    const page = await open('analytics', 'site.html', { 'site.html': html });
    await page.locator(saying('pay-invoice.action')).click();
    await page.locator('#login').click();
    await page.locator(saying('pay-invoice.registered')).waitFor();
    const counted = await purchases(page);
    assert.equal(counted.length, 1);
    const back = asked.find((address) => address.includes('connect=')) ?? '';
    assert.ok(back);
    // The same browser, by the same address: it was counted.
    await page.goto(server.origin + back);
    await page.locator(saying('pay-invoice.registered')).waitFor();
    assert.deepEqual(await purchases(page), []);
    const other = await (await reading.browser.newContext()).newPage();
    await other.goto(server.origin + back);
    await other.locator(saying('pay-invoice.registered')).waitFor();
    assert.deepEqual(await purchases(other), counted);
    for (const one of [page, other]) await one.context().close();
  });

  it('count nothing that was cancelled, and say how far it came', async () => {
    const html = `${begin}<script type="module" src="/analytics.js"></script>${configured}${paying('7436002')}`;
    const page = await open('analytics', 'site.html', { 'site.html': html });
    const left = page.waitForRequest((request) => request.url().includes('/payment/invoice/pay'));
    await page.evaluate(() => {
      addEventListener('pagehide', () => {
        const entries: unknown = Reflect.get(window, 'dataLayer');
        sessionStorage.setItem('left', JSON.stringify(entries));
      });
    });
    await page.locator(saying('pay-invoice.action')).click();
    await left;
    await page.locator('#login').click();
    await page.locator('connect-pay-invoice').waitFor();
    const before = await page.evaluate(() => sessionStorage.getItem('left') ?? '');
    assert.match(before, /"connect-submit".*"connect-redirect"/);
    await page.locator('connect-pay-invoice [part~="message"]').waitFor();
    assert.deepEqual(await purchases(page), []);
    await page.context().close();
  });
});

describe('the order of scripts', () => {
  it('tells when every element has something to show', async () => {
    const page = await open('boot', 'index.html');
    await page.locator('html[data-account="ready"]').waitFor({ state: 'attached' });
    assert.equal(
      await page.locator('connect-invoices').evaluate((one) => one.matches(':state(ready)')),
      true,
    );
    await page.context().close();
  });

  it('does not wait for ever for one that has failed', async () => {
    const page = await open('boot', 'empty.html', { 'empty.html': begin });
    reading.demo.sandbox.faults.set('listPaymentMethods', { kind: 'unauthorized' });
    await page.goto(`${server.origin}/index.html`);
    await page.locator('html[data-account="in part"]').waitFor({ state: 'attached' });
    await page.context().close();
  });
});

describe('terms before the button', () => {
  it('hold the button until they are accepted, and then let it go', async () => {
    const page = await open('terms', 'terms.html');
    await page.locator(saying('pay-invoice.action')).click();
    await page.locator('#hint', { hasText: 'accept the terms' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'accept');
    assert.equal(requests('payInvoice'), 0);
    await page.locator('#accept').check();
    assert.equal(await page.locator('#hint').textContent(), '');
    await page.locator(saying('pay-invoice.action')).click();
    await page.locator('#login').waitFor();
    assert.equal(requests('payInvoice'), 1);
    await page.context().close();
  });
});

describe('the withdrawal function', () => {
  it('stands in the element, whether it shows methods or has failed', async () => {
    const page = await open('withdrawal', 'withdrawal.html');
    await page.locator('connect-payment-methods [part~="list"]').waitFor();
    assert.ok(await page.getByRole('link', { name: 'Ångra avtalet här' }).isVisible());
    reading.demo.sandbox.faults.set('listPaymentMethods', { kind: 'unauthorized' });
    await page.reload();
    await page.locator('connect-payment-methods [part~="message"]').waitFor();
    assert.ok(await page.getByRole('link', { name: 'Ångra avtalet här' }).isVisible());
    await page.context().close();
  });
});

describe('consent and storage', () => {
  /** The first words of the keys that the page lists, where each is. */
  const listed = [
    ...readFileSync('demo/handbook/pages/consent.md', 'utf8').matchAll(
      /^\| `(connect-elements [^<`]*)[^`]*`\s*\| `(\w+)`/gm,
    ),
  ].map(([, key = '', where = '']) => `${where} ${key.trim()}`);
  const kept = (page: Page) =>
    page.evaluate(() => [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...document.cookie.split(';').filter(Boolean),
    ]);

  it('keep nothing before a press, what the page lists after it, and nothing once it is taken away', async () => {
    const html = `${begin}${configured}<connect-invoices product-code="CO27600"></connect-invoices>
      <connect-change-method product-code="CO27600"></connect-change-method>
      <connect-agreements product-code="CO27600"></connect-agreements>${paying('7435500')
        .replace('CO27600', 'CO27500')
        .replace('<connect-pay-invoice', '<connect-pay-invoice id="one" remember')}
      <script type="module">import { forgetPayments } from '/log-out.js';
      document.addEventListener('logout', forgetPayments);</script>`;
    const page = await open('consent', 'site.html', { 'site.html': html });
    await page.locator('connect-agreements').locator(saying('add-agreement.action')).waitFor();
    assert.deepEqual(await kept(page), []);
    await page.locator('#one').locator(saying('pay-invoice.action')).click();
    await page.locator('#login').waitFor();
    await page.goBack();
    const keys = await kept(page);
    assert.ok(keys.length > 1);
    assert.deepEqual(
      keys.filter((key) => !listed.some((one) => key.startsWith(one))),
      [],
    );
    await page.evaluate(() => document.dispatchEvent(new Event('logout')));
    assert.deepEqual(await kept(page), []);
    await page.context().close();
  });
});

describe('the test data', () => {
  it('end as their number says, by the script of the page', async () => {
    const [script = ''] = [...filesOf('test-data').values()];
    const from = `data:text/javascript,${encodeURIComponent(script)}`;
    const module: unknown = await import(from);
    const pay: unknown = Reflect.get(Object(module), 'payInvoice');
    assert.ok(typeof pay === 'function');
    const ends = [
      ['7436002', 'connect-outcome', 'outcome', 'cancelled'],
      ['7436003', 'connect-outcome', 'outcome', 'failed'],
      ['7436011', 'connect-error', 'code', 'declined'],
      ['7436012', 'connect-error', 'code', 'in-doubt'],
    ] as const;
    for (const [number, type, field, value] of ends) {
      const html = begin + configured + paying(number);
      const page = await open('test-data', 'empty.html', { 'pay.html': html, 'empty.html': begin });
      const told: unknown = await Reflect.apply(pay, undefined, [
        page,
        `${server.origin}/pay.html`,
        type,
      ]);
      assert.equal(Reflect.get(Object(told), field), value, number);
      await page.context().close();
    }
  });
});
