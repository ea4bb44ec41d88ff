import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, type TestContext } from 'node:test';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { decodeObject } from '../../src/api/decode.js';
import { returnAddress } from '../../src/flow/return-address.js';
import { BareBrowser } from '../support/bare-browser.js';
import { it } from '../support/limited.js';
import { Reports } from '../support/reports.js';

/** A page is often older than the truth: here in a browser that keeps, freezes and prerenders pages as a reader's. */

const about = { productCode: 'CO27409', invoiceNumber: '7435367', companyCode: '5646903690' };
const library = readFileSync('dist/cdn/connect-elements.js');

let sandbox: Sandbox;
let reports: Reports;
let site: LocalServer;
let browser: BareBrowser | undefined;
/** What stands in the page of a path. */
let pages: Readonly<Record<string, string>>;
let isOpen = false;

beforeEach(async () => {
  isOpen = true;
  reports = await Reports.listen();
  site = await listen('127.0.0.1', 0);
  sandbox = await startSandbox({ siteOrigins: [site.origin] });
  const settings = `api-url="${sandbox.apiUrl}" login-url="${sandbox.loginUrl}"
    client-id="${sandbox.client.id}" token="${await sandbox.accessToken()}" product-code="${about.productCode}"`;
  const payment = `<connect-pay-invoice ${settings} invoice-number="${about.invoiceNumber}" company-code="${about.companyCode}"></connect-pay-invoice>`;
  pages = {
    '/elsewhere': '',
    '/list': `<connect-invoices ${settings}></connect-invoices>`,
    '/account': payment,
    '/before-return': prerendering(`/return${back().search}`),
    '/return': payment,
  };
  const heard = `<script>
    const told = [];
    for (const type of ['connect-outcome', 'connect-confirmed', 'connect-transaction'])
      addEventListener(type, ({ detail }) => told.push([type, document.prerendering === true, detail]));
  </script><script type="module" src="/library.js"></script>`;
  site.serve(({ url = '' }, response) => {
    const { pathname } = new URL(url, site.origin);
    if (pathname === '/library.js') {
      return response.setHeader('Content-Type', 'text/javascript').end(library);
    }
    const body = pages[pathname];
    if (body === undefined) return response.writeHead(404).end();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    return response.end(`<!doctype html><title>A page</title>${reports.script}${heard}${body}`);
  });
});

async function end(): Promise<void> {
  if (!isOpen) return;
  isOpen = false;
  await browser?.close();
  browser = undefined;
  await Promise.all([site.close(), reports.close(), sandbox.close()]);
}
afterEach(end);

/** Not every version of the runner calls `afterEach` for a test that skips itself. */
async function skip(test: TestContext, why: string): Promise<void> {
  await end();
  test.skip(why);
}

/** Where a payment of the invoice comes back to. */
function back(transactionId = 42, outcome = 'finished'): URL {
  const transaction = {
    flow: 'pay-invoice',
    transactionId,
    paymentMethod: 'nexi',
    ...about,
  } as const;
  const url = new URL(returnAddress(`${site.origin}/return`, 'return', transaction));
  url.searchParams.set('status', outcome);
  return url;
}

const prerendering = (path: string) => `<script type="speculationrules">
  ${JSON.stringify({ prerender: [{ source: 'list', urls: [path], eagerness: 'immediate' }] })}
</script>`;

async function open(path: string): Promise<BareBrowser> {
  browser = await BareBrowser.open(site.origin + path);
  assert.ok(await reports.first(path, ({ what }) => what === 'shown'), `${path} did not open`);
  return browser;
}

/** Pays the invoice without any page of this browser: another browser, or customer service, did. */
async function payElsewhere(): Promise<void> {
  const answer = await fetch(`${sandbox.apiUrl}/v1/api/payment/invoice`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      Authorization: `Bearer ${await sandbox.accessToken()}`,
    },
    body: JSON.stringify({ paymentMethod: 'nexi', ...about }),
  });
  sandbox.complete(Number(decodeObject(await answer.json())['transactionId']), 'finished');
}

/** Waits until an element has loaded, and shows a text. */
async function shows(on: BareBrowser, path: string, tag: string, text: string): Promise<void> {
  const until = Date.now() + 10_000;
  for (let seen = ''; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const expression = `document.querySelector('${tag}:not(:state(loading))')?.shadowRoot?.textContent ?? ''`;
    seen = String(await on.ask(site.origin + path, expression));
    if (seen.includes(text)) return;
    assert.ok(
      Date.now() < until,
      `${tag} does not say "${text}" but: ${seen.replaceAll(/\s+/g, ' ')}`,
    );
  }
}

const posts = () => sandbox.requests.filter(({ method }) => method === 'POST').length;

describe('an invoice that was paid while its page was away', () => {
  it('is paid in the list that comes back from the cache', async (test: TestContext) => {
    const bare = await open('/list');
    await shows(bare, '/list', 'connect-invoices', 'Pay');
    await bare.tell(`${site.origin}/list`, `location.href = '/elsewhere'`);
    await reports.first('/elsewhere', ({ what }) => what === 'shown');
    await payElsewhere();
    await bare.tell(`${site.origin}/elsewhere`, 'history.back()');
    const isBack = () => reports.of('/list').filter(({ what }) => what === 'shown').length > 1;
    await reports.first('/list', isBack);
    const shown = reports.of('/list').filter(({ what }) => what === 'shown');
    if (!shown[1]?.persisted)
      return skip(test, 'This browser keeps no page in a back/forward cache.');
    await shows(bare, '/list', 'connect-invoices', 'Paid');
  });

  it('is paid in the tab that was frozen', async (test: TestContext) => {
    const bare = await open('/account');
    await shows(bare, '/account', 'connect-pay-invoice', 'Pay');
    await bare.freeze(`${site.origin}/account`);
    if (!(await reports.first('/account', ({ what }) => what === 'frozen'))) {
      return skip(test, 'This browser freezes no page.');
    }
    await payElsewhere();
    await bare.thaw(`${site.origin}/account`);
    await shows(bare, '/account', 'connect-pay-invoice', 'Invoice 7435367 is paid already');
    // The one that paid it.
    assert.equal(posts(), 1);
  });
});

describe('a return page that is prerendered', () => {
  it('tells, stores and takes away nothing before it is opened, and tells once then', async (test: TestContext) => {
    await payElsewhere();
    const bare = await open('/before-return');
    const early = await reports.first('/return', ({ what }) => what === 'started');
    if (!early?.isPrerendering) return skip(test, 'This browser prerenders nothing.');
    // As long as an element takes that may.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const stored = await bare.ask(
      `${site.origin}/before-return`,
      'Object.keys(localStorage).length',
    );
    assert.equal(stored, 0);
    await bare.tell(`${site.origin}/before-return`, `location.href = '/return${back().search}'`);
    const opened = await reports.first('/return', ({ what }) => what === 'activated');
    assert.equal(opened?.document, early.document);
    await shows(bare, '/return', 'connect-pay-invoice', 'Invoice 7435367 is paid');
    const told = await bare.ask(
      `${site.origin}/return`,
      'told.map(([type, early]) => [type, early])',
    );
    assert.deepEqual(told, [
      ['connect-outcome', false],
      ['connect-confirmed', false],
    ]);
  });

  it('and never opened takes nothing from the page that is', async (test: TestContext) => {
    const bare = await open('/before-return');
    const early = await reports.first('/return', ({ what }) => what === 'started');
    if (!early?.isPrerendering) return skip(test, 'This browser prerenders nothing.');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await bare.tell(`${site.origin}/before-return`, `location.href = '/account'`);
    await reports.first('/account', ({ what }) => what === 'shown');
    await shows(bare, '/account', 'connect-pay-invoice', 'Pay');
    await bare.tell(`${site.origin}/account`, `location.href = '/return${back().search}'`);
    await shows(
      bare,
      '/return',
      'connect-pay-invoice',
      'Invoice 7435367 is not registered as paid yet',
    );
  });
});
