import assert from 'node:assert/strict';
import type { Browser, Route } from 'playwright-core';
import type { Proof } from '../place.js';
import type { Site } from './site.js';
import { Visit } from './visit.js';
import { saying } from '../../support/saying.js';

const flow = 'pay-invoice';
const subject = { invoiceNumber: '7435367', productCode: 'CO27409' };

/** What holds in every framework's app; each of them looks and behaves the same. */
const sentences: readonly (readonly [string, (visit: Visit) => Promise<void>])[] = [
  ['keeps properties that are set before the elements are defined, and after', keepsProperties],
  ['hands bound values to the elements, also when they change', bindsValues],
  ['pays, and hears every event in its own listeners', pays],
  ['sends one request and leaves once when it renders in the middle of a payment', rendersAgain],
  ['removes the elements in the middle of a payment, and shows later what is known', removes],
];

/** Walks through the app as it is built for production, of which the folder is given. */
export async function proveFlow(
  { holds }: Proof,
  browser: Browser,
  site: Site,
  folder: string,
): Promise<void> {
  site.show(folder);
  for (const [sentence, work] of sentences) {
    await holds(sentence, () => Visit.during(browser, site, work));
  }
}

/**
 * Mounts the elements twice in the app as it is built for development, where frameworks check and warn.
 *
 * @param effects How often the app says meanwhile that an effect of it runs.
 */
export async function proveMounts(
  { holds }: Proof,
  browser: Browser,
  site: Site,
  folder: string,
  effects: number,
): Promise<void> {
  site.show(folder);
  const work = (visit: Visit) => mountsTwice(visit, effects);
  await holds('shows one list and sends one request when it is mounted twice', () =>
    Visit.during(browser, site, work),
  );
}

/** Every file in which an element is stays away until it is released. */
async function holdElements({ page }: Visit): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route: Route) => {
    const response = await route.fetch();
    const body = await response.text();
    // A method's code, which no app names.
    if (body.includes('swishPayex')) await released;
    await route.fulfill({ response, body });
  });
  return release;
}

async function keepsProperties(visit: Visit): Promise<void> {
  const { page, payment } = visit;
  const release = await holdElements(visit);
  await page.goto(visit.site.url);
  await payment.waitFor({ state: 'attached' });
  const isDefined = () => page.evaluate(() => !!customElements.get('connect-pay-invoice'));
  assert.equal(await isDefined(), false);
  release();
  await visit.ready();
  await visit.shows('vippsEcommerce');
  await visit.press('Show or hide');
  await payment.waitFor({ state: 'detached' });
  await visit.press('Show or hide');
  await visit.ready();
  await visit.shows('vippsEcommerce');
}

async function bindsValues(visit: Visit): Promise<void> {
  const { page, payment } = visit;
  await visit.open();
  await payment.getByText('NOK 295.00').first().waitFor();
  await visit.press('Render again');
  await payment.getByText('NOK 296.00').first().waitFor();
  await visit.press('Choose Nexi');
  await visit.shows('nexi');
  await payment.locator('label', { hasText: 'Swish' }).click();
  await page.locator('output', { hasText: 'swishPayex' }).waitFor();
  assert.deepEqual(visit.told('connect-select'), [{ flow, paymentMethod: 'swishPayex' }]);
  await visit.press('Choose Nexi');
  await visit.shows('nexi');
  await visit.press('Other invoice');
  await payment.getByText('Invoice 7435368').first().waitFor();
}

async function pays(visit: Visit): Promise<void> {
  const { page } = visit;
  await visit.open();
  await visit.payButton.click();
  await visit.finish();
  await page.locator('p', { hasText: 'Thank you' }).waitFor();
  assert.equal(page.url(), `${visit.site.url}/`);
  assertPaidOnce(visit);
  const [transaction] = visit.site.sandbox.transactions();
  const about = { flow, transactionId: transaction?.id };
  const submitted = { flow, paymentMethod: 'vippsEcommerce', ...subject };
  const outcome = { ...about, outcome: 'finished', verified: false };
  assert.deepEqual(visit.told('connect-submit'), [submitted]);
  assert.deepEqual(visit.told('connect-outcome'), [outcome]);
  assert.deepEqual(visit.told('connect-confirmed'), [{ ...about, confirmed: true }]);
}

async function rendersAgain(visit: Visit): Promise<void> {
  await visit.open();
  const held = await visit.payHeld();
  await visit.press('Render again');
  await visit.payment.getByText('NOK 296.00').first().waitFor();
  await visit.press('Choose Nexi');
  await visit.shows('nexi');
  assert.equal(visit.requests('payInvoice'), 0);
  held.release();
  await visit.finish();
  assertPaidOnce(visit);
}

async function mountsTwice(visit: Visit, effects: number): Promise<void> {
  const { page, payment, list } = visit;
  await visit.open();
  assert.equal(visit.said('effect'), effects);
  assert.equal(visit.requests('listPaymentMethods'), 1);
  const items = await list.locator('[part=item]').count();
  await visit.press('Show or hide');
  await payment.waitFor({ state: 'detached' });
  await visit.press('Show or hide');
  await visit.ready();
  assert.equal(await payment.count(), 1);
  assert.equal(await payment.locator('fieldset').count(), 1);
  assert.equal(await list.locator('[part=item]').count(), items);
  await visit.payButton.click();
  await page.locator('#login').waitFor();
  assertPaidOnce(visit);
}

async function removes(visit: Visit): Promise<void> {
  const { page, payment } = visit;
  await visit.open();
  const held = await visit.payHeld();
  await visit.press('Show or hide');
  await payment.waitFor({ state: 'detached' });
  const answered = page.waitForEvent('requestfinished', (request) => request.method() === 'POST');
  held.release();
  await answered;
  await visit.press('Show or hide');
  await payment.locator(saying('pay-invoice.open.title')).waitFor();
  assert.deepEqual(visit.told('connect-redirect'), []);
  assert.equal(page.url(), `${visit.site.url}/`);
  await payment.locator(saying('pay-invoice.continue')).click();
  await visit.finish();
  assertPaidOnce(visit);
}

function assertPaidOnce(visit: Visit): void {
  assert.equal(visit.requests('payInvoice'), 1);
  assert.equal(visit.told('connect-submit').length, 1);
  assert.equal(visit.told('connect-redirect').length, 1);
}
