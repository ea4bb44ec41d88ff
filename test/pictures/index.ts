/** Makes the pictures of the handbook's page on theming, from the demo's own page. After `npm run build`. */
import { writeFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { startDemo } from '../../demo/server.js';
import { themes } from '../../demo/themes/page.js';
import { launch } from '../e2e/support.js';
import { number } from './numbers.js';
import { withPalette } from './palette-png.js';
import { statesPage } from './states.js';

const folder = 'demo/handbook/pictures';
const paid = 'connect=pay-invoice~return~4711~vippsEcommerce~CO27409~7435301&status=finished';

interface Look {
  readonly query: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

const demo = await startDemo();
const browser = await launch();
await picturesOfThemes();
await pictureOfParts();
await pictureOfTokens();
await pictureOfSlots();
await pictureOfStates(browser, demo.url);
await pictureOfPrint();
await browser.close();
await demo.close();

async function open({ query, colorScheme = 'light', width = 460 }: Look): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width, height: 2600 } });
  await page.goto(`${demo.url}/themes?${query}`);
  await page.locator('connect-agreements [part=item] button').last().waitFor();
  await page.addStyleTag({ content: 'nav, h1 { display: none } main { padding: 16px }' });
  return page;
}

function payment(page: Page): Locator {
  return page.locator('connect-pay-invoice').first();
}

async function picturesOfThemes(): Promise<void> {
  const looks: [string, Look][] = themes.map((theme) => [theme, { query: `theme=${theme}` }]);
  looks.push(['none-dark', { query: 'theme=none', colorScheme: 'dark' }]);
  looks.push(['none-rtl', { query: 'theme=none&dir=rtl' }]);
  for (const [name, look] of looks) {
    const page = await open(look);
    await save(
      page,
      `theme-${name}`,
      payment(page),
      page.locator('connect-payment-methods [part=list]'),
    );
  }
}

async function pictureOfParts(): Promise<void> {
  const page = await open({ query: 'theme=none' });
  const element = payment(page);
  await element.locator('button').click();
  await element.locator('[part=message]').waitFor();
  const part = (name: string) => element.locator(`[part~=${name}]`).first();
  const row = page.locator('connect-invoices [part=item]').first();
  await row.scrollIntoViewIfNeeded();
  await number(page, [
    { at: part('heading'), side: 'end' },
    { at: part('message'), side: 'end' },
    { at: part('item'), side: 'end' },
    { at: part('control'), side: 'above' },
    { at: part('icon'), side: 'above' },
    { at: part('label'), side: 'above' },
    { at: element.locator('div > button'), side: 'after' },
    { at: row.locator('[part=label] [part=description]').nth(1), side: 'end' },
    { at: row.locator('i'), side: 'before' },
  ]);
  await save(page, 'parts', element, row);
}

async function pictureOfTokens(): Promise<void> {
  const page = await open({ query: `theme=none&${paid}` });
  const outcome = page.locator('connect-outcome [part=message]');
  await outcome.getByText('Transaction').waitFor();
  const element = payment(page);
  const item = element.locator('[part=item]');
  const row = page.locator('connect-invoices [part=item]').first();
  await number(page, [
    { at: element.locator('h2'), side: 'end' },
    { at: row.locator('[part=description]').nth(1), side: 'end' },
    { at: item.nth(1).locator('[part=label]'), side: 'end' },
    { at: item.nth(2), side: 'end' },
    { at: item.first(), side: 'end' },
    { at: element.locator('button'), side: 'after' },
    { at: row.locator('i'), side: 'before' },
    { at: outcome },
    { at: outcome, side: 'end' },
    { at: element.locator('svg').nth(3), side: 'above' },
  ]);
  await save(page, 'tokens', page.locator('connect-outcome'), row);
}

async function pictureOfSlots(): Promise<void> {
  const page = await open({ query: 'theme=none' });
  const element = payment(page);
  await element.evaluate((host) => {
    host.setAttribute('methods', 'vippsEcommerce creditcardPayex');
    host.innerHTML = `<h3 style="margin: 0">Pay for your paper</h3>
      <svg slot="icon-vippsEcommerce" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10"/></svg>
      <p slot="error" style="margin: 0">Something of our own: call us.</p>
      <small slot="footer">Questions? Call 12 34 56 78.</small>`;
  });
  await element.locator('button').click();
  await element.locator('[slot=error]').waitFor();
  const slotted = element.locator('> *');
  await number(page, [
    { at: slotted.nth(0), side: 'end' },
    { at: slotted.nth(2), side: 'end' },
    { at: slotted.nth(1), side: 'above' },
    { at: slotted.nth(3), side: 'end' },
  ]);
  await save(page, 'slots', element, element);
}

async function pictureOfStates(from: Browser, url: string): Promise<void> {
  const page = await statesPage(from, url);
  await save(page, 'states', page.locator('main'), page.locator('main'));
}

async function pictureOfPrint(): Promise<void> {
  const page = await open({ query: `theme=dark&${paid}` });
  const outcome = page.locator('connect-outcome');
  await outcome.getByText('Transaction').waitFor();
  await page.emulateMedia({ media: 'print' });
  await save(page, 'print', outcome, payment(page));
}

/** From the top of one thing to the end of another, with some of the page around it. */
async function save(page: Page, name: string, from: Locator, to: Locator): Promise<void> {
  const first = await from.boundingBox();
  const last = await to.boundingBox();
  if (!first || !last) throw new Error(`${name} is not to be seen.`);
  const y = Math.max(0, first.y - 12);
  const clip = {
    x: 0,
    y,
    width: page.viewportSize()?.width ?? 0,
    height: last.y + last.height + 12 - y,
  };
  const png = withPalette(await page.screenshot({ clip, animations: 'disabled' }));
  if (png.length > 30_000) throw new Error(`${name} has ${png.length} bytes`);
  writeFileSync(`${folder}/${name}.png`, png);
  console.log(name, png.length);
  await page.close();
}
