import assert from 'node:assert/strict';
import { invoice, product } from '../../e2e/strict-pages.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';

const styles = `<style>
  news-pay-invoice::part(button) { background: rgb(1, 2, 3); }
  news-pay-invoice:state(ready) { outline: 3px solid rgb(4, 5, 6); }
</style>`;

/** Registers classes under names of the site's own; `rest` is a script that follows. */
async function registration(ground: Ground, rest = ''): Promise<string> {
  const classes = await ground.copies.bundle('first', 'classes');
  return `${styles}<script type="module">
    import { ConnectConfig, ConnectInvoices, ConnectPayInvoice } from '${classes}';
    const define = (name, base) => customElements.define(name, class extends base {});
    ${rest || "define('news-config', ConnectConfig);"}
    define('news-pay-invoice', ConnectPayInvoice);
    define('news-invoices', ConnectInvoices);
  </script>`;
}

const renamed = (content: string) => content.replaceAll('connect-', 'news-');

async function open(ground: Ground, content: string, rest = ''): Promise<void> {
  const body = renamed(`<connect-config ${ground.settings}>${content}</connect-config>`);
  await ground.open(body, await registration(ground, rest));
}

async function proveElements(ground: Ground, holds: Holds): Promise<void> {
  const { page } = ground;
  await holds('an invoice is paid by `news-pay-invoice` inside `news-config`', async () => {
    await open(ground, invoice());
    await ground.payAndReturn(ground.pay('news-pay-invoice'));
  });
  await holds(
    'the events keep their names, and come from the element of the new name',
    async () => {
      await open(ground, '');
      await page.locator('news-config').evaluate((config, html) => {
        document.addEventListener('connect-load', (event) => {
          const name = event.target instanceof Element && event.target.localName;
          Reflect.set(window, 'seen', [name, event.detail]);
        });
        config.innerHTML = html;
      }, renamed(invoice()));
      await page.waitForFunction((): unknown => Reflect.get(window, 'seen'));
      const seen: unknown = await page.evaluate((): unknown => Reflect.get(window, 'seen'));
      assert.deepEqual(seen, ['news-pay-invoice', { flow: 'pay-invoice', count: 4 }]);
    },
  );
  await holds('parts and states are styled by the new name', async () => {
    await open(ground, invoice());
    await ground.pay('news-pay-invoice').waitFor();
    const [button, host] = await page.locator('news-pay-invoice').evaluate((element) => {
      const inner = element.shadowRoot?.querySelector('button');
      return [
        inner && getComputedStyle(inner).backgroundColor,
        getComputedStyle(element).outlineColor,
      ];
    });
    assert.deepEqual([button, host], ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
  });
  await holds('it is a form control', async () => {
    await open(ground, `<form>${invoice('name="method"')}</form>`);
    await ground.pay('news-pay-invoice').waitFor();
    const method = await page.evaluate(() => {
      const form = document.querySelector('form');
      return form && new FormData(form).get('method');
    });
    assert.equal(method, 'creditcardPayex');
  });
}

async function proveLimits(ground: Ground, holds: Holds): Promise<void> {
  const { page } = ground;
  const rows = page.locator('news-invoices [part=item]');
  await holds(
    '`news-invoices` lists, and offers no payment: it pays with `connect-pay-invoice`, which nobody defined',
    async () => {
      await open(ground, product('connect-invoices'));
      await rows.first().waitFor();
      assert.equal(await ground.payRow('news-invoices').count(), 0);
    },
  );
  await holds('with `connect-pay-invoice` beside it, it pays in place', async () => {
    const define = `define('connect-pay-invoice', ConnectPayInvoice);`;
    await open(
      ground,
      product('connect-invoices'),
      `define('news-config', ConnectConfig);${define}`,
    );
    await ground.payRow('news-invoices').click();
    await ground.payAndReturn(ground.pay('news-invoices connect-pay-invoice'));
  });
  await holds(
    'settings under another name reach an element that was defined before them',
    async () => {
      const late = `setTimeout(() => define('news-config', ConnectConfig), 500);`;
      await open(ground, invoice(), late);
      await page.evaluate(() => customElements.whenDefined('news-config'));
      await ground.pay('news-pay-invoice').waitFor();
    },
  );
  await holds('a class that is registered as it is, not extended, has no second name', async () => {
    const twice = `try {
        customElements.define('one-config', ConnectConfig);
        customElements.define('two-config', ConnectConfig);
      } catch (error) { document.title = error.name; }`;
    await open(ground, '', twice);
    await page.waitForFunction(() => document.title === 'NotSupportedError');
  });
}

export const ownNames = situation("A tag of the site's own", async (ground, holds) => {
  await proveElements(ground, holds);
  await proveLimits(ground, holds);
  return undefined;
});
