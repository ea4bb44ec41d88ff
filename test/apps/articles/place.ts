import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { decodeObject } from '../../../src/api/decode.js';
import { launch } from '../../e2e/support.js';
import { run, versionOf } from '../package.js';
import type { Place, Proof } from '../place.js';
import { carriers, compareMatrix, recipes, writeMatrix, type Cell, type Line } from './matrix.js';

declare global {
  interface Window {
    /** Of `app/editors.js`: what each editor makes of each. */
    cleanAll(carriers: Readonly<Record<string, string>>): Promise<unknown>;
  }
}

const site = 'https://gazette.example';

/** What came out, by carrier: as the package comes, and with what the handbook says to allow. */
type Cleaned = Readonly<Record<string, { plain: string; allowed?: string }>>;

/** The recipes are those of the handbook. */
async function writeRecipes(folder: string): Promise<void> {
  for (const [name, code] of recipes()) await writeFile(join(folder, name), code);
}

async function inNode(folder: string): Promise<ReadonlyMap<string, Cleaned>> {
  const said = await run(folder, process.execPath, 'cleaners.js', JSON.stringify(carriers));
  return new Map(
    Object.entries(decodeObject(JSON.parse(said))).map(([name, all]) => [name, cleaned(all)]),
  );
}

function cleaned(all: unknown): Cleaned {
  const cells = Object.entries(decodeObject(all)).map(([carrier, said]) => {
    const { plain, allowed } = decodeObject(said);
    assert.ok(typeof plain === 'string');
    return [carrier, { plain, ...(typeof allowed === 'string' && { allowed }) }] as const;
  });
  return Object.fromEntries(cells);
}

/** A page of the site: the theme's script, an article, and the editors beside it. */
async function openSite(browser: Browser, script = ''): Promise<Page> {
  const page = await browser.newPage();
  const placing = readFileSync('demo/wordpress/place-elements.js', 'utf8');
  const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/place-elements.js': ['text/javascript', placing],
    '/editors.js': ['text/javascript', script],
    '/article': [
      'text/html',
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
      <script type="module" src="/place-elements.js"></script><script src="/editors.js" defer></script></head>
      <body><article></article></body></html>`,
    ],
  };
  await page.route(`${site}/**`, (route) => {
    const [contentType, body] = bodies[new URL(route.request().url()).pathname] ?? [];
    return contentType
      ? route.fulfill({ contentType, body: body ?? '' })
      : route.fulfill({ status: 404 });
  });
  await page.goto(`${site}/article`);
  return page;
}

async function inBrowser(browser: Browser, folder: string): Promise<ReadonlyMap<string, Cleaned>> {
  const built = await build({
    absWorkingDir: folder,
    entryPoints: ['editors.js'],
    bundle: true,
    write: false,
    format: 'iife',
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
  const page = await openSite(browser, built.outputFiles[0]?.text);
  const said = await page.evaluate((html) => window.cleanAll(html), carriers.html);
  await page.close();
  return new Map(Object.entries(decodeObject(said)).map(([name, all]) => [name, cleaned(all)]));
}

/** What a reader's page makes of the article. */
function read(page: Page, html: string): Promise<Cell> {
  return page.evaluate(async (html) => {
    const article = document.querySelector('article');
    if (!article) throw new Error('no article');
    article.innerHTML = html;
    await new Promise((resolve) => setTimeout(resolve));
    const all = [...article.querySelectorAll('connect-pay-invoice')];
    const [element] = all;
    const given = ['invoice-number', 'product-code', 'company-code', 'methods'].map((name) =>
      element?.getAttribute(name),
    );
    const isWhole = given.join() === '007435367,CO27409,5646903690,nexi vippsEcommerce';
    if (all.length === 1 && isWhole && !element?.textContent?.trim()) return 'works';
    if (element) return 'other attributes';
    if (article.querySelector('a[href]')) return 'a link';
    return article.textContent?.includes('connect') ? 'shown as text' : 'nothing';
  }, html);
}

async function lineOf(page: Page, name: string, version: string, all: Cleaned): Promise<Line> {
  const cells: [string, Cell][] = [];
  for (const [carrier, { plain }] of Object.entries(all))
    cells.push([carrier, await read(page, plain)]);
  const allowed = all['tag']?.allowed;
  return {
    name,
    version,
    cells: new Map(cells),
    ...(allowed !== undefined && { allowed: await read(page, allowed) }),
  };
}

/** Its version, and which part of it was tried. */
async function whichOf(
  browser: Browser,
  [folder, ghost]: readonly [string, string],
  name: string,
): Promise<string> {
  if (name === 'setHTML') return browser.version();
  const [tried = '', ...part] = name.split(', ');
  const where = tried.startsWith('@tryghost/') ? ghost : folder;
  return [await versionOf(where, tried), ...part].join(', ');
}

async function prove({ holds, install }: Proof): Promise<string> {
  const folder = await install('articles/app');
  // In a folder of their own, since they have to share another version of an editor.
  const ghost = await install('articles/ghost');
  await Promise.all([folder, ghost].map(writeRecipes));
  const browser = await launch();
  const page = await openSite(browser);
  const lines: Line[] = [];
  const tried = [
    ...[...(await inBrowser(browser, folder)), ...(await inNode(folder))],
    ...(await inNode(ghost)),
  ];
  for (const [name, all] of tried) {
    const version = await whichOf(browser, [folder, ghost], name);
    const line = await lineOf(page, name.split(', ')[0] ?? '', version, all);
    lines.push(line);
    await holds(`${name} leaves a link by which the element comes`, () => {
      assert.equal(line.cells.get('link'), 'works', JSON.stringify(all['link']));
      return Promise.resolve();
    });
    if (!line.allowed) continue;
    await holds(`${name} leaves the tag where it is told to as the handbook says`, () => {
      assert.equal(line.allowed, 'works', JSON.stringify(all['tag']));
      return Promise.resolve();
    });
  }
  await browser.close();
  await holds('front matter keeps a code in quotes, and makes another of one without', async () => {
    const said: unknown = JSON.parse(await run(folder, process.execPath, 'front-matter.js'));
    assert.deepEqual(said, [
      ['"07435367"', '07435367'],
      ["'1e5'", '1e5'],
      ['07435367', 1981175],
      ['1e5', 100000],
    ]);
  });
  if (process.env['UPDATE_DOCS']) await writeMatrix(lines);
  await holds('are as the table of the handbook says', () => compareMatrix(lines));
  const packages = new Set(lines.map(({ name }) => name));
  return `${packages.size} packages, by version in [the table](start-cms.md#what-editors-and-cleaners-leave)`;
}

export const places: readonly Place[] = [{ name: 'Editors, cleaners and Markdown', prove }];
