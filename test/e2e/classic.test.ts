// In test:all: the files for a script tag as classic scripts.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';

/** Consent managers and optimisers make classic scripts of modules: the word `type="module"` is lost. */
let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

/** What Lit itself leaves for other copies of Lit, in a module as well. */
const ofLit = [
  'litElementVersions',
  'litHtmlVersions',
  'litPropertyMetadata',
  'reactiveElementVersions',
];

describe('files for a script tag, as classic scripts', () => {
  const names = ['pay-invoice', 'payment-methods', 'config'];
  for (const order of [names, names.toReversed()]) {
    it(`run beside each other and leave the page's names alone: ${order.join(', ')}`, async () => {
      const { page } = stage;
      await page.goto('about:blank');
      await page.route('**/classic-page', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><script>
            window.$ = window._ = window.t = window.e = 'ours';
            window.before = Object.getOwnPropertyNames(window);
          </script>${order.map((name) => `<script src="/dist/cdn/${name}.js"></script>`).join('')}`,
        }),
      );
      await page.goto(`${stage.demo.url}/classic-page`);
      const found = await page.evaluate(() => {
        const before: unknown = Reflect.get(window, 'before');
        const known = Array.isArray(before) ? before.map(String) : [];
        const added = Object.getOwnPropertyNames(window).filter(
          (name) => name !== 'before' && !/^\d+$/.test(name) && !known.includes(name),
        );
        const changed = ['$', '_', 't', 'e'].filter((name) => Reflect.get(window, name) !== 'ours');
        return { added: added.sort(), changed };
      });
      assert.deepEqual(found, { added: ofLit, changed: [] });
      const defined = await page.evaluate(
        (tags) => tags.map((tag) => customElements.get(`connect-${tag}`) !== undefined),
        names,
      );
      assert.deepEqual(defined, [true, true, true]);
      assert.deepEqual(stage.errors(), []);
    });
  }

  it('are strict, as modules are', async () => {
    for (const name of names) {
      const file = await stage.page.request.get(`${stage.demo.url}/dist/cdn/${name}.js`);
      assert.match(await file.text(), /^\/\/.*\n;\(\(\)=>\{"use strict";/, name);
    }
  });

  it('may be glued behind a script without its last semicolon', async () => {
    const { page } = stage;
    const file = await page.request.get(`${stage.demo.url}/dist/cdn/pay-invoice.js`);
    await page.route('**/classic-page', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><script src="/glued.js"></script>',
      }),
    );
    const body = `window.other = function () {}\n${await file.text()}`;
    await page.route('**/glued.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
    await page.goto(`${stage.demo.url}/classic-page`);
    assert.deepEqual(stage.errors(), []);
    assert.equal(
      await page.evaluate(() => customElements.get('connect-pay-invoice') !== undefined),
      true,
    );
  });

  it('find what lies beside them', async () => {
    const { page } = stage;
    await page.route('**/classic-page', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="nb"><script src="/dist/cdn/outcome.js"></script>
          <connect-outcome></connect-outcome>`,
      }),
    );
    await page.goto(`${stage.demo.url}/classic-page`);
    await page.locator('connect-outcome [part=base][lang=nb]').waitFor();
    const texts = await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /cdn.i18n/.test(name)),
    );
    assert.ok(await texts.jsonValue());
    assert.deepEqual(stage.errors(), []);
  });
});

describe('the file with all elements, as a classic script', () => {
  it('registers nothing, and the browser says that it is a module', async () => {
    const { page } = stage;
    const said: string[] = [];
    page.on('pageerror', (error) => said.push(error.message));
    await page.route('**/classic-page', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><script src="/dist/cdn/connect-elements.js"></script>',
      }),
    );
    await page.goto(`${stage.demo.url}/classic-page`);
    assert.deepEqual(said, ["Unexpected token 'export'"]);
    assert.equal(
      await page.evaluate(() => customElements.get('connect-config') === undefined),
      true,
    );
    stage.errors();
  });
});

describe('a file beside the elements that is blocked', () => {
  it('is missed without an error, when it is debug.js', async () => {
    await stage.open('/plain.html');
    const { page } = stage;
    await page.route('**/debug.js', (route) => route.abort('blockedbyclient'));
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    const asked = page.waitForRequest('**/debug.js');
    await page.locator('connect-pay-invoice').evaluate((element) => {
      element.setAttribute('debug', '');
      element.setAttribute('invoice-number', '7435368');
    });
    await asked;
    await page.waitForTimeout(200);
    assert.deepEqual(thrown, []);
    stage.errors();
  });
});
