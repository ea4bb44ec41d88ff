import type { TextKey } from '../../../src/i18n/keys.js';
import { saying } from '../../support/saying.js';
import assert from 'node:assert/strict';
import { invoice, product } from '../../e2e/strict-pages.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';

/** Keeps `innermost` for the test, which could not look into a closed root; `seen` is what the document heard. */
const panels = (content: string) => `<script type="module">
  customElements.define('news-panel', class extends HTMLElement {
    constructor() {
      super();
      window.innermost = this.attachShadow({ mode: 'closed' });
      window.innermost.innerHTML = ${JSON.stringify(content)};
    }
  });
  customElements.define('news-account', class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML = '<news-panel></news-panel>';
    }
  });
  document.addEventListener('connect-load', (event) => {
    window.seen = [event.target.localName, event.composedPath()[0].localName, event.detail];
  });
</script>`;

/** An element in a closed root in an open one; `isInside` puts its settings there too. */
async function open(
  ground: Ground,
  content: string,
  isInside = false,
  scripts = ground.scripts(ground.file('first')),
): Promise<void> {
  const around = (inner: string) => `<connect-config ${ground.settings}>${inner}</connect-config>`;
  const account = '<news-account></news-account>';
  const body = isInside ? account : around(account);
  await ground.open(body, panels(isInside ? around(content) : content) + scripts);
}

/** The same as a test does elsewhere with locators, which closed roots keep out. */
async function press(
  { page }: Ground,
  tag: string,
  key: TextKey = 'pay-invoice.action',
): Promise<void> {
  const given = [tag, saying(key)] as const;
  await page.waitForFunction(([name, selector]) => {
    const root: unknown = Reflect.get(window, 'innermost');
    const found = root instanceof ShadowRoot ? root.querySelector(name) : undefined;
    const button = found?.shadowRoot?.querySelector<HTMLElement>(selector);
    button?.click();
    return button;
  }, given);
}

async function saysKey({ page }: Ground, tag: string, key: TextKey): Promise<void> {
  const given = [tag, saying(key)] as const;
  await page.waitForFunction(([name, selector]) => {
    const root: unknown = Reflect.get(window, 'innermost');
    const found = root instanceof ShadowRoot ? root.querySelector(name) : undefined;
    return found?.shadowRoot?.querySelector(selector);
  }, given);
}

async function says({ page }: Ground, tag: string, text: string, isThere = true): Promise<void> {
  const given = [tag, text, isThere] as const;
  await page.waitForFunction(([name, words, isWanted]) => {
    const root: unknown = Reflect.get(window, 'innermost');
    const found = root instanceof ShadowRoot ? root.querySelector(name) : undefined;
    return found?.shadowRoot?.textContent.includes(words) === isWanted;
  }, given);
}

async function payAndReturn(ground: Ground): Promise<void> {
  await press(ground, 'connect-pay-invoice');
  await ground.page.click('#outcome-finished');
  await saysKey(ground, 'connect-pay-invoice', 'pay-invoice.registered');
  ground.assertPaidOnce();
}

async function prove(ground: Ground, holds: Holds): Promise<undefined> {
  const { page } = ground;
  await holds('an invoice is paid inside a closed root inside an open one', async () => {
    await open(ground, invoice(), true);
    await payAndReturn(ground);
  });
  await holds('settings outside both reach it', async () => {
    await open(ground, invoice());
    await payAndReturn(ground);
  });
  await holds('settings outside that are defined later reach it too', async () => {
    const late = `<script>
      addEventListener('connect-error', () => import('${ground.file('first', 'config')}'));
    </script>`;
    await open(
      ground,
      invoice(),
      false,
      ground.scripts(ground.file('first', 'pay-invoice')) + late,
    );
    await payAndReturn(ground);
    assert.ok(ground.warnings().some((text) => text.includes('client-id')));
  });
  await holds(
    'the document hears its events: from the outermost host, with all they carry',
    async () => {
      await open(ground, invoice());
      await page.waitForFunction((): unknown => Reflect.get(window, 'seen'));
      assert.deepEqual(await page.evaluate((): unknown => Reflect.get(window, 'seen')), [
        'news-account',
        'news-panel',
        { flow: 'pay-invoice', count: 4 },
      ]);
    },
  );
  await holds('a list inside is read again when the payment is confirmed', async () => {
    await open(ground, product('connect-invoices') + invoice());
    await says(ground, 'connect-invoices', '7435367');
    await press(ground, 'connect-pay-invoice');
    await page.click('#outcome-finished');
    await saysKey(ground, 'connect-pay-invoice', 'pay-invoice.registered');
    await page.waitForFunction(() => {
      const root: unknown = Reflect.get(window, 'innermost');
      const list = root instanceof ShadowRoot ? root.querySelector('connect-invoices') : undefined;
      const rows = [...(list?.shadowRoot?.querySelectorAll('[part=item]') ?? [])];
      return rows.some(({ textContent }) => /7435367[^]*Paid/.test(textContent));
    });
  });
  await holds(
    'after an agreement was added inside a closed root, the next one is offered',
    async () => {
      const offer = 'add-agreement.action';
      await open(ground, product('connect-agreements'));
      await saysKey(ground, 'connect-agreements', offer);
      await press(ground, 'connect-agreements', offer);
      await page.click('#outcome-finished');
      await says(ground, 'connect-agreements', 'agr-1');
      await saysKey(ground, 'connect-agreements', offer);
    },
  );
  return undefined;
}

export const shadowRoots = situation('Nested shadow roots', prove);
