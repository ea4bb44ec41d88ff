import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { outcomes, type Outcome } from '../../demo/sandbox/names.js';
import { engineNames, findEngine, MissingEngine, titles } from '../support/engines.js';
import { it } from '../support/limited.js';
import { Visit } from './visit.js';
import type { TextKey } from '../../src/i18n/keys.js';

/** What the page says of each outcome, and what the server says of it, when it says it soon. */
const told: Readonly<Record<Outcome, readonly [key: TextKey, confirmed?: boolean]>> = {
  finished: ['pay-invoice.registered', true],
  initiated: ['pay-invoice.registered', true],
  cancelled: ['pay-invoice.unconfirmed.cancelled.title', false],
  failed: ['pay-invoice.unconfirmed.failed.title', false],
  unknown: ['pay-invoice.outcome.unknown.title'],
  error: ['pay-invoice.outcome.error.title'],
};

const invoicePage = '/invoices?pay=7435367';
const action = 'fieldset + div > button';
const choice = (paymentMethod: string) => `label:has(slot[name="icon-${paymentMethod}"]) input`;

const engines = await Promise.all(engineNames.map(findEngine));

describe('the way to the provider and back', { concurrency: engines.length }, () => {
  for (const engine of engines) {
    const isMissing = engine instanceof MissingEngine;
    describe(`in ${titles[engine.name]}`, { concurrency: 1 }, () => {
      const test = (name: string, work: (visit: Visit) => Promise<void>) =>
        it(name, { skip: isMissing && engine.advice }, () => work(visit));
      let visit: Visit;
      let journeys = 0;

      before(async () => {
        if (!isMissing) visit = await Visit.begin(engine);
      });
      after(async () => {
        if (isMissing) return;
        await visit.end();
        console.log(`tally ${journeys} journeys to a provider and back in ${engine.name}`);
      });

      async function comeBack(outcome: Outcome): Promise<void> {
        await visit.press(`#outcome-${outcome}`);
        await visit.until(`location.href.startsWith('${visit.demo.url}/')`);
        journeys++;
      }

      for (const outcome of outcomes) {
        test(`pays an invoice, ${outcome}`, async () => {
          const [key, confirmed] = told[outcome];
          await visit.open(invoicePage);
          await visit.press('connect-pay-invoice', choice('vippsEcommerce'));
          await visit.press('connect-pay-invoice', action);
          await comeBack(outcome);
          await visit.seesKey('connect-pay-invoice', key);
          await visit.assertTold('pay-invoice', outcome, confirmed);
          assert.equal(visit.requests('payInvoice'), 1);
        });
      }

      test('changes a payment method', async () => {
        await visit.open('/subscription');
        await visit.press('connect-change-method', choice('autoGiro'));
        await visit.press('connect-change-method', action);
        await comeBack('finished');
        await visit.seesKey('connect-change-method', 'change-method.registered');
        await visit.assertTold('change-method', 'finished', true);
        assert.equal(visit.requests('changePaymentMethod'), 1);
      });

      test('adds an agreement', async () => {
        const element = 'connect-agreements[provider=vipps]';
        await visit.open('/agreements');
        await visit.press(element, '.view > div:not([part]) > button');
        await comeBack('finished');
        await visit.seesKey(element, 'add-agreement.registered');
        await visit.assertTold('add-agreement', 'finished', true);
        assert.equal(visit.requests('addVippsAgreement'), 1);
      });

      test('sends one request when the button is pressed seven times', async () => {
        await visit.open(invoicePage);
        visit.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 300 });
        const button = `document.querySelector('connect-pay-invoice')?.shadowRoot?.querySelector('${action}')`;
        await visit.until(button);
        await visit.evaluate(`[1, 2, 3, 4, 5, 6, 7].forEach(() => ${button}.click())`);
        await comeBack('finished');
        await visit.assertTold('pay-invoice', 'finished', true);
        assert.equal(visit.requests('payInvoice'), 1);
      });

      test('offers to continue, and pays once, after the back button', async () => {
        await visit.open(invoicePage);
        await visit.press('connect-pay-invoice', action);
        await visit.until(`document.querySelector('#outcome-finished')`);
        await visit.back();
        await visit.seesKey('connect-pay-invoice', 'pay-invoice.open.title');
        await visit.press('connect-pay-invoice', '[part=message] button');
        await comeBack('finished');
        await visit.seesKey('connect-pay-invoice', 'pay-invoice.registered');
        assert.equal(visit.requests('payInvoice'), 1);
      });
    });
  }
});
