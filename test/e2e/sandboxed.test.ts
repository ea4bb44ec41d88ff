// In test:all: sandboxed frames.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { it } from '../support/limited.js';
import { config, invoice, MadePages, product, settingsOf } from './strict-pages.js';
import { forget, requestsOf, setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { saying } from '../support/saying.js';

const made = new MadePages();
let stage: Stage;
before(async () => {
  stage = await setStage({ inFrontOfSite: made.answer, moreOrigins: ['null'] });
});
after(() => stage.close());
beforeEach(async () => {
  stage.demo.reset();
  made.clear();
  await stage.page.goto(`${stage.demo.url}/public/newspaper.css`);
  await forget(stage.page);
  stage.events();
});

const restricted = 'allow-scripts allow-forms allow-top-navigation-by-user-activation';

/** Shows a page in a sandboxed frame of a page where the outcome is told. */
async function frame(
  body: string,
  sandbox: string,
  { srcdoc = false, script = '', page = stage.page } = {},
): Promise<FrameLocator> {
  const { demo } = stage;
  made.serve('/made/inner', { body, script });
  const library = `<script type="module" src="${demo.url}/dist/cdn/connect-elements.js"></script>`;
  const content = srcdoc ? `srcdoc='${library}${body}'` : 'src="/made/inner"';
  made.serve('/made/outer', {
    body: `${config(demo, '<connect-outcome></connect-outcome>')}
      <iframe sandbox="${sandbox}" ${content} width="600" height="600"></iframe>`,
  });
  await page.goto(`${demo.url}/made/outer`);
  return page.frameLocator('iframe');
}

const back = () => `target="_top" return-url="${stage.demo.url}/made/outer"`;
const saysKey = (inner: FrameLocator, key: TextKey) => inner.locator(saying(key)).first().waitFor();
const errors = () =>
  stage.events().flatMap(({ type, detail }) => (type === 'connect-error' ? [detail] : []));

/** The whole way with the outermost window, from the provider's page on. */
async function finish(page = stage.page): Promise<void> {
  await page.click('#outcome-finished');
  await page.locator('connect-outcome').locator(saying('pay-invoice.registered')).waitFor();
  assert.equal(page.url(), `${stage.demo.url}/made/outer`);
  assert.equal(requestsOf(stage, 'payInvoice'), 1);
}

describe('in a sandboxed frame that keeps its origin', () => {
  const sandbox = `${restricted} allow-same-origin`;

  it('an invoice is paid, and the outermost window goes to the login server and comes back', async () => {
    const inner = await frame(config(stage.demo, invoice(), back()), sandbox);
    await inner.locator(saying('pay-invoice.action')).click();
    await finish();
  });

  it('a browser that refuses to move the outermost window leaves a real link, which works', async () => {
    // A page that the payer has not touched, and the driver has not asked anything, which counts as that.
    const storageState = await stage.page.context().storageState();
    const page = await stage.browser.newPage({ storageState });
    const refused = page.waitForEvent('console', (said) => /navigat/i.test(said.text()));
    const script = `addEventListener('connect-load', ({ target }) => target.pay(), { once: true })`;
    const inner = await frame(config(stage.demo, invoice(), back()), sandbox, { script, page });
    await refused;
    assert.equal(page.url(), `${stage.demo.url}/made/outer`);
    await inner.locator(saying('pay-invoice.leaving.by-hand')).click();
    await finish(page);
    await page.close();
  });
});

describe('in a sandboxed frame without an origin of its own', () => {
  const withToken = async () => {
    const token = await stage.demo.sandbox.accessToken();
    return `<connect-config ${settingsOf(stage.demo)} ${back()} token="${token}">${invoice()}</connect-config>`;
  };

  it('an invoice is paid with a token, although nothing can be kept', async () => {
    const inner = await frame(await withToken(), restricted);
    const storage = await inner.locator('body').evaluate(() => {
      try {
        return String(sessionStorage.length);
      } catch (error) {
        return error instanceof DOMException ? error.name : '';
      }
    });
    assert.equal(storage, 'SecurityError');
    await inner.locator(saying('pay-invoice.action')).click();
    await finish();
  });

  it('a frame written by the page around it pays too, where it says where to come back to', async () => {
    const inner = await frame(await withToken(), restricted, { srcdoc: true });
    await saysKey(inner, 'pay-invoice.load.error.config');
    assert.deepEqual(
      errors().map(({ code, message }) => [code, message]),
      [['config', 'return-url: expected an https address of this origin or return-origins']],
    );
    const named = (await withToken()).replace('>', ` return-origins="${stage.demo.url}">`);
    const again = await frame(named, restricted, { srcdoc: true });
    await again.locator(saying('pay-invoice.action')).click();
    await finish();
  });

  for (const [what, body, message, key] of [
    [
      'token-url',
      () => config(stage.demo, product('connect-payment-methods')),
      'token-url: expected an https address of this origin',
      'payment-methods.load.error.config',
    ],
    [
      'a proxy',
      () => invoice('api-url="/capi" login-url="/connect-login" client-id="x"'),
      'token: expected a token or its source (a copy or snapshot of a page has none)',
      'pay-invoice.load.error.config',
    ],
    [
      "the site's backend",
      () =>
        `<connect-method-status api-url="/backend/online-fundraising" guid="a-1"></connect-method-status>`,
      'token: expected a token or its source (a copy or snapshot of a page has none)',
      'method-status.load.error.config',
    ],
    [
      "a Vipps payment at the site's backend",
      () =>
        `<connect-vipps-payment src="/backend/swedbank-pay/vipps/payments/1"></connect-vipps-payment>`,
      'src: expected an https address of this origin or below api-url',
      'vipps-payment.load.error.config',
    ],
  ] as const) {
    it(`${what} is of another origin there: nothing is asked, and the setting is named`, async () => {
      const requests: string[] = [];
      const note = (request: { url(): string }) => void requests.push(request.url());
      stage.page.on('request', note);
      const inner = await frame(body(), restricted);
      await saysKey(inner, key);
      stage.page.off('request', note);
      assert.deepEqual(
        errors().map((detail) => [detail['code'], detail['message']]),
        [['config', message]],
      );
      const asked = requests.filter((url) => /token$|capi|backend/.test(url));
      assert.deepEqual(asked, []);
    });
  }

  it('what came back to the frame itself is told once and confirmed, whatever becomes of its address', async () => {
    const inner = await frame('', restricted);
    await inner.locator('body').waitFor({ state: 'attached' });
    made.serve('/made/inner', { body: await withToken() });
    const claim = 'connect=pay-invoice~return~1~nexi~CO27409~7435367&status=cancelled';
    await stage.page.locator('iframe').evaluate((one, query) => {
      if (one instanceof HTMLIFrameElement) one.src = `/made/inner?${query}`;
    }, claim);
    await saysKey(inner, 'pay-invoice.unconfirmed.cancelled.title');
    const told = stage.events().filter(({ type }) => type === 'connect-outcome');
    assert.equal(told.length, 1);
  });
});
