// In test:all: the examples of the documentation; their flows are those of the end-to-end tests.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { flows } from '../../demo/handbook/flows.js';
import { listen } from '../../demo/sandbox/http-server.js';
import { openHandbook, type Reading } from './support.js';
import { saying } from '../support/saying.js';

let reading: Reading;
before(async () => {
  reading = await openHandbook();
});
after(() => reading.close());

async function openExample(tag: string): Promise<{ page: Page; frame: FrameLocator }> {
  const context = await reading.browser.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(reading.at(`${tag}.html`));
  return { page, frame: page.frameLocator('iframe') };
}

/** The types of the events in the log, oldest first. */
async function logged(page: Page): Promise<string[]> {
  return (await page.locator('.example .log strong').allTextContents()).reverse();
}

/** The events that the picture of a flow has in some of its parts. */
function eventsOf(flow: string, ...parts: readonly number[]): string[] {
  const found = flows.find(({ id }) => id === flow);
  const steps = parts.flatMap((part) => found?.parts[part]?.steps ?? []);
  return steps.flatMap((step) => ('event' in step ? [step.event] : []));
}

describe('the live examples', () => {
  it('show an event with its JSON when a method is chosen', async () => {
    const { page, frame } = await openExample('connect-pay-invoice');
    await frame.locator('label', { hasText: 'Vipps' }).click();
    const item = page.locator('.log li', { hasText: 'connect-select' });
    const json: unknown = JSON.parse((await item.locator('pre').textContent()) ?? '');
    assert.deepEqual(json, { flow: 'pay-invoice', paymentMethod: 'vippsEcommerce' });
    await page.context().close();
  });

  it('are rendered anew when the markup is edited', async () => {
    const { page, frame } = await openExample('connect-pay-invoice');
    await frame.getByText('NOK 295.00').first().waitFor();
    const markup = page.getByLabel('Markup');
    await markup.fill((await markup.inputValue()).replace('295.00', '42.50'));
    await frame.getByText('NOK 42.50').first().waitFor();
    assert.equal(await frame.getByText('NOK 295.00').count(), 0);
    await page.getByRole('button', { name: 'Start afresh' }).click();
    await frame.getByText('NOK 295.00').first().waitFor();
    await page.context().close();
  });

  const journeys = [
    ['pay', 'connect-pay-invoice', 'pay-invoice.action'],
    ['change', 'connect-change-method', 'change-method.action'],
    ['add', 'connect-agreements', 'add-agreement.action'],
  ] as const;
  for (const [flow, tag, action] of journeys) {
    it(`lead to the provider and back, with the events in the order of the picture: ${flow}`, async () => {
      reading.demo.reset();
      const { page, frame } = await openExample(tag);
      if (flow !== 'add') await frame.locator('label', { hasText: 'Vipps' }).click();
      await frame.locator(saying(action)).click();
      await frame.locator('#login').click();
      await frame.locator('#outcome-finished').click();
      await page.locator('.log li', { hasText: 'connect-confirmed' }).waitFor();
      const drawn = eventsOf(flow, 0, 1);
      await page.locator(`.log li:nth-child(${drawn.length})`).waitFor();
      assert.deepEqual(await logged(page), drawn);
      await page.context().close();
    });
  }

  it('remove an agreement with the events in the order of the picture', async () => {
    reading.demo.reset();
    const { page, frame } = await openExample('connect-agreements');
    await frame.locator(saying('agreements.remove')).first().click();
    await frame.locator('[part=message]').getByRole('button').first().click();
    const drawn = ['connect-load', ...eventsOf('remove', 0)];
    await page.locator(`.log li:nth-child(${drawn.length})`).waitFor();
    assert.deepEqual(await logged(page), drawn);
    await page.context().close();
  });

  it('open as a page of their own, with the markup as it was edited and a log', async () => {
    const { page, frame } = await openExample('connect-pay-invoice');
    const markup = page.getByLabel('Markup');
    await markup.fill((await markup.inputValue()).replace('295.00', '17.00'));
    await frame.getByText('NOK 17.00').first().waitFor();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Open as a page' }).click();
    const own = await opened;
    await own.getByText('NOK 17.00').first().waitFor();
    await own.locator('.log li', { hasText: 'connect-load' }).waitFor();
    await page.context().close();
  });

  it('load what they show: no example of an element begins with an error', async () => {
    reading.demo.reset();
    const tags = ['payment-methods', 'change-method', 'invoices', 'agreements', 'outcome'];
    const backends = ['method-status', 'vipps-payment', 'config'];
    for (const name of [...tags, ...backends]) {
      const { page } = await openExample(`connect-${name}`);
      await page.locator('.log li', { hasText: 'connect-load' }).first().waitFor();
      assert.deepEqual(
        (await logged(page)).filter((type) => type === 'connect-error'),
        [],
        name,
      );
      await page.context().close();
    }
  });
});

describe('starting in five minutes', () => {
  it('works with the file that the page has to copy, served from another port', async (test) => {
    reading.demo.reset();
    const context = await reading.browser.newContext();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(reading.at('start.html'));
    const block = page.locator('.code', { hasText: '<!doctype html>' });
    await block.getByRole('button', { name: 'Copy' }).click();
    await block.getByRole('button', { name: 'Copied' }).waitFor();
    const file = await page.evaluate(() => navigator.clipboard.readText());
    const bundle = readFileSync('dist/cdn/connect-elements.js');
    // Whatever a reader serves a folder with: two files, and nothing else.
    const server = await listen('localhost', 0);
    test.after(() => server.close());
    server.serve((request, response) => {
      const isScript = request.url === '/connect-elements.js';
      const type = isScript ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'Content-Type': type }).end(isScript ? bundle : file);
    });
    await page.goto(`${server.origin}/`);
    await page.locator('label', { hasText: 'Vipps' }).click();
    await page.locator(saying('pay-invoice.action')).click();
    await page.click('#login');
    await page.click('#outcome-finished');
    await page.locator(saying('pay-invoice.registered')).waitFor();
    assert.equal(page.url(), `${server.origin}/`);
    await context.close();
  });

  it('gives its token to pages of this machine only', async () => {
    const ask = (origin: string) =>
      fetch(`${reading.demo.url}/examples/token`, { headers: { Origin: origin } });
    const allowed = async (origin: string) =>
      (await ask(origin)).headers.get('Access-Control-Allow-Origin');
    assert.equal(await allowed('http://localhost:3000'), 'http://localhost:3000');
    assert.equal(await allowed('http://localhost.example:3000'), null);
    assert.equal(await allowed('https://example.com'), null);
  });
});
