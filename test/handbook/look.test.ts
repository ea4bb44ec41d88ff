// In test:all: every page of the documentation in a browser, light, dark and narrow.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { isObject, text } from '../../src/api/decode.js';
import { openHandbook, pageNames, type Reading } from './support.js';

let reading: Reading;
before(async () => {
  reading = await openHandbook();
});
after(() => reading.close());

/** Every violation that axe finds, below the element's own name. */
async function violations(page: Page): Promise<string[]> {
  // In every frame, or those of the live examples would be left out.
  for (const frame of page.frames()) await frame.evaluate(axe.source);
  const found: unknown = await page.evaluate('axe.run(document).then((all) => all.violations)');
  assert.ok(Array.isArray(found));
  return found.filter(isObject).map((one) => {
    const nodes = Array.isArray(one['nodes']) ? one['nodes'].filter(isObject) : [];
    return `${text(one['id'])}: ${nodes.map(({ html }) => text(html).slice(0, 120)).join(' ')}`;
  });
}

/** A page with all that it asks for: where it has an example, with the element in it. */
async function open(page: Page, name: string): Promise<void> {
  await page.goto(reading.at(name), { waitUntil: 'networkidle' });
}

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`the pages, in ${colorScheme}`, () => {
    for (const name of pageNames()) {
      it(`have nothing that axe objects to: ${name}`, async () => {
        const page = await reading.browser.newPage({ colorScheme });
        await open(page, name);
        assert.deepEqual(await violations(page), []);
        await page.close();
      });
    }
  });
}

describe('the pages', () => {
  it('do not scroll sideways at 320 pixels', async () => {
    const page = await reading.browser.newPage({ viewport: { width: 320, height: 640 } });
    const wide: string[] = [];
    for (const name of pageNames()) {
      await open(page, name);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${name}: ${width}`);
    }
    assert.deepEqual(wide, []);
    await page.close();
  });

  it('ask no other host for anything', async () => {
    const page = await reading.browser.newPage();
    const hosts = new Set<string>();
    const problems: string[] = [];
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:') hosts.add(hostname);
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('response', (answer) => {
      if (answer.status() >= 400) problems.push(`${answer.status()} ${answer.url()}`);
    });
    for (const name of pageNames()) await open(page, name);
    assert.deepEqual([...hosts], [new URL(reading.demo.url).hostname]);
    assert.deepEqual(problems, []);
    await page.close();
  });

  it('let the keyboard skip to the content', async () => {
    const page = await reading.browser.newPage();
    await open(page, 'tokens.html');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
    await page.close();
  });
});
