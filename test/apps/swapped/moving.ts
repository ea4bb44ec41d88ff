import assert from 'node:assert/strict';
import { paysThrough } from './flow.js';
import { first, second } from './pages.js';
import type { Sentence, Setting } from './sentence.js';
import { until, type Visit } from './visit.js';

/** Pages that are swapped while a payment is asked for, and one that is brought up to date. */
export const moving: readonly Sentence[] = [
  ['goes on to the login when it is moved while the payment is asked for', movesOn],
  ['goes on when it is moved while the server is read before that', movesEarlier],
  ['goes on when it is moved more than once, on the way back too', movesBack],
  ['offers to continue when it is taken out while the payment is asked for', isTakenOut],
];

export const previewing: Sentence = [
  'pays once what is pressed before the fresh page has come',
  pressesEarly,
];
export const refreshing: readonly Sentence[] = [
  ['sends one request when the page is brought up to date meanwhile', isRefreshed],
  ['offers the choice for the next invoice that the same address has', changesInvoice],
];

async function movesOn(visit: Visit, { library }: Setting): Promise<void> {
  await visit.load('/kept');
  await visit.offers(first.amount);
  const before = await visit.payment.elementHandle();
  const held = await visit.holdPayments();
  await visit.payButton.click();
  await held.waits();
  await visit.follow('/kept-too');
  const isSame = await visit.payment.evaluate((one, other) => one === other, before);
  assert.ok(isSame, `${library.name} has put in another element`);
  held.release();
  await visit.finish();
  visit.paidOnce();
}

async function isTakenOut(visit: Visit): Promise<void> {
  await visit.load('/');
  await visit.follow('/account');
  const held = await visit.holdPayments();
  await visit.payButton.click();
  await held.waits();
  await visit.follow('/');
  held.release();
  await until('it is answered', () => visit.posts > 0);
  await visit.follow('/account');
  await visit.says('pay-invoice.open.title');
  await visit.payment.locator('[data-key="pay-invoice.continue"]').click();
  await visit.finish();
  assert.equal(visit.posts, 1);
  assert.equal(visit.heard('redirect'), 1);
  assert.equal(visit.heard('outcome'), 1);
}

async function movesEarlier(visit: Visit): Promise<void> {
  await visit.load('/kept');
  await visit.offers(first.amount);
  const held = await visit.holdReads();
  await visit.payButton.click();
  await held.waits();
  await visit.follow('/kept-too');
  held.release();
  await visit.finish();
  visit.paidOnce();
}

async function movesBack(visit: Visit): Promise<void> {
  await visit.load('/');
  await visit.load('/kept');
  for (const path of ['/kept-too', '/kept', '/kept-too']) await visit.follow(path);
  await visit.offers(first.amount);
  const held = await visit.holdPayments();
  await visit.payButton.click();
  await held.waits();
  await visit.follow('/kept');
  await visit.go(-1, '/kept-too');
  held.release();
  await visit.finish();
  visit.paidOnce();
}

async function pressesEarly(visit: Visit, { library }: Setting): Promise<void> {
  await visit.load('/');
  await visit.page.evaluate(library.preview ?? '');
  await visit.follow('/account');
  await visit.offers(first.amount);
  await visit.follow('/');
  const page = await visit.holdPage('/account');
  const payment = await visit.holdPayments();
  await visit.follow('/account');
  await page.waits();
  const before = await visit.payment.elementHandle();
  await visit.payButton.click();
  await payment.waits();
  page.release();
  await until(
    'the fresh page is there',
    async () => !(await before?.evaluate((one) => one.isConnected)),
  );
  payment.release();
  await visit.says('pay-invoice.open.title');
  await visit.payment.locator('[data-key="pay-invoice.continue"]').click();
  await visit.finish();
  assert.equal(visit.posts, 1);
  assert.equal(visit.heard('outcome'), 1);
}

async function isRefreshed(visit: Visit, { library }: Setting): Promise<void> {
  await visit.load('/');
  await visit.follow('/account');
  await visit.offers(first.amount);
  const before = await visit.payment.elementHandle();
  await visit.page.evaluate((node) => node?.closest('main')?.setAttribute('data-old', ''), before);
  const held = await visit.holdPayments();
  await visit.payButton.click();
  await held.waits();
  await visit.page.evaluate(library.refresh ?? '');
  await visit.page.locator('main:not([data-old])').waitFor();
  const isSame = await visit.payment.evaluate((one, other) => one === other, before);
  assert.equal(isSame, library.morphs ?? false);
  held.release();
  if (!library.morphs) {
    await visit.says('pay-invoice.open.title');
    await visit.payment.locator('[data-key="pay-invoice.continue"]').click();
  }
  await visit.finish();
  assert.equal(visit.posts, 1);
  assert.equal(visit.heard('redirect'), 1);
  assert.equal(visit.heard('outcome'), 1);
}

async function changesInvoice(visit: Visit, { library, changing }: Setting): Promise<void> {
  await paysThrough(visit);
  await visit.offered();
  await visit.page.evaluate(library.refresh ?? '');
  await visit.says('pay-invoice.registered');
  changing.invoice = second;
  await visit.page.evaluate(library.refresh ?? '');
  await visit.offers(second.amount);
  assert.ok(!(await visit.offered()).includes(first.number));
  await visit.pay();
  await until('it is confirmed', () => visit.heard('confirmed') > 1);
  visit.paidOnce(2);
}
