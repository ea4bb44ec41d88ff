import assert from 'node:assert/strict';
import { decodeObject } from '../../../src/api/decode.js';
import { first } from './pages.js';
import type { Sentence, Setting } from './sentence.js';
import { until, type Visit } from './visit.js';

/** Pages that the library has kept. */
export const kept: readonly Sentence[] = [
  ['never offers from a page that was kept what another tab has paid', staysPaid],
  ['sends nothing from a page that was kept for what was paid elsewhere', asksFirst],
  ['has no token in what is kept of a page', keepsNoToken],
  ['shows from a kept page with a token in it what the handbook says', keepsGivenToken],
  [
    'has the elements from a page that alone has their script, if the library runs it',
    bringsScript,
  ],
];

/** The page with the invoice has been seen and left, and is kept by whoever keeps pages. */
async function leaveUnpaid(visit: Visit): Promise<void> {
  await visit.load('/');
  await visit.follow('/account');
  await visit.offers(first.amount);
  await visit.follow('/');
}

async function staysPaid(visit: Visit): Promise<void> {
  await leaveUnpaid(visit);
  const other = await visit.another();
  await other.load('/account');
  await other.pay();
  await visit.page.bringToFront();
  await visit.offered();
  await visit.go(-1, '/account');
  await visit.payment.locator('[part~="message"]').first().waitFor();
  await visit.follow('/');
  await visit.follow('/account');
  await visit.payment.locator('[part~="message"]').first().waitFor();
  assert.deepEqual(await visit.offered(), []);
  visit.paidOnce();
}

async function asksFirst(visit: Visit): Promise<void> {
  await leaveUnpaid(visit);
  await payElsewhere(visit);
  await visit.go(-1, '/account');
  await visit.payButton.click();
  await visit.says('pay-invoice.already.title');
  assert.equal(visit.posts, 1);
  assert.equal(visit.heard('transaction'), 0);
}

/** On another machine of the reader's, of which this browser knows nothing. */
async function payElsewhere({ site }: Visit): Promise<void> {
  const { sandbox } = site;
  const answer = await fetch(`${sandbox.apiUrl}/v1/api/payment/invoice`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await sandbox.accessToken()}`,
      Accept: 'application/json',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      invoiceNumber: first.number,
      productCode: 'CO27409',
      companyCode: '5646903690',
      paymentMethod: 'nexi',
    }),
  });
  const { transactionId } = decodeObject(await answer.json());
  sandbox.complete(Number(transactionId), 'finished');
}

async function keepsNoToken(visit: Visit, { library }: Setting): Promise<void> {
  await visit.load('/');
  await visit.follow('/account');
  await visit.offers(first.amount);
  // What the press has to know is read by then, with a token.
  await visit.payment.locator('label', { hasText: 'Swish' }).click();
  await until('there is a token', () => visit.site.token() !== '');
  await visit.follow('/');
  const token = visit.site.token();
  const stored = await visit.page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      { ...sessionStorage },
      { ...localStorage },
      history.state,
    ]),
  );
  const kept = await visit.kept(library, '/account');
  if (library.keeps.what !== 'nothing') assert.match(kept, /connect-pay-invoice/);
  assert.ok(!`${stored} ${kept}`.includes(token));
}

/** The attribute `token` is in the HTML that a server sends, and in no DOM. */
async function keepsGivenToken(visit: Visit, { library }: Setting): Promise<void> {
  await visit.load('/');
  await visit.follow('/given');
  await visit.offers(first.amount);
  await visit.follow('/');
  const { what } = library.keeps;
  const kept = await visit.kept(library, '/given');
  assert.equal(/ token="ey/.test(kept), what === 'HTML', kept);
  await visit.go(-1, '/given');
  if (what === 'DOM') await visit.says('pay-invoice.load.error.config');
  else await visit.offers(first.amount);
}

async function bringsScript(visit: Visit, { library }: Setting): Promise<void> {
  await visit.load('/without');
  await visit.follow('/account');
  if (library.runsScripts) return visit.offers(first.amount);
  const isDefined = () => visit.page.evaluate(() => !!customElements.get('connect-pay-invoice'));
  await visit.page.waitForTimeout(500);
  assert.equal(await isDefined(), false);
  await visit.page.reload();
  await visit.offers(first.amount);
}
