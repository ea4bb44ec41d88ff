// In test:all: each provider with each outcome; engines.test.ts adds an agreement in each engine.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { outcomes } from '../../demo/sandbox/names.js';
import { agreementTypes } from '../../demo/sandbox/agreements.js';
import { it } from '../support/limited.js';
import { requestsOf, setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { saying } from '../support/saying.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const providers = ['vipps', 'payex', 'klarna', 'nexi'] as const;
type Provider = (typeof providers)[number];

const element = (provider: Provider) =>
  stage.page.locator(`connect-agreements[provider=${provider}]`);
const rows = (provider: Provider) => element(provider).locator('[part=item]');
const button = (provider: Provider, key: TextKey) => element(provider).locator(saying(key));
const of = (type: string) =>
  stage
    .events()
    .filter((event) => event.type === type)
    .map(({ detail }) => detail);

/** Counts the rows once they are there. */
async function countRows(provider: Provider): Promise<number> {
  await button(provider, 'add-agreement.action').waitFor();
  return rows(provider).count();
}

for (const provider of providers) {
  const { addOperation, removeOperation, listOperation } = agreementTypes[provider];

  describe(`agreements with ${provider}`, () => {
    it('are added over the login server, and listed when back', async () => {
      await stage.open('/agreements');
      const before = await countRows(provider);
      await button(provider, 'add-agreement.action').click();
      await stage.page.click('#outcome-finished');
      await element(provider).locator(saying('add-agreement.registered')).waitFor();
      await rows(provider).nth(before).waitFor();
      assert.equal(await rows(provider).count(), before + 1);
      assert.equal(requestsOf(stage, addOperation), 1);
      const told = stage.events().filter(({ type }) => /outcome|confirmed/.test(type));
      assert.deepEqual(
        told.map(({ detail }) => [detail['flow'], detail['outcome'] ?? detail['confirmed']]),
        [
          ['add-agreement', 'finished'],
          ['add-agreement', true],
        ],
      );
      assert.equal(new URL(stage.page.url()).search, '');
      assert.deepEqual(stage.errors(), []);
    });

    // These are asked about for ten minutes.
    const asked: readonly string[] = ['unknown', 'error'];
    for (const outcome of outcomes.filter((one) => one !== 'finished')) {
      it(`say what is true after ${outcome}, although an older one is listed`, async () => {
        await stage.open('/agreements');
        const before = await countRows(provider);
        await button(provider, 'add-agreement.action').click();
        await stage.page.click(`#outcome-${outcome}`);
        const isLate = outcome === 'initiated';
        const key = isLate
          ? 'add-agreement.registered'
          : asked.includes(outcome)
            ? (`add-agreement.outcome.${outcome}.title` as const)
            : (`add-agreement.unconfirmed.${outcome}.title` as const);
        await element(provider).locator(saying(key)).first().waitFor();
        await rows(provider)
          .nth(isLate ? before : before - 1)
          .waitFor();
        assert.equal(await rows(provider).count(), before + Number(isLate));
        assert.equal(requestsOf(stage, addOperation), 1);
        assert.deepEqual(stage.errors(), []);
      });
    }

    it('are removed after one question, when the server has said so', async () => {
      await stage.open('/agreements');
      const before = await countRows(provider);
      await button(provider, 'agreements.remove').first().click();
      assert.equal(requestsOf(stage, removeOperation), 0);
      await button(provider, 'agreements.remove.no').click();
      await button(provider, 'agreements.remove').first().click();
      await button(provider, 'agreements.remove.yes').click();
      await element(provider).locator(saying('agreements.removed.title')).waitFor();
      assert.equal(await rows(provider).count(), before - 1);
      assert.equal(requestsOf(stage, removeOperation), 1);
      assert.equal(stage.demo.sandbox.requests.at(-1)?.operationId, listOperation);
      const removed = of('connect-removed');
      assert.equal(removed.length, 1);
      assert.equal(removed[0]?.['flow'], 'agreements');
      assert.deepEqual(stage.errors(), []);
    });

    it('stay when the server says that the removal was not accepted', async () => {
      await stage.open('/agreements');
      const before = await countRows(provider);
      stage.demo.sandbox.faults.set(removeOperation, { kind: 'not-added' });
      await button(provider, 'agreements.remove').first().click();
      await button(provider, 'agreements.remove.yes').click();
      await element(provider).locator(saying('agreements.not-removed.title')).waitFor();
      assert.equal(await rows(provider).count(), before);
      assert.deepEqual(of('connect-removed'), []);
    });
  });
}

it('a removal whose answer was lost is looked into, and what is true is said', async () => {
  await stage.open('/agreements');
  const before = await countRows('vipps');
  // Chromium sends a request again when a connection that it had used before is cut under it, and the
  // second removal of the same is declined.
  stage.demo.sandbox.faults.set('removeVippsAgreement', { kind: 'drop-after', times: 1 });
  await button('vipps', 'agreements.remove').click();
  await button('vipps', 'agreements.remove.yes').click();
  await element('vipps').locator(saying('agreements.removed.title')).waitFor();
  assert.equal(await rows('vipps').count(), before - 1);
  assert.equal(of('connect-removed').length, 1);
});

it('a card that expires says so', async () => {
  await stage.open('/agreements');
  await countRows('payex');
  // Not the rendered text: a row out of sight is rendered when it comes into sight.
  const [good = '', soon = '', over = ''] = await rows('payex').allTextContents();
  assert.match(good, /VISA •••• 2348\s*Expires \d\d\/\d\d\s*Remove/);
  assert.match(soon, /MasterCard •••• 0021\s*Expires \d\d\/\d\d\s*Expires soon/);
  assert.match(over, /VISA •••• 9917\s*Expires \d\d\/\d\d\s*Expired/);
});

it('a new card takes the place of the old one when the site asks for it', async () => {
  await stage.open('/agreements');
  const before = await countRows('payex');
  await stage.page.goto(`${stage.demo.url}/subscription`);
  const change = stage.page.locator('connect-change-method');
  await change.evaluate((host) => host.setAttribute('replace-card', ''));
  await change.locator('label:has(slot[name="icon-recurringPayExCardPayment"]) input').check();
  await change.locator(saying('change-method.action')).click();
  await stage.page.locator('#outcome-finished').waitFor();
  const sent = stage.events().find(({ type }) => type === 'connect-redirect');
  assert.equal(new URL(String(sent?.detail['url'])).searchParams.get('ticket'), '4v8nwodhfja');
  await stage.page.click('#outcome-finished');
  await change.locator(saying('change-method.registered')).waitFor();
  await stage.page.goto(`${stage.demo.url}/agreements`);
  assert.equal(await countRows('payex'), before);
  assert.equal(await rows('payex').filter({ hasText: 'Expires 12/29' }).count(), 1);
});
