import assert from 'node:assert/strict';
import { first, second } from './pages.js';
import type { Sentence } from './sentence.js';
import { until, type Visit } from './visit.js';

/** Payments on pages that were swapped in. */
export const payments: readonly Sentence[] = [
  ['pays through and back on a page that was swapped in, and tells it once', paysThrough],
  ['says so on the way back and forward, and after a reload', goesBackAndForward],
  ['offers the choice again for the next invoice', paysTheNext],
  ['goes on asking about what came back when the page is swapped meanwhile', asksOn],
  ['goes on with a payment that is open, on the way back and forward', goesOn],
];

export async function paysThrough(visit: Visit): Promise<void> {
  await visit.load('/');
  await visit.follow('/account');
  await visit.offers(first.amount);
  await visit.pay();
  await until('it is confirmed', () => visit.heard('confirmed') > 0);
  assert.equal(visit.page.url(), `${visit.site.url}/account`);
  visit.paidOnce();
}

async function goesBackAndForward(visit: Visit): Promise<void> {
  await paysThrough(visit);
  await visit.offered();
  await visit.follow('/');
  await visit.go(-1, '/account');
  await visit.says('pay-invoice.registered');
  await visit.go(1, '/');
  await visit.follow('/account');
  await visit.says('pay-invoice.registered');
  assert.deepEqual(await visit.offered(), []);
  await visit.page.reload();
  await visit.says('pay-invoice.registered');
  assert.equal(visit.page.url(), `${visit.site.url}/account`);
  visit.paidOnce();
}

async function paysTheNext(visit: Visit): Promise<void> {
  await paysThrough(visit);
  await visit.follow('/next');
  await visit.offers(second.amount);
  await visit.pay();
  await until('it is confirmed', () => visit.heard('confirmed') > 1);
  visit.paidOnce(2);
  await visit.follow('/account');
  await visit.says('pay-invoice.registered');
}

async function asksOn(visit: Visit): Promise<void> {
  await visit.load('/');
  await visit.follow('/account');
  await visit.payButton.click();
  await visit.arrive();
  await visit.end('initiated');
  await visit.says('pay-invoice.outcome.initiated.title');
  await visit.offered();
  await visit.follow('/');
  await visit.follow('/account');
  await visit.says('pay-invoice.registered');
  assert.deepEqual(await visit.offered(), []);
  visit.paidOnce();
}

async function goesOn(visit: Visit): Promise<void> {
  await visit.load('/');
  await visit.follow('/account');
  await visit.payButton.click();
  await visit.arrive();
  await visit.page.goBack();
  await visit.says('pay-invoice.open.title');
  await visit.load('/account');
  await visit.says('pay-invoice.open.title');
  await visit.offered();
  await visit.follow('/');
  await visit.go(-1, '/account');
  await visit.says('pay-invoice.open.title');
  await visit.go(1, '/');
  await visit.go(-1, '/account');
  await visit.says('pay-invoice.open.title');
  assert.deepEqual(await visit.offered(), []);
  await visit.payment.locator('[data-key="pay-invoice.continue"]').click();
  await visit.finish();
  assert.equal(visit.posts, 1);
  assert.equal(visit.heard('outcome'), 1);
}
