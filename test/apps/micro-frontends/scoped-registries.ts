import assert from 'node:assert/strict';
import { invoice, product } from '../../e2e/strict-pages.js';
import { MissingProgram } from '../place.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';

/** A shadow root with a registry of its own, in which the first copy's classes have the usual names. */
async function scoped(ground: Ground, content: string): Promise<string> {
  const classes = await ground.copies.bundle('first', 'classes');
  const html = `<connect-config ${ground.settings}>${content}</connect-config>`;
  return `<script type="module">
    import { ConnectConfig, ConnectInvoices, ConnectPayInvoice } from '${classes}';
    const customElementRegistry = new CustomElementRegistry();
    customElementRegistry.define('connect-config', ConnectConfig);
    customElementRegistry.define('connect-pay-invoice', ConnectPayInvoice);
    customElementRegistry.define('connect-invoices', ConnectInvoices);
    const root = document.querySelector('#scope').attachShadow({ mode: 'open', customElementRegistry });
    root.innerHTML = ${JSON.stringify(html)};
  </script>`;
}

async function open(ground: Ground, content: string, around = '', more = ''): Promise<void> {
  const settings = `<connect-config ${ground.settings}>${around}</connect-config>`;
  await ground.open(`<div id="scope"></div>${settings}`, more + (await scoped(ground, content)));
}

/** The versions of the elements inside and outside. */
const versionsOf = ({ page }: Ground) =>
  page.evaluate(() => {
    const scope = document.querySelector('#scope')?.shadowRoot;
    return [scope, document].map((root): unknown => {
      const found = root?.querySelector('connect-pay-invoice');
      return Reflect.get(found?.constructor ?? {}, 'version');
    });
  });

async function proveScope(ground: Ground, holds: Holds): Promise<void> {
  const { page, copies } = ground;
  const inside = () => ground.pay('connect-pay-invoice', page.locator('#scope'));
  const outside = () => ground.pay('body > connect-config > connect-pay-invoice');
  await holds(
    'an invoice is paid inside, and the page around has no element of that name',
    async () => {
      await open(ground, invoice());
      await inside().waitFor();
      assert.equal(await page.evaluate(() => customElements.get('connect-pay-invoice')), undefined);
      await ground.payAndReturn(inside());
    },
  );
  await holds(
    'another version has the same tag outside; nobody warns, and both are ready',
    async () => {
      await open(ground, invoice(), invoice(), ground.scripts(ground.file('second')));
      await inside().waitFor();
      await outside().waitFor();
      const { first, second } = copies.versions;
      assert.deepEqual(await versionsOf(ground), [first, second]);
      assert.deepEqual(ground.warnings(), []);
    },
  );
  await holds('both versions pressed for one invoice: one payment', async () => {
    await open(ground, invoice(), invoice(), ground.scripts(ground.file('second')));
    await inside().waitFor();
    await outside().waitFor();
    ground.stage.demo.sandbox.faults.set('payInvoice', { kind: 'latency', ms: 500 });
    await page.evaluate(() => {
      for (const root of [document.querySelector('#scope')?.shadowRoot, document]) {
        root?.querySelector('connect-pay-invoice')?.shadowRoot?.querySelector('button')?.click();
      }
    });
    await page.locator('#outcome-finished').waitFor();
    assert.equal(ground.payments(), 1);
  });
}

async function proveList(ground: Ground, holds: Holds): Promise<void> {
  const { page, copies } = ground;
  await holds(
    "`connect-invoices` inside lists, and offers no payment: it looks for `connect-pay-invoice` in the page's registry",
    async () => {
      await open(ground, product('connect-invoices'));
      await page.locator('connect-invoices [part=item]').first().waitFor();
      assert.equal(await ground.payRow().count(), 0);
    },
  );
  await holds('with one registered there, the list inside pays by that one', async () => {
    await open(ground, product('connect-invoices'), '', ground.scripts(ground.file('second')));
    await ground.payRow().click();
    const payment = page.locator('connect-invoices connect-pay-invoice');
    await ground.pay('connect-invoices connect-pay-invoice').waitFor();
    const version = await payment.evaluate((one): unknown =>
      Reflect.get(one.constructor, 'version'),
    );
    assert.equal(version, copies.versions.second);
    await ground.payAndReturn(ground.pay('connect-invoices connect-pay-invoice'));
  });
}

export const scopedRegistries = situation('Scoped registries', async (ground, holds) => {
  const hasScopes = await ground.page.evaluate(() => {
    try {
      return Boolean(new CustomElementRegistry());
    } catch {
      return false;
    }
  });
  if (!hasScopes) {
    const version = ground.stage.browser.version();
    throw new MissingProgram(`Chromium ${version} has no scoped registries; 146 and later have.`);
  }
  await proveScope(ground, holds);
  await proveList(ground, holds);
  return undefined;
});
