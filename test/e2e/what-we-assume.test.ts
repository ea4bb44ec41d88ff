// In test:all: each sentence of what we assume, against the sandbox.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe } from 'node:test';
import { isObject } from '../../src/api/decode.js';
import { it } from '../support/limited.js';
import { choice, setStage, type Stage } from './support.js';

// What a page alone does not show of a wrong assumption. Each test is called by what the page "What we assume" says.

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const change = () => stage.page.locator('connect-change-method');
const saying = (key: string) => `[data-key="${key}"]`;

/** The account page, once its script has said how the API is; and the way back to how it was. */
async function configured(script: string): Promise<() => Promise<void>> {
  const body = `import { configure } from '/dist/cdn/connect-elements.js'; ${script}`;
  const address = `${stage.demo.url}/public/tools.js`;
  await stage.page.route(address, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
  await stage.open('/subscription');
  return () => stage.page.unroute(address);
}

async function listed(path: string, key: string): Promise<readonly unknown[]> {
  const { sandbox } = stage.demo;
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${await sandbox.accessToken()}`,
  };
  const body: unknown = await (await fetch(`${sandbox.apiUrl}/v1/${path}`, { headers })).json();
  const list: unknown = isObject(body) ? body[key] : undefined;
  assert.ok(Array.isArray(list), key);
  return Array.from<unknown>(list);
}

describe('changeMethodPath', () => {
  it('whoever changes the method comes to a page of the login server that is not there, and the method stays as it was', async () => {
    const end = await configured(
      `configure({ dialect: { changeMethodPath: '/payment/change' } });`,
    );
    try {
      const before = await listed('product/payment/CO27409', 'paymentMethodResponseItems');
      await choice(change(), 'autoGiro').check();
      const answered = stage.page.waitForResponse((one) => one.url().includes('/payment/change?'));
      await change().locator('button').first().click();
      assert.equal((await answered).status(), 404);
      assert.equal(await stage.page.locator('#outcome-finished').count(), 0);
      const after = await listed('product/payment/CO27409', 'paymentMethodResponseItems');
      assert.deepEqual(after, before);
      // Whoever goes back is offered to go on with the same, or to begin anew.
      // The page comes out of the back/forward cache, and takes the place of the one that Playwright waits at.
      await stage.page.evaluate(() => void setTimeout(() => history.back()));
      await change().locator(saying('change-method.start-over')).waitFor();
    } finally {
      await end();
    }
  });
});

describe('ticketParameter', () => {
  it('the product has both cards', async () => {
    const path = 'api/payment/payex/token';
    const end = await configured(`configure({ dialect: { ticketParameter: 'card' } });`);
    try {
      const before = await listed(path, 'paymentRecurrenceTokens');
      await change().evaluate((host) => host.setAttribute('replace-card', ''));
      await choice(change(), 'recurringPayExCardPayment').check();
      await change().locator('button').first().click();
      await stage.page.click('#outcome-finished');
      await change().locator(saying('change-method.registered')).waitFor();
      const after = await listed(path, 'paymentRecurrenceTokens');
      assert.deepEqual(after.slice(0, before.length), before);
      assert.equal(after.length, before.length + 1);
    } finally {
      await end();
    }
  });
});

describe('what is assumed of the API beside the dialect', () => {
  it('without a proxy no page reaches it: `network`', async () => {
    // It answers, but lets no page of another origin read it.
    const asked: unknown[] = [];
    const api = createServer(({ method }, response) => {
      asked.push(method);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end('{"paymentMethodResponseItems":["invoice"]}');
    });
    await once(api.listen(0), 'listening');
    const address = api.address();
    assert.ok(address && typeof address === 'object');
    try {
      await stage.open('/subscription');
      await stage.page.locator('connect-payment-methods').evaluate((host, port) => {
        host.setAttribute('token', 't0ken');
        host.setAttribute('api-url', `http://localhost:${port}`);
      }, address.port);
      const told = saying('payment-methods.load.error.network');
      await stage.page.locator(`connect-payment-methods ${told}`).waitFor();
      const codes = stage.events().map(({ detail }) => detail['code']);
      assert.ok(codes.includes('network'));
      assert.ok(asked.includes('OPTIONS'), 'the server was not reached');
      assert.ok(!asked.includes('GET'));
    } finally {
      await new Promise((resolve) => api.close(resolve));
    }
  });
});
