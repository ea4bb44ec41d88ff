// In test:all: the way over an app; the way over a page is walked in each engine.
import { english } from '../unit/english.js';
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Page } from 'playwright-core';
import { it } from '../support/limited.js';
import { logIn, requestsOf, setStage, type SeenEvent, type Stage } from './support.js';
import { saying } from '../support/saying.js';

/** Where Vipps may open the way back: a browser of its own, that knows nothing of the newspaper. */
const plain = '/plain.html';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

/** Pays up to the provider's page, and gives its address. */
async function payUpToProvider(path: string): Promise<string> {
  await stage.open(path);
  await stage.page.locator('connect-pay-invoice').locator(saying('pay-invoice.action')).click();
  await stage.page.locator('#outcome-finished').waitFor();
  return stage.page.url();
}

interface Other {
  readonly page: Page;
  readonly events: SeenEvent[];
  close(): Promise<void>;
}

/** Another browser: no cookie, no storage, nobody logged in. */
async function otherBrowser(): Promise<Other> {
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  const events: SeenEvent[] = [];
  await page.exposeFunction('tellTest', (event: SeenEvent) => void events.push(event));
  await page.addInitScript(() => {
    const tell: unknown = Reflect.get(window, 'tellTest');
    for (const name of ['outcome', 'confirmed', 'error']) {
      document.addEventListener(`connect-${name}`, (event) => {
        const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
        if (typeof tell === 'function') Reflect.apply(tell, window, [{ type: event.type, detail }]);
      });
    }
  });
  return { page, events, close: () => context.close() };
}

const told = (page: Page) => page.locator('connect-pay-invoice');

describe('the way back opens in another browser', () => {
  it('says what the address says, and no more, where nobody is logged in', async () => {
    const provider = await payUpToProvider(plain);
    const { page, events, close } = await otherBrowser();
    await page.goto(provider);
    await page.click('#outcome-finished');
    await told(page).locator(saying('pay-invoice.outcome.finished.title')).waitFor();
    await page.getByText(english('shared.check.unauthorized')).waitFor();
    assert.equal(await page.locator(saying('pay-invoice.registered')).count(), 0);
    const types = events.map(({ type, detail }) => [type, detail['outcome'] ?? detail['code']]);
    assert.deepEqual(types, [
      ['connect-outcome', 'finished'],
      ['connect-error', 'unauthorized'],
    ]);
    assert.doesNotMatch(page.url(), /connect=|status=/);
    await close();
  });

  it('asks the server where somebody is logged in, and says what that says', async () => {
    const provider = await payUpToProvider(plain);
    const { page, events, close } = await otherBrowser();
    await logIn(page, stage.demo);
    await page.goto(provider);
    await page.click('#outcome-finished');
    await told(page).locator(saying('pay-invoice.registered')).waitFor();
    const confirmed = events.filter(({ type }) => type === 'connect-confirmed');
    assert.deepEqual(
      confirmed.map(({ detail }) => detail['confirmed']),
      [true],
    );
    await close();
  });

  it('claims nothing of a cancelled payment, and the first browser may go on', async () => {
    const provider = await payUpToProvider(plain);
    const { page, close } = await otherBrowser();
    await logIn(page, stage.demo);
    await page.goto(provider);
    await page.click('#outcome-cancelled');
    await told(page).locator(saying('pay-invoice.unconfirmed.cancelled.title')).waitFor();
    assert.equal(await page.locator(saying('pay-invoice.registered')).count(), 0);
    await stage.page.goto(stage.demo.url + plain);
    await stage.page.locator(saying('pay-invoice.start-over')).click();
    await stage.page.locator(saying('pay-invoice.start-over.yes')).click();
    await stage.page.locator(saying('pay-invoice.action')).waitFor();
    await close();
  });
});

describe('storage that throws', () => {
  it('changes nothing but the comfort: paid and back, and no second request', async () => {
    await stage.open(plain);
    const context = await stage.browser.newContext({
      storageState: await stage.page.context().storageState(),
    });
    // As a browser does that blocks all of a site's data.
    await context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(stage.demo.url + plain);
    await page.locator(saying('pay-invoice.action')).click();
    await page.click('#outcome-finished');
    await page.locator(saying('pay-invoice.registered')).waitFor();
    assert.equal(requestsOf(stage, 'payInvoice'), 1);
    assert.deepEqual(errors, []);
    await context.close();
  });
});
