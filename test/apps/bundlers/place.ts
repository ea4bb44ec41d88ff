import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { decodeObject } from '../../../src/api/decode.js';
import { languages } from '../../../src/package/languages.js';
import { brotli } from '../../bench/bytes.js';
import { launch } from '../../e2e/support.js';
import { MissingAbility } from '../../support/abilities.js';
import { run, versionsOf } from '../package.js';
import type { Place, Proof } from '../place.js';

/** By what a site calls it: its package. */
const bundlers = {
  webpack: 'webpack',
  rspack: '@rspack/core',
  rollup: 'rollup',
  parcel: 'parcel',
};
type Bundler = keyof typeof bundlers | 'bun';

/** The program itself, for this machine: the package that is called `bun` fetches it while it is installed. */
const bun = `@oven/bun-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}`;

const site = 'https://site.example';

/** Bundles a script and its page, and gives the folder. */
async function bundle(app: string, bundler: Bundler, script = 'page.js'): Promise<string> {
  const out = join(app, `${bundler}-${script}`);
  await run(app, process.execPath, 'bundle.js', bundler, script, out);
  if (bundler !== 'parcel') await cp(join(app, 'page.html'), join(out, 'page.html'));
  return out;
}

/** What the page loads before anything is used. */
async function atOnce(folder: string): Promise<string> {
  const page = await readFile(join(folder, 'page.html'), 'utf8');
  const [, name = ''] = /<script type="?module"? src="?(?:\.\/)?([\w.-]+)/.exec(page) ?? [];
  return readFile(join(folder, name), 'utf8');
}

/** What the reader of a Norwegian page finds on the button, and the scripts that came for it. */
async function visit(browser: Browser, folder: string) {
  const page = await browser.newPage();
  const loaded: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route(`${site}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (name.endsWith('.js')) loaded.push(name);
    const contentType = name.endsWith('.js') ? 'text/javascript' : 'text/html';
    await route.fulfill(body === undefined ? { status: 404 } : { body, contentType });
  });
  await page.goto(`${site}/page.html`);
  const button = page.locator('connect-pay-invoice [data-key="pay-invoice.action"]');
  await button.filter({ hasText: 'Betal' }).waitFor();
  await page.close();
  return { loaded, errors };
}

async function proveBundler(app: string, browser: Browser, bundler: Bundler, { holds }: Proof) {
  let folder = '';
  await holds(`${bundler} bundles an element by its entry`, async () => {
    folder = await bundle(app, bundler);
    assert.match(await atOnce(folder), /connect-pay-invoice/);
  });
  await holds(`${bundler} leaves out what the page does not use`, async () => {
    assert.doesNotMatch(await atOnce(folder), /connect-(invoices|agreements|vipps-payment)/);
  });
  await holds(`${bundler} makes what is within 5 % of the file for a script tag`, async () => {
    const file = brotli(await readFile('dist/cdn/pay-invoice.js'));
    const own = brotli(await atOnce(folder));
    assert.ok(Math.abs(own - file) <= 0.05 * file, `${own} B beside ${file} B`);
  });
  await holds(
    `${bundler} leaves the languages in files of their own, which come when they are spoken`,
    async () => {
      const { loaded, errors } = await visit(browser, folder);
      assert.deepEqual(errors, []);
      assert.equal(loaded.length, 2, loaded.join());
      const scripts = (await readdir(folder)).filter((one) => one.endsWith('.js'));
      assert.ok(scripts.length >= 6, scripts.join());
    },
  );
  await holds(`${bundler} calls each of those by its language`, async () => {
    const scripts = (await readdir(folder)).filter((one) => one.endsWith('.js'));
    for (const language of languages) {
      const named = scripts.filter((one) => one.split(/[.-]/).includes(language));
      assert.equal(named.length, 1, `${language} among ${scripts.join()}`);
    }
  });
}

/** Parcel reads no `exports` unless it is told to: the package by its name is found by `main`. */
async function proveMain(app: string, { holds }: Proof) {
  await writeFile(join(app, 'all.js'), "import 'connect-elements';\n");
  const html = await readFile(join(app, 'page.html'), 'utf8');
  await writeFile(join(app, 'all.html'), html.replace('page.js', 'all.js'));
  await holds('parcel finds the package by its name where it is told nothing', async () => {
    await run(app, process.execPath, 'bundle.js', 'parcel', 'all.js', join(app, 'parcel-main'));
  });
  const file = join(app, 'package.json');
  const manifest = decodeObject(JSON.parse(await readFile(file, 'utf8')));
  const told = { '@parcel/resolver-default': { packageExports: true } };
  await writeFile(file, JSON.stringify({ ...manifest, ...told }));
}

function lacksBun(): Promise<never> {
  return Promise.reject(new MissingAbility(`no package ${bun}`));
}

async function prove(proof: Proof): Promise<string> {
  const app = await proof.install('bundlers/app');
  const browser = await launch();
  await proveMain(app, proof);
  const all: readonly Bundler[] = ['webpack', 'rspack', 'rollup', 'parcel'];
  for (const bundler of all) await proveBundler(app, browser, bundler, proof);
  const hasBun = existsSync(join(app, 'node_modules', bun));
  if (hasBun) await proveBundler(app, browser, 'bun', proof);
  else await proof.holds('bun bundles an element by its entry', lacksBun);
  await browser.close();
  return versionsOf(app, { ...bundlers, ...(hasBun && { Bun: bun }) });
}

export const places: readonly Place[] = [{ name: 'Bundlers', prove }];
