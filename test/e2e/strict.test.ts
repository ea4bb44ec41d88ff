import { english } from '../unit/english.js';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe } from 'node:test';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { outcomes } from '../../demo/sandbox/names.js';
import { guids } from '../../demo/sandbox/online-fundraising/seed.js';
import { it } from '../support/limited.js';
import {
  config,
  invoice,
  looksOf,
  MadePages,
  policyOf,
  product,
  settingsOf,
} from './strict-pages.js';
import { choice, forget, requestsOf, setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { buttonSaying, saying } from '../support/saying.js';
import { isWhole, some } from '../support/whole.js';

let stage: Stage;
const made = new MadePages();
/** Pages that were tried. */
const tried = new Set<string>();
before(async () => {
  stage = await setStage({ inFrontOfSite: made.answer });
  await made.watch(stage.page);
});
after(async () => {
  console.log(`tally ${tried.size} strict pages`);
  await stage.close();
});

const at = (tag: string) => stage.page.locator(tag);
const says = (tag: string, text: string) => at(tag).getByText(text).first().waitFor();
const saysKey = (tag: string, key: TextKey) => at(tag).locator(saying(key)).first().waitFor();
const press = (tag: string, key: TextKey) => at(tag).locator(buttonSaying(key)).first().click();

/** What the policy of a page names beside the API. */
interface Needs {
  path?: string;
  /** What the page's own backend is asked. */
  own?: readonly string[];
  trusted?: string;
  more?: string;
  file?: string;
  script?: string;
}

/** Opens a page under the strict policy: the API and what is its own are all that it may ask. */
async function open(name: string, body: string, needs: Needs = {}): Promise<void> {
  const { path = `/made/${name}`, own = ['/token'], file, script, ...rest } = needs;
  tried.add(name);
  const { demo } = stage;
  const connect = [`${demo.sandbox.apiUrl}/`, ...own.map((one) => demo.url + one)];
  const headers = (nonce: string) => ({
    'Content-Security-Policy': policyOf(nonce, connect, rest),
  });
  made.serve(path, { body, headers, ...(file && { file }), ...(script && { script }) });
  await forget(stage.page);
  await stage.page.goto(demo.url + path);
}

const storedMethod = () =>
  `<connect-method-status api-url="/backend/online-fundraising" guid="${guids[0]}"></connect-method-status>`;

/** A payment that the newspaper has started for its subscriber comes back to this page of it. */
const vippsPath = '/vipps-payment';

async function vippsPayment(more = ''): Promise<string> {
  const { demo, page } = stage;
  const answer = await page.request.get(`${demo.url}${vippsPath}${more && '?merchant=1'}`);
  const [, src = ''] = / src="(\/backend[^"]+)"/.exec(await answer.text()) ?? [];
  const { origin } = demo.swedbankPay;
  return `<connect-config operation-origins="${origin}">
    <connect-vipps-payment src="${src}" nonce="NONCE" ${more}></connect-vipps-payment></connect-config>
    <script type="module" nonce="NONCE" src="/public/vipps.js"></script>`;
}

describe('under a strict Content-Security-Policy with Trusted Types', () => {
  beforeEach(async () => {
    // A document without scripts: what the page before still asks does not count.
    await stage.page.goto(`${stage.demo.url}/public/newspaper.css`);
    stage.demo.reset();
    made.clear();
    stage.events();
    stage.errors();
  });
  /** Nothing was blocked, and nothing else went wrong. */
  afterEach(() => {
    assert.deepEqual(made.violations(), []);
    assert.deepEqual(stage.errors(), []);
  });

  it('every element shows what the server says, with its looks', async () => {
    const elements =
      ['connect-payment-methods', 'connect-change-method', 'connect-invoices']
        .map((tag) => product(tag))
        .join('') +
      product('connect-agreements', 'provider="payex"') +
      invoice() +
      `<connect-outcome></connect-outcome>`;
    const body = config(stage.demo, elements) + storedMethod() + (await vippsPayment());
    await open('all', body, { own: ['/token', '/backend/'] });
    await says('connect-method-status', 'Dankort');
    await says('connect-vipps-payment', 'Status');
    await at('connect-agreements [part=item]').nth(2).waitFor();
    await at('connect-invoices [part=item]').nth(2).waitFor();
    await choice(at('connect-pay-invoice'), 'nexi').check();
    const looks = await looksOf(stage.page);
    assert.equal(new Set(looks.map(({ tag }) => tag)).size, 9);
    for (const { tag, sheets, inline, display, isBlock } of looks) {
      assert.ok(sheets > 0, tag);
      assert.equal(inline, 0, tag);
      if (tag !== 'connect-config') assert.deepEqual([display, isBlock], ['grid', true], tag);
    }
    const color = await at('connect-pay-invoice button').evaluate(
      (button) => getComputedStyle(button).backgroundColor,
    );
    assert.equal(color, 'rgb(47, 111, 222)');
  });

  it("templates go through Lit's own policy, and through no other", async () => {
    const script = `policies = [];
      const { createPolicy } = TrustedTypePolicyFactory.prototype;
      TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
        const createHTML = (html) => (policies.push(name), rules.createHTML(html));
        return createPolicy.call(this, name, { ...rules, createHTML });
      };`;
    await open('policies', config(stage.demo, invoice()), { script });
    await choice(at('connect-pay-invoice'), 'nexi').check();
    const policies: unknown = await stage.page.evaluate((): unknown =>
      Reflect.get(window, 'policies'),
    );
    assert.ok(Array.isArray(policies) && policies.length > 3);
    assert.deepEqual([...new Set(policies)], ['lit-html']);
  });

  for (const outcome of some(outcomes)) {
    it(`an invoice is paid, over the login server and back: ${outcome}`, async () => {
      await open('pay', config(stage.demo, invoice()));
      await choice(at('connect-pay-invoice'), 'vippsEcommerce').check();
      await press('connect-pay-invoice', 'pay-invoice.action');
      await stage.page.click(`#outcome-${outcome}`);
      const keys = {
        finished: 'pay-invoice.registered',
        initiated: 'pay-invoice.registered',
        cancelled: 'pay-invoice.unconfirmed.cancelled.title',
        failed: 'pay-invoice.unconfirmed.failed.title',
        unknown: 'pay-invoice.outcome.unknown.title',
        error: 'pay-invoice.outcome.error.title',
      } as const;
      await saysKey('connect-pay-invoice', keys[outcome]);
      assert.equal(new URL(stage.page.url()).search, '');
      assert.equal(requestsOf(stage, 'payInvoice'), 1);
    });
  }

  it('an invoice is paid in the list, and is listed as paid', async () => {
    await open('invoices', config(stage.demo, product('connect-invoices')));
    await press('connect-invoices', 'invoices.pay');
    await choice(at('connect-pay-invoice'), 'nexi').check();
    await press('connect-pay-invoice', 'pay-invoice.action');
    await stage.page.click('#outcome-finished');
    await saysKey('connect-invoices', 'pay-invoice.registered');
  });

  it('the payment method is changed, and what came of it is told on a page of its own', async () => {
    made.serve('/made/return', {
      body: config(stage.demo, `<connect-outcome></connect-outcome>`),
      headers: (nonce) => ({
        'Content-Security-Policy': policyOf(nonce, [
          `${stage.demo.sandbox.apiUrl}/`,
          `${stage.demo.url}/token`,
        ]),
      }),
    });
    const both = product('connect-payment-methods') + product('connect-change-method');
    await open('change', config(stage.demo, both, 'return-url="/made/return"'));
    await says('connect-payment-methods', 'In use');
    await choice(at('connect-change-method'), 'recurringKlarnaPayment').check();
    await press('connect-change-method', 'change-method.action');
    await stage.page.click('#outcome-finished');
    await saysKey('connect-outcome', 'change-method.registered');
    assert.equal(stage.page.url(), `${stage.demo.url}/made/return`);
  });

  for (const provider of some(['vipps', 'payex', 'klarna', 'nexi'])) {
    it(`an agreement with ${provider} is added and removed`, async () => {
      const tag = 'connect-agreements';
      await open(
        `agreements-${provider}`,
        config(stage.demo, product(tag, `provider="${provider}"`)),
      );
      await press(tag, 'add-agreement.action');
      await stage.page.click('#outcome-finished');
      await saysKey(tag, 'add-agreement.registered');
      await press(tag, 'agreements.remove');
      await press(tag, 'agreements.remove.yes');
      await saysKey(tag, 'agreements.removed.title');
    });
  }

  it('a stored payment method is cancelled', async () => {
    await open('method', storedMethod(), { own: ['/backend/'] });
    await press('connect-method-status', 'method-status.cancel');
    await press('connect-method-status', 'method-status.cancel.yes');
    await says('connect-method-status', english('method-status.meaning.200101'));
  });

  const vipps = 'connect-vipps-payment';
  const openVipps = async (name: string, more = '', needs: Needs = {}) =>
    open(name, await vippsPayment(more), { path: vippsPath, own: ['/backend/'], ...needs });

  it('a Vipps payment is approved at the vendor, charged, and shown with its receipt', async () => {
    await openVipps('vipps', 'merchant');
    await press(vipps, 'vipps-payment.operation.redirect-authorization');
    await stage.page.click('#approve');
    await saysKey(vipps, 'vipps-payment.registered');
    await press(vipps, 'vipps-payment.operation.create-capture');
    await at(`${vipps} form button`).first().click();
    await saysKey(vipps, 'vipps-payment.done');
    await press(vipps, 'vipps-payment.operation.paid-payment');
    await says(vipps, 'Number');
  });

  it('a Vipps payment is released', async () => {
    await openVipps('vipps-release', 'merchant');
    await press(vipps, 'vipps-payment.operation.redirect-authorization');
    await stage.page.click('#approve');
    await press(vipps, 'vipps-payment.operation.create-cancellation');
    await press(vipps, 'vipps-payment.operation.create-cancellation');
    await saysKey(vipps, 'vipps-payment.done');
  });

  it('a Vipps payment is stopped', async () => {
    await openVipps('vipps-stop');
    await press(vipps, 'vipps-payment.operation.update-payment-abort');
    await press(vipps, 'vipps-payment.operation.update-payment-abort');
    await says(vipps, 'Stopped');
  });

  it('says why a Vipps payment failed', async () => {
    await openVipps('vipps-failed');
    await press(vipps, 'vipps-payment.operation.redirect-authorization');
    await stage.page.click('#fail');
    await press(vipps, 'vipps-payment.operation.failed-payment');
    await says(vipps, 'The payer has no cover');
  });

  it("a Vipps payment is approved on this page, when its policies name the vendor's frame and ours", async () => {
    const { origin } = stage.demo.swedbankPay;
    const needs = { trusted: 'lit-html connect-elements', more: `frame-src ${origin}` };
    await openVipps('seamless', '', needs);
    // The second time there is the policy already.
    for (const deed of ['cancel', 'approve']) {
      await press(vipps, 'vipps-payment.operation.view-authorization');
      await stage.page.frameLocator(`${vipps} iframe`).locator(`#${deed}`).click();
      const told = deed === 'cancel' ? 'outcome.cancelled.title' : 'registered';
      await saysKey(vipps, `vipps-payment.${told}`);
    }
  });

  it('a proxy of the site and its cookies serve as well as a token', async () => {
    const proxied = `api-url="/capi" login-url="/connect-login" client-id="no.sandbox.newspaper"`;
    await open('proxy', invoice(proxied), { own: ['/capi/'] });
    await press('connect-pay-invoice', 'pay-invoice.action');
    await stage.page.click('#outcome-finished');
    await saysKey('connect-pay-invoice', 'pay-invoice.registered');
  });

  const beside = /^(charges|debug|early|seamless-view)\./;
  const files = readdirSync('dist/cdn').filter(
    (name) => name.endsWith('.js') && !beside.test(name),
  );
  const usual = ['connect-elements.js', 'pay-invoice.js'];
  for (const file of files.filter((one) => isWhole || usual.includes(one))) {
    const name = basename(file, '.js');
    it(`the file ${file} registers its elements and shows them`, async () => {
      const tag = name === 'connect-elements' ? 'connect-pay-invoice' : `connect-${name}`;
      const element = product(tag, 'invoice-number="7435367" company-code="5646903690"');
      const settings = settingsOf(stage.demo);
      await open(`file-${name}`, element.replace('>', ` ${settings} token-url="/token">`), {
        file: name,
      });
      await at(`${tag}:defined`).waitFor({ state: 'attached' });
      if (name !== 'config') await at(`${tag}:not(:state(loading))`).waitFor();
      const looks = await looksOf(stage.page);
      assert.deepEqual(
        looks.map((look) => [look.tag, look.sheets > 0, look.inline]),
        [[tag, true, 0]],
      );
    });
  }
});

describe('what a policy does not let through', () => {
  beforeEach(() => {
    stage.demo.reset();
    made.clear();
    made.violations();
  });
  afterEach(() => {
    made.violations();
    stage.errors();
  });

  it('is seen by these tests: a style attribute, a text as HTML, an origin that is not named', async () => {
    await open('control', `<p style="color: red">Red</p>${config(stage.demo, invoice())}`, {
      own: [],
      script: `try { document.documentElement.innerHTML = ''; } catch {}`,
    });
    await at('connect-pay-invoice button').click();
    await saysKey('connect-pay-invoice', 'pay-invoice.error.network.title');
    const seen = made
      .violations()
      .flatMap((one) => (typeof one === 'string' ? [] : [one.directive]));
    assert.deepEqual([...new Set(seen)].sort(), [
      'connect-src',
      'require-trusted-types-for',
      'style-src-attr',
    ]);
  });

  it("leaves a payer the vendor's own page when the page's policies do not name ours", async () => {
    const { origin } = stage.demo.swedbankPay;
    const body = await vippsPayment();
    const needs = { path: vippsPath, own: ['/backend/'], more: `frame-src ${origin}` };
    await open('seamless-refused', body, needs);
    stage.events();
    await press('connect-vipps-payment', 'vipps-payment.operation.view-authorization');
    await saysKey('connect-vipps-payment', 'vipps-payment.refused');
    const errors = stage.events().filter(({ type }) => type === 'connect-error');
    assert.deepEqual(
      errors.map(({ detail }) => [detail['code'], detail['message'], detail['retryable']]),
      [['config', 'trusted-types: expected connect-elements', false]],
    );
    assert.equal(await stage.page.locator('[slot=seamless]').count(), 0);
    // What is left for the next visit would open the seamless view again.
    assert.deepEqual(await stage.page.evaluate(() => Object.values(sessionStorage).join('')), '');
    await press('connect-vipps-payment', 'vipps-payment.operation.redirect-authorization');
    await stage.page.click('#approve');
    await saysKey('connect-vipps-payment', 'vipps-payment.registered');
  });

  it('lets our policy load no other script than the one that was checked', async () => {
    const { origin } = stage.demo.swedbankPay;
    const script = `const { createPolicy } = TrustedTypePolicyFactory.prototype;
      TrustedTypePolicyFactory.prototype.createPolicy = function (name, rules) {
        return (globalThis[name] = createPolicy.call(this, name, rules));
      };`;
    const needs = { trusted: 'lit-html connect-elements', more: `frame-src ${origin}`, script };
    const body = await vippsPayment();
    await open('seamless-policy', body, { path: vippsPath, own: ['/backend/'], ...needs });
    await press('connect-vipps-payment', 'vipps-payment.operation.view-authorization');
    await stage.page.frameLocator('connect-vipps-payment iframe').locator('#approve').waitFor();
    const given = await stage.page.evaluate(() => {
      const policy: unknown = Reflect.get(window, 'connect-elements');
      const make: unknown = policy instanceof Object && Reflect.get(policy, 'createScriptURL');
      return typeof make === 'function'
        ? String(Reflect.apply(make, policy, ['https://evil.example/x.js']))
        : '';
    });
    assert.ok(given.startsWith(`${origin}/vipps/core/scripts/client/px.vipps.client.js`), given);
  });

  it('is a second file of the elements, unless the page allows Lit a second policy', async () => {
    for (const [trusted, isShown] of [
      ['lit-html', false],
      ["lit-html 'allow-duplicates'", true],
    ] as const) {
      const second = `<script type="module" nonce="NONCE" src="/dist/cdn/payment-methods.js"></script>`;
      const tag = 'connect-payment-methods';
      const settings = `${settingsOf(stage.demo)} token-url="/token"`;
      const body = invoice(settings) + product(tag, settings) + second;
      await open(`two-files-${isShown}`, body, { trusted, file: 'pay-invoice' });
      await at('connect-pay-invoice').locator(saying('pay-invoice.action')).waitFor();
      // A module that throws is evaluated before the page has loaded, as one that does not.
      await stage.page.waitForLoadState();
      assert.equal(await at(`${tag}:defined`).count(), Number(isShown));
      assert.equal(made.violations().length > 0, !isShown);
    }
  });
});

describe('on a page that is isolated from other origins', () => {
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  beforeEach(() => {
    stage.demo.reset();
    made.clear();
    made.violations();
    stage.errors();
  });

  it('an invoice is paid, and what was begun is offered again', async () => {
    tried.add('isolated');
    made.serve('/made/isolated', { body: config(stage.demo, invoice()), headers: () => isolated });
    await stage.page.goto(`${stage.demo.url}/made/isolated`);
    assert.equal(await stage.page.evaluate(() => crossOriginIsolated), true);
    await press('connect-pay-invoice', 'pay-invoice.action');
    await stage.page.locator('#outcome-finished').waitFor();
    await stage.page.goto(`${stage.demo.url}/made/isolated`);
    await at('connect-pay-invoice').locator(saying('pay-invoice.continue')).click();
    await stage.page.click('#outcome-finished');
    await saysKey('connect-pay-invoice', 'pay-invoice.registered');
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
    assert.deepEqual(stage.errors(), []);
  });

  it("a vendor's script that does not allow it is told calmly, and the vendor's own page is left", async () => {
    tried.add('isolated-seamless');
    made.serve(vippsPath, { body: await vippsPayment(), headers: () => isolated });
    await stage.page.goto(stage.demo.url + vippsPath);
    await press('connect-vipps-payment', 'vipps-payment.operation.view-authorization');
    await saysKey('connect-vipps-payment', 'vipps-payment.refused');
    await press('connect-vipps-payment', 'vipps-payment.operation.redirect-authorization');
    await stage.page.click('#approve');
    await saysKey('connect-vipps-payment', 'vipps-payment.registered');
    stage.errors();
  });
});
