// In test:all: a plain page with the built bundle, walked through.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';
import { saying } from '../support/saying.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

describe('the built file on a plain page', () => {
  it('pays an invoice with one script and one tag, and no token in the page', async () => {
    await stage.open('/plain.html');
    const { page } = stage;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.locator(saying('pay-invoice.action')).click();
    await page.click('#outcome-finished');
    await page.locator(saying('pay-invoice.registered')).waitFor();
    assert.equal(new URL(page.url()).search, '');
    assert.ok(requests.some((url) => url.startsWith(`${stage.demo.url}/capi/`)));
    assert.ok(!requests.some((url) => url.startsWith(stage.demo.sandbox.apiUrl)));
    assert.ok(!requests.some((url) => url.includes('/token')));
    assert.deepEqual(stage.errors(), []);
  });

  it('shows text that can be seen', async () => {
    await stage.open('/plain.html');
    const label = stage.page.locator('connect-pay-invoice [part=label]').first();
    const width = await label.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().width;
    });
    assert.ok(width > 20, `the text is ${width} px wide`);
  });

  it('takes up settings that change after it has failed', async () => {
    await stage.open('/plain.html');
    const { page } = stage;
    await page.locator('connect-pay-invoice').evaluate((element) => {
      element.removeAttribute('client-id');
      const copy = element.cloneNode();
      element.replaceWith(copy);
    });
    await page.locator(saying('pay-invoice.load.error.config')).waitFor();
    await page.evaluate(async () => {
      const file = '/dist/cdn/connect-elements.js';
      const library: unknown = await import(file);
      const configure: unknown =
        typeof library === 'object' && library ? Reflect.get(library, 'configure') : undefined;
      if (typeof configure === 'function') {
        Reflect.apply(configure, undefined, [{ clientId: 'no.sandbox.newspaper' }]);
      }
    });
    await page.locator(saying('pay-invoice.action')).waitFor();
  });

  it('works on a page whose own elements have every short name that a minifier may give', async () => {
    const { page, demo } = stage;
    const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$'];
    const names = [...letters, ...letters.flatMap((a) => letters.map((b) => a + b))];
    const links = names.map((name) => `<a id="${name}"></a>`).join('');
    await page.route('**/plain.html', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('<body>', `<body>${links}`);
      await route.fulfill({ response: answer, body });
    });
    await page.goto(`${demo.url}/plain.html`);
    await page.locator(saying('pay-invoice.action')).waitFor();
    await page.unroute('**/plain.html');
    assert.deepEqual(stage.errors(), []);
  });

  it('loads one script and asks nobody but the API', async () => {
    const { page } = stage;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await stage.open('/plain.html');
    const scripts = new Set(
      requests.filter((path) => path.endsWith('.js') || path.endsWith('.css')),
    );
    assert.deepEqual([...scripts], ['/dist/cdn/connect-elements.js']);
  });

  it('works beside another file of the same package', async () => {
    const { page, demo } = stage;
    const scripts = ['pay-invoice', 'invoices'].map(
      (name) => `<script type="module" src="/dist/cdn/${name}.js"></script>`,
    );
    await stage.open('/plain.html');
    await page.route('**/plain.html', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text())
        .replace(/<script.*?<\/script>/, scripts.join(''))
        .replaceAll('connect-pay-invoice', 'connect-invoices');
      await route.fulfill({ response: answer, body });
    });
    await page.goto(`${demo.url}/plain.html`);
    await page.locator('connect-invoices').locator(saying('invoices.pay')).first().click();
    await page.locator('connect-invoices connect-pay-invoice input:focus').waitFor();
    await page.unroute('**/plain.html');
    assert.deepEqual(stage.errors(), []);
  });
});
