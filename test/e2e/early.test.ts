import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe } from 'node:test';
import type { Request } from 'playwright-core';
import { early, type EarlyOptions } from 'connect-elements/early';
import { it } from '../support/limited.js';
import { config, MadePages, policyOf, product } from './strict-pages.js';
import { choice, forget, requestsOf, setStage, type Stage } from './support.js';
import { buttonSaying } from '../support/saying.js';

let stage: Stage;
const made = new MadePages();
/** Paths that the page has asked. */
let asked: string[] = [];
let onList = () => {};
const note = (request: Request) => {
  const { pathname } = new URL(request.url());
  asked.push(pathname);
  if (pathname.includes('/v1/')) onList();
};

before(async () => {
  stage = await setStage({ inFrontOfSite: made.answer });
  await made.watch(stage.page);
  stage.page.on('request', note);
  // The file of the elements comes once the list is asked for: without the starter it never does.
  await stage.page.route(`**${file}`, async (route) => {
    if (!asked.some((path) => path.includes('/v1/'))) {
      await new Promise<void>((resolve) => (onList = resolve));
    }
    await route.continue();
  });
});
after(() => stage.close());

const methods = '/v1/product/payment/CO27409';
const file = '/dist/cdn/connect-elements.js';
const proxied = (content: string) => `<connect-config api-url="/capi">${content}</connect-config>`;
const shown = (tag: string) => stage.page.locator(`${tag}:state(ready) [part=item]`).first();

/** Opens a page under the strict policy, with the starter in its head. */
async function open(body: string, options: Partial<EarlyOptions>): Promise<void> {
  const { demo, page } = stage;
  const connect = [`${demo.sandbox.apiUrl}/`, `${demo.url}/token`, `${demo.url}/capi/`];
  made.serve('/made/early', {
    body,
    head: early({ productCode: 'CO27409', nonce: 'NONCE', ...options }),
    headers: (nonce) => ({ 'Content-Security-Policy': policyOf(nonce, connect) }),
  });
  await forget(page);
  asked = [];
  await page.goto(`${demo.url}/made/early`);
}

const timesAsked = (path: string) => asked.filter((one) => one.endsWith(path)).length;

describe('a page that begins to read with its HTML, under a strict policy', () => {
  beforeEach(async () => {
    await stage.page.goto(`${stage.demo.url}/public/newspaper.css`);
    stage.demo.reset();
    made.clear();
    stage.errors();
  });
  afterEach(() => {
    assert.deepEqual(made.violations(), []);
    assert.deepEqual(stage.errors(), []);
  });

  it('asks its proxy once, before the elements have come', async () => {
    await open(proxied(product('connect-payment-methods')), { apiUrl: '/capi' });
    await shown('connect-payment-methods').waitFor();
    assert.equal(timesAsked(methods), 1, asked.join());
    assert.equal(requestsOf(stage, 'listPaymentMethods'), 1);
  });

  it('asks for one token and with it once, before the elements have come', async () => {
    const options = { apiUrl: stage.demo.sandbox.apiUrl, tokenUrl: '/token' };
    await open(config(stage.demo, product('connect-payment-methods')), options);
    await shown('connect-payment-methods').waitFor();
    assert.equal(timesAsked('/token'), 1, asked.join());
    assert.equal(timesAsked(methods), 1, asked.join());
    assert.equal(requestsOf(stage, 'listPaymentMethods'), 1);
  });

  it('asks for several lists, each once, whichever elements show them', async () => {
    const content = ['connect-invoices', 'connect-payment-methods', 'connect-change-method'];
    const body = config(stage.demo, content.map((tag) => product(tag)).join(''));
    const options = { apiUrl: stage.demo.sandbox.apiUrl, tokenUrl: '/token' };
    await open(body, { ...options, reads: ['invoices', 'payment-methods'] });
    for (const tag of content) await shown(tag).waitFor();
    assert.equal(timesAsked('/token'), 1);
    assert.equal(requestsOf(stage, 'listPaymentMethods'), 1);
    assert.equal(requestsOf(stage, 'listInvoices'), 1);
  });

  it('asks anew before a payment, however young its answer is', async () => {
    const body = config(stage.demo, product('connect-invoices'));
    const options = { apiUrl: stage.demo.sandbox.apiUrl, tokenUrl: '/token' };
    await open(body, { ...options, reads: ['invoices'] });
    const list = stage.page.locator('connect-invoices');
    await list.locator(buttonSaying('invoices.pay')).first().click();
    await choice(list.locator('connect-pay-invoice'), 'nexi').check();
    await list.locator(buttonSaying('pay-invoice.action')).first().click();
    await stage.page.locator('#outcome-finished').waitFor();
    assert.equal(requestsOf(stage, 'listInvoices'), 2);
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
  });

  it('asks by itself where something else was begun', async () => {
    stage.events();
    await open(proxied(product('connect-payment-methods')), {
      apiUrl: '/capi',
      productCode: 'CO99999',
    });
    await shown('connect-payment-methods').waitFor();
    assert.equal(timesAsked(methods), 1);
    assert.equal(timesAsked('/v1/product/payment/CO99999'), 1);
    // Which is no product of the reader's, as the console says of the answer.
    stage.errors();
  });
});
