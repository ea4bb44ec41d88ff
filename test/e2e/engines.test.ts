import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { outcomes, type Outcome } from '../../demo/sandbox/names.js';
import { engineNames, findEngine, MissingEngine, titles } from '../support/engines.js';
import { it } from '../support/limited.js';
import { Visit } from './visit.js';

/** What the page says of each outcome, and what the server says of it, when it says it soon. */
const told: Readonly<Record<Outcome, readonly [text: string, confirmed?: boolean]>> = {
  finished: ['The invoice is paid', true],
  initiated: ['The invoice is paid', true],
  cancelled: ['You cancelled', false],
  failed: ['It did not go through', false],
  unknown: ['We do not know'],
  error: ['Something failed', false],
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
          const [text, confirmed] = told[outcome];
          await visit.open(invoicePage);
          await visit.press('connect-pay-invoice', choice('vippsEcommerce'));
          await visit.press('connect-pay-invoice', action);
          await comeBack(outcome);
          await visit.sees('connect-pay-invoice', text);
          await visit.assertTold('pay-invoice', outcome, confirmed);
          assert.equal(visit.requests('payInvoice'), 1);
        });
      }

      test('changes a payment method', async () => {
        await visit.open('/subscription');
        await visit.press('connect-change-method', choice('autoGiro'));
        await visit.press('connect-change-method', action);
        await comeBack('finished');
        await visit.sees('connect-change-method', 'This is how you pay now');
        await visit.assertTold('change-method', 'finished', true);
        assert.equal(visit.requests('changePaymentMethod'), 1);
      });

      test('adds an agreement', async () => {
        const element = 'connect-agreements[provider=vipps]';
        await visit.open('/agreements');
        await visit.press(element, 'section > div:not([part]) > button');
        await comeBack('finished');
        await visit.sees(element, 'The agreement is saved');
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
        await visit.sees('connect-pay-invoice', 'You have started');
        await visit.press('connect-pay-invoice', '[part=message] button');
        await comeBack('finished');
        await visit.sees('connect-pay-invoice', 'The invoice is paid');
        assert.equal(visit.requests('payInvoice'), 1);
      });
    });
  }
});
