// In test:all: the page of llms.txt in a browser; its flow is one of the end-to-end tests.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { blocksOf } from './names.js';
import { openHandbook, type Reading } from './support.js';

let reading: Reading;
/** All that whoever builds the page has been told. */
let told: string;
let server: LocalServer;

before(async () => {
  reading = await openHandbook();
  told = await (await fetch(`${reading.demo.url}/llms.txt`)).text();
  const [page = ''] = blocksOf(told, 'html');
  const [, address = ''] = /`curl -O (\S+)`/.exec(told) ?? [];
  const script = Buffer.from(await (await fetch(address)).arrayBuffer());
  server = await listen('localhost', 0);
  server.serve((request, response) => {
    const isScript = request.url === '/connect-elements.js';
    const type = isScript ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'Content-Type': type }).end(isScript ? script : page);
  });
});
after(async () => {
  await server.close();
  await reading.close();
});

/** What the text names in backticks, from the place where it says how a browser is driven. */
function selectors(): string[] {
  const [, rest = ''] = told.split(/In a browser\s+that is driven by a script/);
  return [...rest.matchAll(/`(\[data-key[^`]*|#[\w-]+)`/g)].map(([, one = '']) => one).slice(0, 4);
}

async function open(address: string): Promise<{ page: Page; lines: string[] }> {
  reading.demo.reset();
  const context = await reading.browser.newContext();
  const page = await context.newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.goto(server.origin + address);
  return { page, lines };
}

describe('a page that is built with nothing but llms.txt at hand', () => {
  it('pays an invoice against the sandbox, and comes back to what the server says', async () => {
    const { page, lines } = await open('/');
    const steps = selectors();
    assert.equal(steps.length, 4);
    const paid = page.waitForEvent('console', (message) =>
      message.text().startsWith('paid, says the server'),
    );
    for (const step of steps) await page.locator(step).first().click();
    await paid;
    assert.equal(page.url(), `${server.origin}/`);
    assert.deepEqual(
      lines.filter((line) => /config|error/i.test(line)),
      [],
    );
    await page.context().close();
  });

  it('says nothing of paid when its address is typed as the text has it', async () => {
    const [, query = ''] = /`(\?connect=[^`]+)`/.exec(told) ?? [];
    const { page, lines } = await open('/');
    const outcome = page.waitForEvent('console', (message) => message.text() === 'claimed');
    await page.addInitScript(() => {
      document.addEventListener('connect-outcome', ({ detail }) => {
        console.log(detail.outcome === 'finished' ? 'claimed' : detail.outcome);
      });
    });
    // What the first answer says is told before the second is asked for.
    let reads = 0;
    const readTwice = page.waitForRequest(
      (request) => request.url().includes('/invoice/payment/') && ++reads > 2,
    );
    await page.goto(`${server.origin}/${query}`);
    await outcome;
    await readTwice;
    assert.deepEqual(
      lines.filter((line) => line.startsWith('paid')),
      [],
    );
    assert.equal(
      reading.demo.sandbox.requests.filter(({ operationId }) => operationId === 'payInvoice')
        .length,
      0,
    );
    await page.context().close();
  });
});
