import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import type { Scenario } from '../../demo/states/scenario.js';
import { resolveChromium } from './chromium.js';

/** The demo, and a browser to look at its states with. */
export interface Gallery {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** @param env More of the environment for the browser. */
export async function openGallery(env: Readonly<Record<string, string>> = {}): Promise<Gallery> {
  const demo: Demo = await startDemo();
  const found = await resolveChromium();
  const { executablePath } = found;
  const own = found.args.filter((arg) => !arg.startsWith('--headless'));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...own];
  const browser = await chromium.launch({
    ...{ executablePath, args },
    env: { ...process.env, ...found.env, ...env },
  });
  const close = async () => {
    await browser.close();
    await demo.close();
  };
  return { url: demo.url, browser, close };
}

/** The same on each machine. */
export const fixedContext: BrowserContextOptions = {
  ...{ locale: 'en-GB', timezoneId: 'Europe/Oslo', reducedMotion: 'reduce', deviceScaleFactor: 1 },
};

/** Opens a scenario's page and waits until it says that it has got there. */
export async function visit(
  page: Page,
  url: string,
  { element, state }: Scenario,
  look: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.goto(`${url}/states/${element}/${state}?${new URLSearchParams(look)}`);
  await page.waitForSelector('html[data-state=reached]', { state: 'attached', timeout: 30_000 });
}

/**
 * Does something for each of many, with so many pages at once; gives what came of it, in order. Each page has a window
 * of its own: of several in one, those behind draw a frame a second.
 */
export async function withPages<Item, Result>(
  { browser }: Gallery,
  items: readonly Item[],
  work: (page: Page, item: Item) => Promise<Result>,
  { pages = 3, ...options }: BrowserContextOptions & { readonly pages?: number } = {},
): Promise<Result[]> {
  const results = new Map<Item, Result>();
  const left = items.values();
  const worker = async () => {
    const context = await browser.newContext({ ...fixedContext, ...options });
    const page = await context.newPage();
    for (const item of left) results.set(item, await work(page, item));
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(pages, items.length) }, worker));
  return items.flatMap((item) => results.get(item) ?? []);
}
