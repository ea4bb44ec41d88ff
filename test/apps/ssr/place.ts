import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { startDemo, type Demo } from '../../../demo/server.js';
import { decodeObject, text } from '../../../src/api/decode.js';
import { choice, launch, logIn } from '../../e2e/support.js';
import { run } from '../package.js';
import type { Place, Proof } from '../place.js';
import { serveBuilt } from './serve.js';

/** What the servers need to know of the sandbox, as their environment. */
const settingsOf = ({ url, sandbox }: Demo) => ({
  API_URL: sandbox.apiUrl,
  LOGIN_URL: sandbox.loginUrl,
  CLIENT_ID: sandbox.client.id,
  TOKEN_URL: `${url}/examples/token`,
});

/** The version that is installed, as `Astro 5.18.2`. */
function version(folder: string, title: string, name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'),
  );
  return `${title} ${text(decodeObject(manifest)['version'])}`;
}

/** Pays in a real browser, and says which errors the pages told. */
async function pay(browser: Browser, demo: Demo, url: string): Promise<string[]> {
  const page = await browser.newPage();
  await logIn(page, demo);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (said) => {
    // Browsers ask every origin for an icon of their own accord.
    const isIcon = said.location().url.endsWith('/favicon.ico');
    if (said.type() === 'error' && !isIcon) errors.push(said.text());
  });
  await page.goto(url);
  const element = page.locator('connect-pay-invoice:state(ready)');
  await choice(element, 'swishPayex').check();
  await element.locator('button').click();
  await page.click('#outcome-finished');
  await page.locator('connect-pay-invoice .registered').waitFor();
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
      assert.deepEqual(labels, ['Betalingskort', 'Swish', 'Vipps', 'Betalingskort (Nexi)']);
      assert.equal(await element.locator('button').innerText(), 'Betal');
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

/** Starts a server and gives its address, once it has told its port. */
async function listen(folder: string, demo: Demo): Promise<[ChildProcess, string]> {
  const server = spawn(process.execPath, ['server.mjs'], {
    cwd: folder,
    env: { ...process.env, ...settingsOf(demo) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit').then(() => Promise.reject(new Error('the server has ended')));
  const told = once(createInterface(server.stdout), 'line');
  const line: unknown = await Promise.race([told, ended]);
  ended.catch(() => {});
  return [server, `http://localhost:${/\d+$/.exec(String(line))?.[0]}/`];
}

const node: Place = {
  name: 'Node, server-rendered',
  inCi: true,
  async prove(proof) {
    const folder = await proof.install('ssr/app/node');
    await withStage(async (demo, browser) => {
      const [server, url] = await listen(folder, demo);
      try {
        await proveServer(proof, { demo, browser }, url);
      } finally {
        server.kill();
      }
    });
    return `Node ${process.versions.node}, ${version(folder, 'Lit SSR', '@lit-labs/ssr')}`;
  },
};

const astro: Place = {
  name: 'Astro, server-rendered',
  inCi: false,
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
      site.close();
    });
    return `${version(folder, 'Astro', 'astro')}, ${version(folder, 'Lit SSR', '@lit-labs/ssr')}`;
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
