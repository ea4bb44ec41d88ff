// In test:all: the pages of the vendor, one by one; test/unit/vipps-*.test.ts have what the element does.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());
beforeEach(() => stage.open('/vipps-payment'));

const element = () => stage.page.locator('connect-vipps-payment');
const press = (name: string) =>
  element().getByRole('button', { name, exact: true }).first().click();
const says = (text: string) => element().getByText(text).first().waitFor();
const payer = () => stage.page.frameLocator('connect-vipps-payment iframe');
const calls = (operationId: string) =>
  stage.demo.swedbankPay.requests.filter((request) => request.operationId === operationId);
const labels = () => element().locator('fieldset button').allTextContents();

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
  await press('Pay with Vipps');
  await stage.page.click(`#${deed}`);
  await says('The payment is registered');
  await stage.page.goto(`${stage.demo.url}/vipps-payment?merchant=1`);
  await element().locator('fieldset').waitFor();
}

describe('redirect-authorization', () => {
  for (const [deed, words, confirmed] of [
    ['approve', 'The payment is registered', true],
    ['approve-slowly', 'The payment is registered', true],
    ['fail', 'It did not go through', false],
  ] as const) {
    it(`goes to the payment page and comes back: ${deed}`, async () => {
      await press('Pay with Vipps');
      await stage.page.click(`#${deed}`);
      await says(words);
      assert.equal(stage.page.url(), `${stage.demo.url}/vipps-payment`);
      assert.equal((await told('connect-confirmed'))['confirmed'], confirmed);
      const { url } = await told('connect-redirect');
      assert.ok(String(url).startsWith(stage.demo.swedbankPay.origin));
      assert.deepEqual(stage.errors(), []);
    });
  }

  it('comes back from a cancelled visit and can be tried again', async () => {
    await press('Pay with Vipps');
    await stage.page.click('#cancel');
    await says('You have started');
    await press('Pay with Vipps');
    await stage.page.click('#approve');
    await says('The payment is registered');
  });

  it('reads the payment again when the payer uses the back button', async () => {
    await press('Pay with Vipps');
    await stage.page.waitForSelector('#approve');
    await stage.page.goBack();
    await says('Status');
    await element().getByRole('button', { name: 'Pay with Vipps', exact: true }).waitFor();
  });
});

for (const rel of ['view-authorization', 'view-payment'] as const) {
  // The resource lists both, and one button stands for them.
  const open = async () => {
    if (rel === 'view-payment') return press('Pay on this page');
    await element().evaluate((vipps, name) => {
      const perform: unknown = Reflect.get(vipps, 'perform');
      if (typeof perform === 'function') void Reflect.apply(perform, vipps, [name]);
    }, rel);
  };
  describe(rel, () => {
    for (const [deed, outcome, confirmed, words] of [
      ['approve', 'finished', true, 'The payment is registered'],
      ['approve-slowly', 'initiated', true, 'The payment is registered'],
      ['cancel', 'cancelled', false, 'You cancelled'],
      ['fail', 'failed', false, 'It did not go through'],
    ] as const) {
      it(`says ${outcome} and what the server says of it`, async () => {
        await open();
        await payer().locator(`#${deed}`).click();
        const { transactionId, ...claim } = await told('connect-outcome');
        assert.deepEqual(claim, { flow: 'vipps-payment', outcome, verified: false });
        assert.equal(typeof transactionId, 'number');
        assert.equal((await told('connect-confirmed'))['confirmed'], confirmed);
        await says(words);
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
        await says('The payment is registered');
      });
    }

    it('is open again when the payer comes back from Vipps', async () => {
      await open();
      await payer().locator('[value=leave]').click();
      await stage.page.click('#back');
      await payer().locator('#approve').click();
      await says('The payment is registered');
      await stage.page.reload();
      await says('The payment is registered');
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
    await page.getByRole('button', { name: 'Pay on this page', exact: true }).click();
    return { page, blocked };
  }

  it('needs the origin of its script and frame, nothing inline and no eval', async () => {
    const { origin } = stage.demo.swedbankPay;
    const { page, blocked } = await underPolicy(
      `default-src 'self'; script-src 'self' ${origin}; frame-src ${origin}; img-src data:`,
    );
    await page.frameLocator('connect-vipps-payment iframe').locator('#approve').click();
    await page.getByText('The payment is registered').waitFor();
    assert.deepEqual(blocked, []);
    await page.close();
  });

  it('says so when the policy keeps the script out', async () => {
    const { page, blocked } = await underPolicy("script-src 'self'");
    await page.getByText('There is no answer').waitFor();
    assert.match(blocked.join(), /px\.vipps\.client/);
    assert.equal(await page.locator('[slot=seamless]').count(), 0);
    await page.close();
  });
});

describe('update-payment-abort', () => {
  it('asks once, then stops the payment', async () => {
    await press('Stop this payment');
    await press('Close');
    assert.equal(calls('abortVippsPayment').length, 0);
    await press('Stop this payment');
    await press('Stop this payment');
    await says('Stopped');
    assert.deepEqual(await labels(), []);
    assert.deepEqual(
      calls('abortVippsPayment').map(({ body }) => body),
      [{ payment: { operation: 'Abort', abortReason: 'CancelledByConsumer' } }],
    );
  });

  it('that is no longer possible shows how it stands now', async () => {
    await press('Stop this payment');
    // The payer approves it in the Vipps app meanwhile.
    await stage.page.evaluate(async () => {
      const { payment } = document.querySelector('connect-vipps-payment') ?? {};
      const { href = '' } =
        payment?.operations.find(({ rel }) => rel === 'redirect-authorization') ?? {};
      const body = new URLSearchParams({ deed: 'approve' });
      await fetch(href, { method: 'POST', body, mode: 'no-cors' });
    });
    await press('Stop this payment');
    await says('This is no longer possible');
    assert.deepEqual(await labels(), ['Receipt']);
    assert.equal(calls('abortVippsPayment').length, 0);
  });

  it('that is refused is said calmly, by the type of the problem', async () => {
    stage.demo.swedbankPay.refuseNext('abortVippsPayment', 403, 'vipps/vipps_error');
    await press('Stop this payment');
    await press('Stop this payment');
    const { code, status } = await told('connect-error');
    assert.deepEqual({ code, status }, { code: 'declined', status: 403 });
    await says('This was not accepted.');
  });
});

describe("the shop's operations", () => {
  it('charge a part and then the rest', async () => {
    await openAsStaff();
    await press('Charge');
    await element().locator('input').first().fill('100.10');
    await element().locator('input').last().fill('20.02');
    await element().locator('form button').first().click();
    await says('Done');
    await says('NOK 198.90');
    await press('Charge');
    await element().locator('form button').first().click();
    await element().getByText('NOK 299.00').nth(1).waitFor();
    const amounts = calls('captureVippsPayment').map(({ body }) => JSON.stringify(body));
    assert.match(amounts[0] ?? '', /"amount":10010,"vatAmount":2002/);
    assert.match(amounts[1] ?? '', /"amount":19890,"vatAmount":0/);
    assert.deepEqual(await labels(), ['Receipt']);
  });

  it('do not charge more than what is left', async () => {
    await openAsStaff();
    await press('Charge');
    await element().locator('input').first().fill('299.01');
    await element().locator('form button').first().click();
    assert.equal(await element().locator('input:invalid').count(), 1);
    assert.equal(calls('captureVippsPayment').length, 0);
  });

  it('release what is not charged', async () => {
    await openAsStaff();
    await press('Release');
    await press('Release');
    await says('Done');
    assert.deepEqual(await labels(), ['Receipt']);
    assert.equal(calls('cancelVippsPayment').length, 1);
  });

  it('say so, and send nothing, when the file with their fields does not come', async () => {
    await openAsStaff();
    await stage.page.route('**/charges.js', (route) => route.abort());
    await press('Charge');
    await says('There is no answer');
    assert.equal(calls('captureVippsPayment').length, 0);
    await stage.page.unroute('**/charges.js');
  });

  it('are refused to a subscriber by the backend, whatever the page says', async () => {
    await press('Pay with Vipps');
    await stage.page.click('#approve');
    await says('The payment is registered');
    await element().evaluate((one) => one.setAttribute('merchant', ''));
    await press('Release');
    await press('Release');
    assert.equal((await told('connect-error'))['status'], 403);
    assert.equal(calls('cancelVippsPayment').length, 0);
  });
});

describe('details', () => {
  it('of a paid payment are the number and the amount of its transaction', async () => {
    await press('Pay with Vipps');
    await stage.page.click('#approve');
    await says('The payment is registered');
    const number = await element().evaluate((one) =>
      Number(Reflect.get(Reflect.get(one, 'payment'), 'number')),
    );
    await press('Receipt');
    await says(`${number + 1}`);
  });

  it('of a failed payment are the reason', async () => {
    await press('Pay with Vipps');
    await stage.page.click('#fail');
    await press('What went wrong');
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
    const urls = { completeUrl: url, cancelUrl: url, paymentUrl: url };
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
