// In test:all: a stored payment method, with which no money moves; test/unit/method-status.test.ts has the element.
import { english } from '../unit/english.js';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import {
  foreignGuid,
  goneGuid,
  guids,
  pendingPaymentsGuid,
  seed,
} from '../../demo/sandbox/online-fundraising/seed.js';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { saying } from '../support/saying.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const element = () => stage.page.locator('connect-method-status');
const press = (key: TextKey) => element().locator(saying(key)).click();
const saysKey = (key: TextKey) => element().locator(saying(key)).first().waitFor();
const says = (text: string) => element().getByText(text).first().waitFor();
const cancellations = () =>
  stage.demo.onlineFundraising.requests.filter(
    ({ operationId }) => operationId === 'cancelPaymentMethod',
  );
const types = () => stage.events().map(({ type }) => type);

/** What a page of the newspaper is answered by its backend. */
const ask = (path: string, method = 'GET') =>
  stage.page.evaluate(
    async ([to = '', how = '']) => {
      const answer = await fetch(`/backend/online-fundraising${to}`, { method: how });
      const cache = answer.headers.get('Cache-Control');
      return { status: answer.status, text: await answer.text(), cache };
    },
    [path, method],
  );

describe('cancelling a stored payment method on the account page', () => {
  it('asks, sends once, waits, and says that it is done when the server does', async () => {
    await stage.open('/stored-method');
    await says('Dankort •••• 7478');
    await press('method-status.cancel');
    await saysKey('method-status.cancel.ask.title');
    assert.equal(cancellations().length, 0);
    await press('method-status.cancel.yes');
    await saysKey('method-status.asked.title');
    assert.equal(await element().locator(saying('method-status.cancelled')).count(), 0);
    await saysKey('method-status.cancelled');
    await says(english('method-status.meaning.200101'));
    assert.deepEqual(
      cancellations().map(({ status }) => status),
      [202],
    );
    const events = stage.events();
    assert.deepEqual(
      events.map(({ type }) => type),
      ['connect-load', 'connect-remove', 'connect-removed'],
    );
    const { key } = stage.demo.onlineFundraising;
    assert.ok(!JSON.stringify(events).includes('token-'));
    assert.ok(!(await stage.page.content()).includes(key));
    assert.deepEqual(stage.errors(), []);
  });

  it('keeps it when the reader thinks better of it', async () => {
    await stage.open('/stored-method');
    await press('method-status.cancel');
    await press('method-status.cancel.no');
    const focused = await stage.page.evaluate(() => {
      const status = document.querySelector('connect-method-status');
      return status?.shadowRoot?.activeElement?.getAttribute('data-key');
    });
    assert.equal(focused, 'method-status.cancel');
    assert.equal(cancellations().length, 0);
  });

  it('says that payments are pending', async () => {
    await stage.open(`/stored-method?guid=${pendingPaymentsGuid}`);
    await press('method-status.cancel');
    await press('method-status.cancel.yes');
    await saysKey('method-status.pending.title');
    await says(english('method-status.pending.body'));
    assert.deepEqual(types(), ['connect-load', 'connect-remove', 'connect-error']);
    await element().locator(saying('method-status.cancel')).waitFor();
  });

  it('says that it is gone', async () => {
    await stage.open(`/stored-method?guid=${goneGuid}`);
    await saysKey('method-status.empty');
    assert.deepEqual(types(), ['connect-load']);
  });

  for (const [guid, { method }] of seed()) {
    if (guid === foreignGuid) continue;
    it(`shows ${method.state} ${method.paymentMethodAccountingCode} of ${method.paymentGatewayProvider}`, async () => {
      await stage.open(`/stored-method?guid=${guid}`);
      await element().locator('dl').waitFor();
      assert.deepEqual(types(), ['connect-load']);
      assert.deepEqual(stage.errors(), []);
    });
  }
});

describe("the newspaper's backend for payment methods, which sites will copy", () => {
  const path = `/paymentMethod/${guids[0]}`;
  beforeEach(async () => {
    await stage.open('/stored-method');
    // The page's own requests are over by then.
    await says('Dankort •••• 7478');
  });

  it('gives a page no token and no GUID of anything else', async () => {
    const answers = [await ask(path), await ask(`${path}/subscriptions`)];
    for (const { status, text, cache } of answers) {
      assert.deepEqual([status, cache], [200, 'no-store']);
      assert.doesNotMatch(
        text,
        /token|paymentGatewayGuid|ReferenceId|paymentSessionGuid|contactGuid/i,
      );
    }
    assert.match(answers[0]?.text ?? '', /457150XXXXXX7478/);
  });

  it('passes on what the element asks for, and nothing else', async () => {
    for (const [to, method] of [
      [path, 'DELETE'],
      [path, 'POST'],
      [`${path}/Cancel`, 'GET'],
      [`${path}/Activate`, 'POST'],
      ['/paymentMethod', 'GET'],
      ['/contact/1', 'GET'],
      [`/contact${path}`, 'GET'],
      [`${path}%2F..%2F..%2Fcontact`, 'GET'],
    ] as const) {
      const asked = stage.demo.onlineFundraising.requests.length;
      assert.equal((await ask(to, method)).status, 404, `${method} ${to}`);
      assert.equal(stage.demo.onlineFundraising.requests.length, asked, `${method} ${to}`);
    }
  });

  it("does not know of somebody else's payment method", async () => {
    const asked = stage.demo.onlineFundraising.requests.length;
    assert.equal((await ask(`/paymentMethod/${foreignGuid}`)).status, 404);
    assert.equal((await ask(`/paymentMethod/${foreignGuid}/Cancel`, 'POST')).status, 404);
    assert.equal(stage.demo.onlineFundraising.requests.length, asked);
  });

  it('answers its own pages only, and nobody who is not logged in', async () => {
    const url = `${stage.demo.url}/backend/online-fundraising${path}/Cancel`;
    const cookies = await stage.page.context().cookies(stage.demo.url);
    const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { Cookie, 'Sec-Fetch-Site': site };
      assert.equal((await fetch(url, { method: 'POST', headers })).status, 403);
    }
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    assert.equal((await fetch(url, { method: 'POST', headers })).status, 401);
    assert.equal(cancellations().length, 0);
  });
});
