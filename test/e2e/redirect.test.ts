import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { outcomes, productMethods, type Outcome } from '../../demo/sandbox/names.js';
import { it } from '../support/limited.js';
import { isWhole } from '../support/whole.js';
import { choice, requestsOf, setStage, type Stage } from './support.js';
import { saying } from '../support/saying.js';

const invoiceMethods = ['creditcardPayex', 'swishPayex', 'vippsEcommerce', 'nexi'] as const;

/** What the address says, and what the server says after a while. */
const isRegistered = {
  finished: true,
  initiated: true,
  cancelled: false,
  failed: false,
  unknown: false,
  error: false,
};
const invoicePage = '/invoices?pay=7435367';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

/** Whose texts an element speaks. */
const flowOf = {
  'connect-pay-invoice': 'pay-invoice',
  'connect-change-method': 'change-method',
} as const;

/** Through the provider's page and back, until the server has had its say. */
async function goThrough(
  tag: keyof typeof flowOf,
  paymentMethod: string,
  outcome: string,
): Promise<void> {
  const { page } = stage;
  const element = page.locator(tag);
  await choice(element, paymentMethod).check();
  await element.locator('button').click();
  await page.click(`#outcome-${outcome}`);
  await page.waitForURL(`${stage.demo.url}/**`);
  // These are asked about for ten minutes: their last word is tested with the clock in hand.
  if (outcome === 'unknown' || outcome === 'error')
    await page
      .locator(tag)
      .locator(saying(`${flowOf[tag]}.outcome.${outcome}.title`))
      .waitFor();
  else await waitForEvent('connect-confirmed');
}

const seen: Stage['events'] extends () => infer Events ? Events : never = [];

async function waitForEvent(type: string): Promise<void> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    seen.push(...stage.events());
    if (seen.some((event) => event.type === type)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${type} in 15 s`);
}

async function begin(path: string): Promise<void> {
  await stage.open(path);
  seen.length = 0;
}

function check(flow: string, paymentMethod: string, outcome: Outcome): void {
  seen.push(...stage.events());
  const of = (type: string) =>
    seen.filter((event) => event.type === type).map(({ detail }) => detail);
  const [transaction] = of('connect-transaction');
  const transactionId = transaction?.['transactionId'];
  assert.deepEqual(transaction, { flow, transactionId, paymentMethod });
  assert.deepEqual(of('connect-outcome'), [{ flow, transactionId, outcome, verified: false }]);
  if (outcome !== 'unknown' && outcome !== 'error') {
    const confirmed = isRegistered[outcome];
    assert.deepEqual(of('connect-confirmed'), [{ flow, transactionId, confirmed }]);
  }
  const { search } = new URL(stage.page.url());
  assert.doesNotMatch(search, /connect=|status=/);
  assert.deepEqual(stage.errors(), []);
}

/** Each method with an outcome, and each outcome with a method; or every pair. */
function journeys<Method extends string>(methods: readonly Method[]) {
  const pairs = methods.flatMap((method, row) =>
    outcomes.map((outcome, column) => ({ method, outcome, at: row + column })),
  );
  const isEnough = ({ at }: { at: number }) =>
    at % outcomes.length === 0 || at === outcomes.length - 1;
  return isWhole ? pairs : pairs.filter(isEnough);
}

describe('paying an invoice, over the login server and a provider, and back', () => {
  for (const { method, outcome } of journeys(invoiceMethods)) {
    it(`${method}, ${outcome}`, async () => {
      await begin(invoicePage);
      await goThrough('connect-pay-invoice', method, outcome);
      check('pay-invoice', method, outcome);
      assert.equal(requestsOf(stage, 'payInvoice'), 1);
      assert.equal(new URL(stage.page.url()).search, '?pay=7435367');
    });
  }
});

describe('changing the payment method, over the login server and a provider, and back', () => {
  for (const { method, outcome } of journeys(productMethods)) {
    it(`${method}, ${outcome}`, async () => {
      await begin('/subscription');
      if (method === 'invoice') {
        // Only a method that is not in use can be chosen.
        await goThrough('connect-change-method', 'autoGiro', 'finished');
        seen.length = 0;
        await stage.page.goto(`${stage.demo.url}/subscription`);
        stage.events();
      }
      await goThrough('connect-change-method', method, outcome);
      check('change-method', method, outcome);
    });
  }
});
