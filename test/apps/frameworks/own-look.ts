import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Proof } from '../place.js';
import type { Site } from './site.js';
import { Visit } from './visit.js';

/** Puts the handbook's example into the app, as it stands there. */
export async function writeOwnLook(folder: string): Promise<void> {
  const page = await readFile('demo/handbook/pages/your-own-look.md', 'utf8');
  const [, code] = /```jsx\n([^]*?)```/.exec(page) ?? [];
  assert.ok(code, 'the page has no example for React');
  await writeFile(join(folder, 'src/OwnLook.jsx'), code);
}

/** The flow without elements, in the app as it is built for production and for development. */
export async function proveOwnLook(
  { holds }: Proof,
  browser: Browser,
  site: Site,
  folder: string,
): Promise<void> {
  for (const build of ['dist', 'development']) {
    await holds(`pays in a look of its own, by the flow alone, built as ${build}`, () => {
      site.show(join(folder, build));
      return Visit.during(browser, site, paysInOwnLook);
    });
  }
}

async function paysInOwnLook(visit: Visit): Promise<void> {
  const { page, site } = visit;
  await page.goto(`${site.url}/own-look.html`);
  await visit.press('Pay');
  await page.click('#login');
  await page.click('#outcome-finished');
  await page.getByText('Thank you. The invoice is paid.').waitFor();
  assert.equal(new URL(page.url()).search, '');
  assert.equal(visit.requests('payInvoice'), 1);
  assert.equal(await page.locator('connect-pay-invoice').count(), 0);
}
