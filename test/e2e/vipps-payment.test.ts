// In test:all: the pages of the vendor, one by one; test/unit/vipps-*.test.ts have what the element does.
import { english } from '../unit/english.js';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { buttonSaying, saying } from '../support/saying.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());
beforeEach(() => stage.open('/vipps-payment'));

const element = () => stage.page.locator('connect-vipps-payment');
const press = (key: TextKey) => element().locator(buttonSaying(key)).first().click();
const saysKey = (key: TextKey) => element().locator(saying(key)).first().waitFor();
const says = (text: string) => element().getByText(text).first().waitFor();
const payer = () => stage.page.frameLocator('connect-vipps-payment iframe');
const calls = (operationId: string) =>
  stage.demo.swedbankPay.requests.filter((request) => request.operationId === operationId);
const offered = () =>
  element()
    .locator('fieldset button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-key')));

/** The last event of a type, from now on or before. */
async function told(type: string): Promise<Record<string, unknown>> {
  for (let tries = 0; tries < 200; tries += 1) {
    seen.push(...stage.events());
    const found = seen.findLast((event) => event.type === type);
    if (found) return found.detail;
    await stage.page.waitForTimeout(25);
  }
  throw new Error(`no ${type} in ${JSON.stringify(seen)}`);
}
let seen: ReturnType<Stage['events']> = [];
beforeEach(() => {
  seen = [];
});

async function openAsStaff(deed = 'approve'): Promise<void> {
  await press('vipps-payment.operation.redirect-authorization');
  await stage.page.click(`#${deed}`);
  await saysKey('vipps-payment.registered');
  await stage.page.goto(`${stage.demo.url}/vipps-payment?merchant=1`);
  await element().locator('fieldset').waitFor();
}

describe('redirect-authorization', () => {
  for (const [deed, key, confirmed] of [
    ['approve', 'vipps-payment.registered', true],
    ['approve-slowly', 'vipps-payment.registered', true],
    ['fail', 'vipps-payment.unpaid.title', false],
  ] as const) {
    it(`goes to the payment page and comes back: ${deed}`, async () => {
      await press('vipps-payment.operation.redirect-authorization');
      await stage.page.click(`#${deed}`);
      await saysKey(key);
      assert.equal(stage.page.url(), `${stage.demo.url}/vipps-payment`);
      assert.equal((await told('connect-confirmed'))['confirmed'], confirmed);
      const { url } = await told('connect-redirect');
      assert.ok(String(url).startsWith(stage.demo.swedbankPay.origin));
      assert.deepEqual(stage.errors(), []);
    });
  }

  it('comes back from a cancelled visit and can be tried again', async () => {
    await press('vipps-payment.operation.redirect-authorization');
    await stage.page.click('#cancel');
    await saysKey('vipps-payment.open.title');
    await press('vipps-payment.operation.redirect-authorization');
    await stage.page.click('#approve');
    await saysKey('vipps-payment.registered');
  });

  it('reads the payment again when the payer uses the back button', async () => {
    await press('vipps-payment.operation.redirect-authorization');
    await stage.page.waitForSelector('#approve');
    await stage.page.goBack();
    await says('Status');
    await element().locator(saying('vipps-payment.operation.redirect-authorization')).waitFor();
  });
});

for (const rel of ['view-authorization', 'view-payment'] as const) {
  // The resource lists both, and one button stands for them.
  const open = async () => {
    if (rel === 'view-payment') return press('vipps-payment.operation.view-authorization');
    await element().evaluate((vipps, name) => {
      const perform: unknown = Reflect.get(vipps, 'perform');
      if (typeof perform === 'function') void Reflect.apply(perform, vipps, [name]);
    }, rel);
  };
  describe(rel, () => {
    for (const [deed, outcome, confirmed, key] of [
      ['approve', 'finished', true, 'vipps-payment.registered'],
      ['approve-slowly', 'initiated', true, 'vipps-payment.registered'],
      ['cancel', 'cancelled', false, 'vipps-payment.outcome.cancelled.title'],
      ['fail', 'failed', false, 'vipps-payment.outcome.failed.title'],
    ] as const) {
      it(`says ${outcome} and what the server says of it`, async () => {
        await open();
        await payer().locator(`#${deed}`).click();
        const { transactionId, ...claim } = await told('connect-outcome');
        assert.deepEqual(claim, { flow: 'vipps-payment', outcome, verified: false });
        assert.equal(typeof transactionId, 'number');
        assert.equal((await told('connect-confirmed'))['confirmed'], confirmed);
        await saysKey(key);
        assert.deepEqual(stage.errors(), []);
      });
    }

    for (const [deed, code] of [
      ['decline', 'declined'],
      ['break', 'server'],
    ] as const) {
      it(`tells ${code} and lets the payer try again`, async () => {
        await open();
        await payer().locator(`#${deed}`).click();
        assert.equal((await told('connect-error'))['code'], code);
        await payer().locator('#approve').click();
        await saysKey('vipps-payment.registered');
      });
    }

    it('is open again when the payer comes back from Vipps', async () => {
      await open();
      await payer().locator('[value=leave]').click();
      await stage.page.click('#back');
      await payer().locator('#approve').click();
      await saysKey('vipps-payment.registered');
      await stage.page.reload();
      await saysKey('vipps-payment.registered');
      assert.equal(await stage.page.locator('iframe').count(), 0);
    });
  });
}

describe('the seamless view under a Content-Security-Policy', () => {
  /** A page of the same session with a policy of its own; gives what the policy has blocked. */
  async function underPolicy(policy: string) {
    const storageState = await stage.page.context().storageState();
    const page = await stage.browser.newPage({ storageState });
    await page.addInitScript((content) => {
      // The vendor's page in the iframe has a policy of its own.
      if (window !== top) return;
      new MutationObserver((_, observer) => {
        if (!document.head) return;
        observer.disconnect();
        const httpEquiv = 'Content-Security-Policy';
        document.head.prepend(
          Object.assign(document.createElement('meta'), { httpEquiv, content }),
        );
      }).observe(document, { childList: true, subtree: true });
    }, policy);
    const blocked: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
    });
    await page.goto(`${stage.demo.url}/vipps-payment`);
    await page.locator(saying('vipps-payment.operation.view-authorization')).click();
    return { page, blocked };
  }

  it('needs the origin of its script and frame, nothing inline and no eval', async () => {
    const { origin } = stage.demo.swedbankPay;
    const { page, blocked } = await underPolicy(
      `default-src 'self'; script-src 'self' ${origin}; frame-src ${origin}; img-src data:`,
    );
    await page.frameLocator('connect-vipps-payment iframe').locator('#approve').click();
    await page.locator(saying('vipps-payment.registered')).waitFor();
    assert.deepEqual(blocked, []);
    await page.close();
  });

  it('says so when the policy keeps the script out', async () => {
    const { page, blocked } = await underPolicy("script-src 'self'");
    await page.locator(saying('vipps-payment.refused')).waitFor();
    assert.match(blocked.join(), /px\.vipps\.client/);
    assert.equal(await page.locator('[slot=seamless]').count(), 0);
    await page.close();
  });
});

describe('update-payment-abort', () => {
  it('asks once, then stops the payment', async () => {
    await press('vipps-payment.operation.update-payment-abort');
    await press('vipps-payment.close');
    assert.equal(calls('abortVippsPayment').length, 0);
    await press('vipps-payment.operation.update-payment-abort');
    await press('vipps-payment.operation.update-payment-abort');
    await says(english('vipps-payment.state.Aborted'));
    assert.deepEqual(await offered(), []);
    assert.deepEqual(
      calls('abortVippsPayment').map(({ body }) => body),
      [{ payment: { operation: 'Abort', abortReason: 'CancelledByConsumer' } }],
    );
  });

  it('that is no longer possible shows how it stands now', async () => {
    await press('vipps-payment.operation.update-payment-abort');
    // The payer approves it in the Vipps app meanwhile.
    await stage.page.evaluate(async () => {
      const { payment } = document.querySelector('connect-vipps-payment') ?? {};
      const { href = '' } =
        payment?.operations.find(({ rel }) => rel === 'redirect-authorization') ?? {};
      const body = new URLSearchParams({ deed: 'approve' });
      await fetch(href, { method: 'POST', body, mode: 'no-cors' });
    });
    await press('vipps-payment.operation.update-payment-abort');
    await saysKey('vipps-payment.lost.title');
    assert.deepEqual(await offered(), ['vipps-payment.operation.paid-payment']);
    assert.equal(calls('abortVippsPayment').length, 0);
  });

  it('that is refused is said calmly, by the type of the problem', async () => {
    stage.demo.swedbankPay.refuseNext('abortVippsPayment', 403, 'vipps/vipps_error');
    await press('vipps-payment.operation.update-payment-abort');
    await press('vipps-payment.operation.update-payment-abort');
    const { code, status } = await told('connect-error');
    assert.deepEqual({ code, status }, { code: 'declined', status: 403 });
    await saysKey('vipps-payment.refused');
    await says(english('shared.error.declined'));
  });
});

describe("the shop's operations", () => {
  it('charge a part and then the rest', async () => {
    await openAsStaff();
    await press('vipps-payment.operation.create-capture');
    await element().locator('input').first().fill('100.10');
    await element().locator('input').last().fill('20.02');
    await element().locator('form button').first().click();
    await saysKey('vipps-payment.done');
    await says('NOK 198.90');
    await press('vipps-payment.operation.create-capture');
    await element().locator('form button').first().click();
    await element().getByText('NOK 299.00').nth(1).waitFor();
    const amounts = calls('captureVippsPayment').map(({ body }) => JSON.stringify(body));
    assert.match(amounts[0] ?? '', /"amount":10010,"vatAmount":2002/);
    assert.match(amounts[1] ?? '', /"amount":19890,"vatAmount":0/);
    assert.deepEqual(await offered(), ['vipps-payment.operation.paid-payment']);
  });

  it('do not charge more than what is left', async () => {
    await openAsStaff();
    await press('vipps-payment.operation.create-capture');
    await element().locator('input').first().fill('299.01');
    await element().locator('form button').first().click();
    assert.equal(await element().locator('input:invalid').count(), 1);
    assert.equal(calls('captureVippsPayment').length, 0);
  });

  it('release what is not charged', async () => {
    await openAsStaff();
    await press('vipps-payment.operation.create-cancellation');
    await press('vipps-payment.operation.create-cancellation');
    await saysKey('vipps-payment.done');
    assert.deepEqual(await offered(), ['vipps-payment.operation.paid-payment']);
    assert.equal(calls('cancelVippsPayment').length, 1);
  });

  it('say so, and send nothing, when the file with their fields does not come', async () => {
    await openAsStaff();
    await stage.page.route('**/charges.js', (route) => route.abort());
    await press('vipps-payment.operation.create-capture');
    await saysKey('vipps-payment.refused');
    assert.equal(calls('captureVippsPayment').length, 0);
    await stage.page.unroute('**/charges.js');
  });

  it('are refused to a subscriber by the backend, whatever the page says', async () => {
    await press('vipps-payment.operation.redirect-authorization');
    await stage.page.click('#approve');
    await saysKey('vipps-payment.registered');
    await element().evaluate((one) => one.setAttribute('merchant', ''));
    await press('vipps-payment.operation.create-cancellation');
    await press('vipps-payment.operation.create-cancellation');
    assert.equal((await told('connect-error'))['status'], 403);
    assert.equal(calls('cancelVippsPayment').length, 0);
  });
});

describe('details', () => {
  it('of a paid payment are the number and the amount of its transaction', async () => {
    await press('vipps-payment.operation.redirect-authorization');
    await stage.page.click('#approve');
    await saysKey('vipps-payment.registered');
    const number = await element().evaluate((one) =>
      Number(Reflect.get(Reflect.get(one, 'payment'), 'number')),
    );
    await press('vipps-payment.operation.paid-payment');
    await says(`${number + 1}`);
  });

  it('of a failed payment are the reason', async () => {
    await press('vipps-payment.operation.redirect-authorization');
    await stage.page.click('#fail');
    await press('vipps-payment.operation.failed-payment');
    await says('The payer has no cover');
  });
});

describe("the newspaper's backend for it", () => {
  const ask = (path: string, method = 'GET') =>
    stage.page.evaluate(
      async ([to = '', how = '']) => (await fetch(to, { method: how })).status,
      [`/backend/swedbank-pay/vipps/payments/${path}`, method],
    );

  it("shows a subscriber nobody else's payment, and asks the API nothing for it", async () => {
    const { url, swedbankPay } = stage.demo;
    const urls = { completeUrl: url, paymentUrl: url };
    const { id } = swedbankPay.createPayment(urls);
    const before = swedbankPay.requests.length;
    assert.equal(await ask(id), 404);
    assert.equal(await ask(`${id}/captures`, 'POST'), 404);
    assert.equal(swedbankPay.requests.length, before);
  });

  it('passes on nothing else, and answers its own pages only', async () => {
    assert.equal(await ask('x/reversals', 'POST'), 404);
    assert.equal(await ask('x', 'DELETE'), 404);
    const path = `${stage.demo.url}/backend/swedbank-pay/vipps/payments/x`;
    assert.equal((await fetch(path, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status, 403);
  });

  it('keeps the key: no page ever sees it', async () => {
    await says('Status');
    const { token } = stage.demo.swedbankPay;
    assert.ok(!(await stage.page.content()).includes(token));
    const text = await element().evaluate((one) => JSON.stringify(Reflect.get(one, 'payment')));
    assert.ok(!text.includes(token));
  });
});
