// In test:all: a browser has ten seconds to go before anything is offered
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, before, describe } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { listen } from '../../demo/sandbox/http-server.js';
import { startDemo, type Demo } from '../../demo/server.js';
import { it } from '../support/limited.js';
import { launch, logIn } from './support.js';

/** The browser is sent to the login server, and does not get there: from none of these does only a reload lead on. */

let demo: Demo;
let browser: Browser;
before(async () => {
  demo = await startDemo();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await demo.close();
});

/** A reader with an invoice open. */
interface Reader {
  readonly page: Page;
  /** How often a payment was asked for. */
  posts(): number;
}

async function openInvoice(): Promise<Reader> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await logIn(page, demo);
  let posts = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/payment/invoice')) posts++;
  });
  await page.goto(`${demo.url}/invoices?pay=7435367`);
  await page.locator('connect-pay-invoice:state(ready)').waitFor();
  return { page, posts: () => posts };
}

/**
 * Presses the buttons as soon as each is there, by their keys; before the last the login server is the sandbox's. What
 * drives the browser could not do it: it waits for the navigation to end.
 */
const pressInTurn = (page: Page, keys: readonly string[]) =>
  page.evaluate(
    ([url, inTurn]) => {
      let pressed = 0;
      const timer = setInterval(() => {
        const host = document.querySelector('connect-pay-invoice');
        const key = inTurn[pressed] ?? '';
        const button = host?.shadowRoot?.querySelector<HTMLElement>(`button[data-key="${key}"]`);
        if (!button) return;
        if (++pressed === inTurn.length) {
          clearInterval(timer);
          host?.setAttribute('login-url', url);
        }
        button.click();
      }, 50);
    },
    [demo.sandbox.loginUrl, keys] as const,
  );

const leaving = 'pay-invoice.action.amount';
/** To start over asks first; Continue leads on, once it can. */
const wayOn = ['pay-invoice.start-over', 'pay-invoice.start-over.no', 'pay-invoice.continue'];

async function assertPaidOnce({ page, posts }: Reader): Promise<void> {
  await page.locator('#outcome-finished').waitFor();
  assert.equal(posts(), 1);
}

/** What comes of the way to the login server, instead of its page. */
const ends: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  'a server that never answers': () => {},
  'a file to keep': (response) =>
    response.setHeader('Content-Disposition', 'attachment; filename="a"').end('x'),
  'an answer without a page, as an app leaves it': (response) => response.writeHead(204).end(),
  'an error of the browser, and the way back': (response) => response.destroy(),
};

describe('a browser that was sent to the login server and stays', { concurrency: true }, () => {
  for (const [what, end] of Object.entries(ends)) {
    it(`is offered to continue or to start over: ${what}`, async () => {
      const reader = await openInvoice();
      const { page } = reader;
      const login = await listen('localhost', 0);
      login.serve((_, response) => void end(response));
      await page.locator('connect-pay-invoice').evaluate((host, url) => {
        host.setAttribute('login-url', url);
      }, login.origin);
      if (what.startsWith('an error')) {
        await page.locator('connect-pay-invoice button').click({ noWaitAfter: true });
        while (!page.url().startsWith('chrome-error:')) await page.waitForTimeout(50);
        await page.goBack();
        await pressInTurn(page, wayOn);
      } else await pressInTurn(page, [leaving, ...wayOn]);
      await assertPaidOnce(reader);
      await login.close();
    });
  }

  it('is offered the same where the reader declines to leave the page', async () => {
    const reader = await openInvoice();
    const { page } = reader;
    let asked = 0;
    page.on('dialog', (dialog) => void (asked++ ? dialog.accept() : dialog.dismiss()));
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    // A browser asks only for a page that the reader has touched.
    await page.mouse.click(5, 5);
    await pressInTurn(page, [leaving, ...wayOn]);
    await assertPaidOnce(reader);
    assert.equal(asked, 2);
  });
});
