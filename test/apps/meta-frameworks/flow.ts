import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Request } from 'playwright-core';
import { Visit, type Visited } from '../frameworks/visit.js';
import type { Proof } from '../place.js';

type Guest = Visit<Visited>;

/** What holds of every framework's app; each of them looks and behaves the same. */
const sentences: readonly (readonly [string, (visit: Guest) => Promise<void>])[] = [
  ['comes alive as the server has written it, without a word in the console', comesAlive],
  ["hears the site's preventDefault(), and sends nothing then", hearsSite],
  ['pays, and tells the site once what came back', pays],
  ['tells it to nobody again when the page is loaded anew', isLoadedAnew],
  ['is the same where the router has led there, away and back', isRouted],
];

/** Walks through the app that is served here. */
export async function proveFlow({ holds }: Proof, browser: Browser, site: Visited): Promise<void> {
  for (const [sentence, work] of sentences) {
    await holds(sentence, () => Visit.during(browser, site, work));
  }
}

/** Where the framework checks and warns, and begins everything twice. */
export async function proveDevelopment(
  { holds }: Proof,
  browser: Browser,
  site: Visited,
): Promise<void> {
  await holds('does so in development too, where the framework warns', () =>
    Visit.during(browser, site, async (visit) => {
      // It builds each page when it is asked for first.
      for (const page of [site.url, account(visit)]) await (await fetch(page)).text();
      await comesAlive(visit);
      await isRouted(visit);
    }),
  );
}

/** Where what the server has written does not fit, and the framework makes everything anew in its stead. */
export async function proveMadeAnew(
  { holds }: Proof,
  browser: Browser,
  site: Visited,
): Promise<void> {
  await holds('hands over what came back where hydration fails and the element is made anew', () =>
    Visit.during(browser, site, pays, /hydrat|didn't match|script tag while rendering/i),
  );
}

const account = ({ site }: Guest) => `${site.url}/account`;

/** Opens a page; whatever an element says to be wrong is in its console then. */
async function open({ page }: Guest, url: string): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('connect-error', ({ target }) => {
      console.error('connect-error of', target instanceof Element && target.localName);
    });
  });
  await page.goto(url);
}

async function openAccount(visit: Guest): Promise<void> {
  await open(visit, account(visit));
  await visit.ready();
}

async function comesAlive(visit: Guest): Promise<void> {
  const html = await (await fetch(account(visit))).text();
  assert.match(html, /<connect-payment-methods[^>]* product-code="CO27500"/);
  assert.match(html, /<connect-pay-invoice[^>]* invoice-number="7435500"/);
  assert.doesNotMatch(html, /\stoken(provider)?=|access_token/i);
  await openAccount(visit);
}

async function accept({ page }: Guest): Promise<void> {
  await page.getByLabel('I accept the terms.').check();
}

async function hearsSite(visit: Guest): Promise<void> {
  await openAccount(visit);
  await isRefused(visit);
}

async function isRefused(visit: Guest): Promise<void> {
  await visit.payButton.click();
  await visit.page.getByText('Please accept the terms first.').waitFor();
  // What is not kept from being sent is on its way by then.
  await sleep(500);
  assert.equal(visit.requests('payInvoice'), 0);
  assert.equal(visit.page.url(), account(visit));
}

async function pays(visit: Guest): Promise<void> {
  await openAccount(visit);
  await payAndReturn(visit);
}

async function payAndReturn(visit: Guest): Promise<void> {
  await accept(visit);
  await visit.payButton.click();
  await visit.finish();
  await visit.page.getByText('The server says that it is paid.').waitFor();
  await isToldOnce(visit);
}

async function isToldOnce(visit: Guest): Promise<void> {
  // A router may write the address with the outcome back a moment later.
  await sleep(500);
  assert.equal(visit.said('came back finished'), 1);
  assert.equal(visit.requests('payInvoice'), 1);
}

async function isLoadedAnew(visit: Guest): Promise<void> {
  const { page } = visit;
  await openAccount(visit);
  const isReturn = (request: Request) =>
    request.isNavigationRequest() && request.url().startsWith(`${account(visit)}?`);
  const [returned] = await Promise.all([page.waitForRequest(isReturn), payAndReturn(visit)]);
  await page.reload();
  await isListed(visit);
  await isToldOnce(visit);
  // A router may have put back the address that it came with.
  await page.goto(returned.url());
  await isListed(visit);
  await isToldOnce(visit);
}

async function isListed({ list }: Guest): Promise<void> {
  await list.locator('[part=item]').first().waitFor();
}

async function isRouted(visit: Guest): Promise<void> {
  const { page } = visit;
  await open(visit, visit.site.url);
  const follow = (name: string) => page.getByRole('link', { name }).click();
  await follow('My account');
  await visit.ready();
  await isRefused(visit);
  await payAndReturn(visit);
  await follow('Front page');
  await page.getByRole('heading', { name: 'Newspaper' }).waitFor();
  await follow('My account');
  await isListed(visit);
  await isToldOnce(visit);
}
