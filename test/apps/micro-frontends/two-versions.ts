import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { config, invoice, product } from '../../e2e/strict-pages.js';
import type { Copy } from './copies.js';
import { outcomesOf, type Ground } from './ground.js';
import { situation, type Holds } from './situation.js';
import { tags } from '../../handbook/names.js';
import { saying } from '../../support/saying.js';

/** How each copy comes to the page: the first of these is loaded first. */
const orders = [
  ['two script tags', 'first', 'script tag', 'second', 'script tag'],
  ['two script tags, the other way round', 'second', 'script tag', 'first', 'script tag'],
  ['a script tag, then a bundle', 'first', 'script tag', 'second', 'bundle'],
  ['a bundle, then a script tag', 'second', 'bundle', 'first', 'script tag'],
] as const;

type Kind = (typeof orders)[number][2 | 4];

const addressOf = (ground: Ground, copy: Copy, kind: Kind): Promise<string> =>
  kind === 'bundle'
    ? ground.copies.bundle(copy, 'define')
    : Promise.resolve(ground.copies.file(copy));

/** The versions that registered the tags, as the page's registry has them. */
const registered = (page: Page) =>
  page.evaluate(
    (names) => names.map((name): unknown => Reflect.get(customElements.get(name) ?? {}, 'version')),
    tags,
  );

/** Two elements about one invoice, of a copy each, and the scripts: the second's has a name of its own. */
async function both(ground: Ground): Promise<[body: string, head: string]> {
  const { url } = ground.stage.demo;
  const classes = url + (await ground.copies.bundle('second', 'classes'));
  const elements = invoice() + invoice().replaceAll('connect-pay-invoice', 'other-pay-invoice');
  const register = `<script type="module">
    import { ConnectPayInvoice } from '${classes}';
    customElements.define('other-pay-invoice', ConnectPayInvoice);
  </script>`;
  return [elements, ground.scripts(url + ground.file('first')) + register];
}

async function openBoth(ground: Ground): Promise<void> {
  const [elements, scripts] = await both(ground);
  await ground.open(config(ground.stage.demo, elements), scripts);
  await ready(ground.page, ground);
}

const ready = (within: Pick<Page, 'locator'>, ground: Ground) =>
  Promise.all(
    ['connect-pay-invoice', 'other-pay-invoice'].map((tag) => ground.pay(tag, within).waitFor()),
  );

/** Both buttons at the same moment, while the answer takes its time. */
async function pressBoth(ground: Ground, within: Locator): Promise<void> {
  ground.stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 500 });
  await within.evaluate((body) => {
    for (const one of body.querySelectorAll('connect-pay-invoice, other-pay-invoice')) {
      one.shadowRoot?.querySelector('button')?.click();
    }
  });
}

async function proveOrders(ground: Ground, holds: Holds): Promise<void> {
  const { versions } = ground.copies;
  for (const [title, one, kind, other, otherKind] of orders) {
    await holds(`${title}: the copy that comes first stays, and an invoice is paid`, async () => {
      const files = [await addressOf(ground, one, kind), await addressOf(ground, other, otherKind)];
      await ground.open(config(ground.stage.demo, invoice()), ground.scripts(...files));
      await ground.pay().waitFor();
      assert.deepEqual(
        await registered(ground.page),
        tags.map(() => versions[one]),
      );
      const warned = ground.warnings().filter((text) => text.includes('ignored'));
      assert.deepEqual(
        warned.sort(),
        tags.map((tag) => `${tag} ${versions[one]} ignored ${versions[other]}`),
      );
      await ground.payAndReturn();
    });
  }
}

async function provePayment(ground: Ground, holds: Holds): Promise<void> {
  const { page } = ground;
  await holds('one invoice in an element of each copy, both pressed: one payment', async () => {
    await openBoth(ground);
    await pressBoth(ground, page.locator('body'));
    await page.locator('#outcome-finished').waitFor();
    assert.equal(ground.payments(), 1);
    const left = ground.stage.events().filter(({ type }) => type === 'connect-redirect');
    assert.equal(left.length, 1);
  });
  await holds('what came back is told once, and both elements say that it is paid', async () => {
    await openBoth(ground);
    await ground.pay('other-pay-invoice').click();
    await page.click('#outcome-finished');
    for (const tag of ['connect-pay-invoice', 'other-pay-invoice']) {
      await page.locator(tag).locator(saying('pay-invoice.registered')).waitFor();
    }
    ground.assertPaidOnce();
  });
  await holds(
    'a cancelled payment is told by the copy that looked first; an element of the other offers to continue it',
    async () => {
      await openBoth(ground);
      await ground.pay('other-pay-invoice').click();
      await page.click('#outcome-cancelled');
      await page
        .locator('connect-pay-invoice')
        .locator(saying('pay-invoice.unconfirmed.cancelled.title'))
        .first()
        .waitFor();
      await page
        .locator('other-pay-invoice')
        .locator(saying('pay-invoice.open.title'))
        .first()
        .waitFor();
      assert.deepEqual(outcomesOf(ground.stage.events()), ['cancelled']);
    },
  );
}

/** Where there is neither a lock nor storage, each copy knows of its own elements alone. */
async function proveOpaque(ground: Ground, holds: Holds): Promise<void> {
  await holds(
    'in a sandboxed frame without an origin of its own there are no locks: both pressed are two requests',
    async () => {
      const { page, stage } = ground;
      const [elements, scripts] = await both(ground);
      const token = `token="${await stage.demo.sandbox.accessToken()}"`;
      const settings = ground.settings.replace('token-url="/token"', token);
      const body = `<connect-config ${settings}>${elements}</connect-config>`;
      const stay = `addEventListener('connect-redirect', (event) => event.preventDefault());`;
      ground.serve('/inner', body, `<script>${stay}</script>${scripts}`);
      await ground.open('<iframe src="/inner" sandbox="allow-scripts" height="900"></iframe>');
      const inner = page.frameLocator('iframe');
      await ready(inner, ground);
      await pressBoth(ground, inner.locator('body'));
      await inner.locator(saying('pay-invoice.leaving.by-hand')).nth(1).waitFor();
      assert.equal(ground.payments(), 2);
    },
  );
}

async function proveShared(ground: Ground, holds: Holds): Promise<void> {
  const { page, stage } = ground;
  await holds('each copy asks for a token of its own, and for what both show', async () => {
    const lists = product('connect-payment-methods').repeat(2) + product('connect-change-method');
    const files = [ground.file('first', 'payment-methods'), ground.file('second')];
    await ground.open(config(stage.demo, lists), ground.scripts(...files));
    await page.locator('connect-change-method [part=item]').first().waitFor();
    await page.locator('connect-payment-methods [part=item]').last().waitFor();
    const asked = ground.requests().filter((path) => /\/token$|\/product\/payment\//.test(path));
    const reads = asked.filter((path) => path !== '/token');
    assert.deepEqual([asked.length, reads.length], [4, 2]);
  });
  await holds("configure() reaches its own copy's elements, and no other's", async () => {
    const bundle = await ground.copies.bundle('second', 'define');
    const files = [ground.file('first', 'pay-invoice'), bundle];
    await ground.open(invoice() + product('connect-payment-methods'), ground.scripts(...files));
    await page.locator(saying('pay-invoice.load.error.config')).waitFor();
    await page.locator(saying('payment-methods.load.error.config')).waitFor();
    const { apiUrl, loginUrl, client } = stage.demo.sandbox;
    const settings = { apiUrl, loginUrl, clientId: client.id, tokenUrl: '/token' };
    const content = `import { configure } from '${bundle}'; configure(${JSON.stringify(settings)});`;
    await page.addScriptTag({ type: 'module', content });
    await page.locator('connect-payment-methods [part=item]').first().waitFor();
    await page
      .locator('connect-pay-invoice')
      .locator(saying('pay-invoice.load.error.config'))
      .waitFor();
  });
}

export const twoVersions = situation('Two versions on one page', async (ground, holds) => {
  await proveOrders(ground, holds);
  await provePayment(ground, holds);
  await proveOpaque(ground, holds);
  await proveShared(ground, holds);
  return undefined;
});
