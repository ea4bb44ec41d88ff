import assert from 'node:assert/strict';
import type { Site } from './site.js';
import { publish, type Visitor } from './visitor.js';
import type { TextKey } from '../../../src/i18n/keys.js';
import { saying } from '../../support/saying.js';

const tags = ['connect-invoices', 'connect-due'];
const invoice = 'invoice-number="7435367" product-code="CO27409" company-code="5646903690"';

/** What opens a payment in an element that has none of its own. */
const openers: Readonly<Record<string, TextKey>> = {
  'connect-invoices': 'invoices.pay',
  'connect-due': 'pay-invoice.action',
};

/** From the button to the provider and back, until the server says that it is paid. */
export async function pay({ page }: Visitor, tag = 'connect-pay-invoice'): Promise<void> {
  const opener = openers[tag];
  if (opener) await page.locator(tag).locator(saying(opener)).first().click();
  await page.locator('connect-pay-invoice').locator(saying('pay-invoice.action')).first().click();
  // The login server has a session of its own.
  const provider = page.locator('#outcome-finished');
  await page.locator('#login').or(provider).waitFor();
  if (await page.locator('#login').isVisible()) await page.click('#login');
  await provider.click();
  await page.locator(tag).locator(saying('pay-invoice.registered')).waitFor();
}

/** A subscriber's way through an article with an element, in each way that an author has to place one. */
export async function provePayment({ proof, sandbox, wordpress, token, as }: Site): Promise<void> {
  const { origin } = wordpress;
  const author = await as('author');
  const articles = {
    'a shortcode': `[connect_pay_invoice ${invoice}]<h2>Your invoice</h2>[/connect_pay_invoice]`,
    'a link that the theme replaces': `<a href="/" data-connect="pay-invoice" data-${invoice.replaceAll(' ', ' data-')}>Pay</a>`,
    'a div that the theme replaces': `<div data-connect="invoices" data-product-code="CO27409"></div>`,
    'a strip that says what is due': `[connect_due product-code="CO27409"]`,
    'a strip that the theme places': `<p data-connect="due" data-product-code="CO27409"></p>`,
  };
  for (const [name, content] of Object.entries(articles)) {
    const kari = await as('kari');
    await proof.holds(`an invoice is paid by ${name} of an author`, async () => {
      sandbox.reset();
      await kari.page.goto(await publish(author, origin, content));
      await pay(
        kari,
        tags.find((tag) => content.includes(tag.slice('connect-'.length))),
      );
      const paid = sandbox.requests.filter(({ operationId }) => operationId === 'payInvoice');
      assert.equal(paid.length, 1);
    });
    await proof.holds(`no page could read a token on the way through ${name}`, async () => {
      const seen = await kari.seen();
      assert.ok(seen.includes('7435367'), 'the answers were looked at');
      for (const part of token.split('.')) assert.ok(!seen.includes(part));
    });
    await kari.context.close();
  }
  await proof.holds('writes the same for every reader, so that a page may be kept', async () => {
    const article = await publish(author, origin, articles['a shortcode']);
    const readers = [await as('kari'), await as('ola')];
    const sources = await Promise.all([
      fetch(article).then((answer) => answer.text()),
      ...readers.map(async ({ context }) => (await context.request.get(article)).text()),
    ]);
    const parts = sources.map(
      (html) => /<div class="connect-elements">[^]*?<\/div>/.exec(html)?.[0],
    );
    assert.match(String(parts[0]), /<connect-config [^]*<connect-pay-invoice /);
    assert.deepEqual(new Set(parts).size, 1);
    await Promise.all(readers.map(({ context }) => context.close()));
  });
  await proof.holds('tells somebody without a token that they are not logged in', async () => {
    const ola = await as('ola');
    await ola.page.goto(await publish(author, origin, `[connect_invoices product-code="CO27409"]`));
    await ola.page.locator('connect-invoices:state(failed)').waitFor();
    await ola.page
      .locator('connect-invoices')
      .locator(saying('invoices.load.error.unauthorized'))
      .waitFor();
    await ola.context.close();
  });
  await author.context.close();
}
