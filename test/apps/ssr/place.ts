import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startDemo, type Demo } from '../../../demo/server.js';
import { choice, isAboutIcon, launch, logIn } from '../../e2e/support.js';
import { saying } from '../../support/saying.js';
import { run, versionOf } from '../package.js';
import type { Place, Proof } from '../place.js';
import { startProgram } from '../program.js';
import { serveBuilt } from './serve.js';

/** What the servers need to know of the sandbox, as their environment. */
const settingsOf = ({ url, sandbox }: Demo) => ({
  API_URL: sandbox.apiUrl,
  LOGIN_URL: sandbox.loginUrl,
  CLIENT_ID: sandbox.client.id,
  TOKEN_URL: `${url}/examples/token`,
});

/** Pays in a real browser, and says which errors the pages told. */
async function pay(browser: Browser, demo: Demo, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await logIn(page, demo);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => {
    if (said.type() === 'error' && !isAboutIcon(said)) errors.push(said.text());
  });
  await page.goto(url);
  const element = page.locator('connect-pay-invoice:state(ready)');
  await choice(element, 'swishPayex').check();
  await element.locator('button').click();
  await page.click('#outcome-finished');
  await page.locator('connect-pay-invoice').locator(saying('pay-invoice.registered')).waitFor();
  assert.ok(page.url().startsWith(url));
  await page.close();
  return errors;
}

async function withoutScript(browser: Browser, url: string, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  await work(page);
  await context.close();
}

/** What holds of every server: what is in its HTML, and that the browser takes it up and pays. */
async function proveServer(
  { holds }: Proof,
  { demo, browser }: { demo: Demo; browser: Browser },
  url: string,
): Promise<void> {
  await holds('shows in Norwegian what one can choose from, before any script', () =>
    withoutScript(browser, `${url}?lang=nb`, async (page) => {
      const element = page.locator('connect-pay-invoice');
      const labels = await element.locator('[part=label]').allInnerTexts();
      const names = labels.map((label) => label.split('\n')[0]);
      assert.deepEqual(names, ['Kort', 'Swish', 'Vipps', 'Kort, via Nexi']);
      assert.match(await element.locator('button').innerText(), /^Betal\b/);
      assert.equal(await page.locator('connect-invoices [part~=skeleton]').count(), 3);
    }),
  );
  await holds('lets its styles in by their hashes', () =>
    withoutScript(browser, url, async (page) => {
      const { height = 0 } = (await page.locator('[part=item]').first().boundingBox()) ?? {};
      assert.ok(height >= 44, `${height}`);
    }),
  );
  await holds('has no token in its HTML', async () => {
    const page = await (await fetch(url)).text();
    assert.match(page, /<connect-pay-invoice/);
    assert.doesNotMatch(page, /not-for-the-page|\stoken[=>\s]/);
  });
  await holds('is taken up by the browser, and pays', async () => {
    demo.reset();
    assert.deepEqual(await pay(browser, demo, url), []);
  });
}

async function withStage(work: (demo: Demo, browser: Browser) => Promise<void>): Promise<void> {
  const demo = await startDemo({ moreOrigins: ['http://localhost:*'] });
  const browser = await launch();
  try {
    await work(demo, browser);
  } finally {
    await browser.close();
    await demo.close();
  }
}

const node: Place = {
  name: 'Node, server-rendered',
  async prove(proof) {
    const folder = await proof.install('ssr/app/node');
    await proof.holds('has the choices with a shim in the place of a document, too', async () => {
      const page = await run(folder, process.execPath, 'shim.mjs');
      assert.match(page, /Swish/);
      assert.match(page, /data-given/);
    });
    await withStage(async (demo, browser) => {
      const server = await startProgram(folder, [process.execPath, 'server.mjs'], settingsOf(demo));
      try {
        await proveServer(proof, { demo, browser }, server.line);
      } finally {
        await server.close();
      }
    });
    return `Node ${process.versions.node}, Lit SSR ${await versionOf(folder, '@lit-labs/ssr')}`;
  },
};

const astro: Place = {
  name: 'Astro, server-rendered',
  async prove(proof) {
    const folder = await proof.install('ssr/app/astro');
    await withStage(async (demo, browser) => {
      await proof.holds('is built', async () => {
        const values = Object.entries(settingsOf(demo)).map(([name, value]) => `${name}=${value}`);
        await run(folder, 'env', ...values, 'npx', '--no-install', 'astro', 'build');
      });
      const site = await serveBuilt(join(folder, 'dist'), settingsOf(demo).TOKEN_URL);
      await proveServer(proof, { demo, browser }, site.url);
      await proof.holds('keeps the nodes that came with the HTML', () =>
        keepsNodes(browser, site.url),
      );
      await site.close();
    });
    const [astro, lit] = [
      await versionOf(folder, 'astro'),
      await versionOf(folder, '@lit-labs/ssr'),
    ];
    return `Astro ${astro}, Lit SSR ${lit}`;
  },
};

/** Hydration replaces nothing: the choice that was there before the script is there after it. */
async function keepsNodes(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage();
  let letIn = () => {};
  const wait = new Promise<void>((resolve) => (letIn = resolve));
  await page.route('**/*.js', async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(url, { waitUntil: 'commit' });
  const first = page.locator('connect-pay-invoice input').first();
  await first.waitFor();
  const before = await first.elementHandle();
  await choice(page.locator('connect-pay-invoice'), 'nexi').check();
  letIn();
  await page.locator('connect-pay-invoice:state(ready)').waitFor();
  const after = await first.elementHandle();
  assert.ok(await before?.evaluate((one, other) => one === other, after));
  assert.ok(await choice(page.locator('connect-pay-invoice'), 'nexi').isChecked());
  await page.close();
}

export const places: readonly Place[] = [node, astro];
