// In test:all: how the six themes look.
import { english } from '../unit/english.js';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import { themes } from '../../demo/themes/page.js';
import { it } from '../support/limited.js';
import { launch } from './support.js';

let demo: Demo;
let browser: Browser;
before(async () => {
  demo = await startDemo();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await demo.close();
});

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const back = (invoice: string, status: string) =>
  `connect=pay-invoice~return~4711~vippsEcommerce~CO27409~${invoice}&status=${status}`;

/** The page under a theme, with an outcome, a refusal, an overdue invoice and an open payment on it. */
async function open(
  theme: string,
  colorScheme: 'light' | 'dark' = 'light',
  query = '',
): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 800, height: 3000 } });
  await page.clock.install();
  await page.goto(`${demo.url}/themes?theme=${theme}&${query || back('7435301', 'finished')}`);
  await page.locator('connect-agreements [part=item] button').last().waitFor();
  await page.locator('connect-outcome [part=message]').waitFor();
  return page;
}

async function refuse(page: Page): Promise<void> {
  await page.locator('connect-pay-invoice').first().locator('button').click();
  await page.locator('connect-pay-invoice [part=message]').waitFor();
}

/** A colour of an element's part, and what it stands before. */
const pairs = [
  ['connect-pay-invoice', 'button', 'background-color'],
  ['connect-pay-invoice', '[part=item]:has(:checked)', 'box-shadow'],
  ['connect-pay-invoice', 'svg', 'stroke'],
  ['connect-outcome', '[part=message]', 'border-inline-start-color'],
  ['connect-outcome', '[part=message]', 'outline-color'],
  ['connect-pay-invoice', '[part=message]', 'border-inline-start-color'],
  ['connect-agreements', '[part=item] button', 'border-top-color'],
  ['connect-agreements', '.view > div > button', 'border-top-color'],
] as const;

describe('a theme', () => {
  for (const theme of themes) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`has the contrast of WCAG AA: ${theme}, ${scheme}`, async () => {
        const page = await open(theme, scheme);
        await refuse(page);
        await page.locator('connect-invoices button').first().click();
        await page.addScriptTag({ path: axe });
        const { violations, passes } = await page.evaluate<AxeResults>(
          `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })`,
        );
        const told = violations.flatMap(({ id, nodes }) =>
          nodes.map((node) => `${id} ${String(node.target)} ${node.failureSummary ?? ''}`),
        );
        assert.deepEqual(told, []);
        const seen = passes.find(({ id }) => id === 'color-contrast')?.nodes.length ?? 0;
        assert.ok(seen > 25, `the contrast of ${seen} texts was looked at`);
        const low = (await controls(page)).filter(({ ratio }) => !(ratio >= 3));
        assert.deepEqual(low, []);
        await page.close();
      });
    }
  }
});

/** How the lines of controls stand out from the page. */
async function controls(page: Page): Promise<{ what: string; ratio: number }[]> {
  const seen = await page.evaluate((wanted) => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return wanted.map(([tag, selector, property]) => {
      const found = document.querySelector(tag)?.shadowRoot?.querySelector(selector);
      const value = found ? getComputedStyle(found).getPropertyValue(property) : '';
      return { what: `${tag} ${selector} ${property}: ${value}`, ground, value };
    });
  }, pairs);
  return seen.map(({ what, ground, value }) => ({ what, ratio: contrast(ground, value) }));
}

/** WCAG 2.2, "contrast ratio", of two computed colours; NaN when one of them is none. */
function contrast(...colors: string[]): number {
  const [light = NaN, dark = NaN] = colors
    .map((color) => {
      const [, ...channels] = /rgb\((\d+), (\d+), (\d+)\)/.exec(color) ?? [];
      const [red = NaN, green = NaN, blue = NaN] = channels.map((channel) => {
        const part = Number(channel) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

type Place = readonly [tag: string, selector: string, property: string, computed?: string];

/** A value for each token, and where it is to be seen. */
const tokens: readonly (readonly [name: string, value: string, places: readonly Place[]])[] = [
  [
    'color-text',
    'rgb(1, 2, 3)',
    [
      ['connect-pay-invoice', 'h2', 'color'],
      ['connect-pay-invoice', '[part=item]', 'color'],
      ['connect-pay-invoice', 'svg', 'stroke'],
      ['connect-agreements', '[part=button]', 'color'],
      ['connect-invoices', 'a', 'color'],
      ['connect-invoices connect-pay-invoice', '[part=item]', 'color'],
      ['connect-outcome', '[part=message]', 'color'],
    ],
  ],
  [
    'color-muted',
    'rgb(1, 2, 3)',
    [
      ['connect-payment-methods', 'i', 'color'],
      ['connect-invoices', '[part=label] [part=description]', 'color'],
    ],
  ],
  [
    'color-surface',
    'rgb(1, 2, 3)',
    [
      ['connect-pay-invoice', '[part=item]', 'background-color'],
      ['connect-outcome', '[part=message]', 'background-color'],
      ['connect-agreements', '[part=item]', 'background-color'],
    ],
  ],
  [
    'color-border',
    'rgb(1, 2, 3)',
    [
      ['connect-pay-invoice', '[part=item]', 'border-top-color'],
      ['connect-outcome', '[part=message]', 'border-top-color'],
    ],
  ],
  [
    'color-accent',
    'rgb(1, 2, 3)',
    [
      ['connect-pay-invoice', '[part=button]', 'background-color'],
      ['connect-pay-invoice', '[part=item]:has(:checked)', 'box-shadow'],
      ['connect-pay-invoice', 'input', 'accent-color'],
      ['connect-payment-methods', '[aria-current]', 'box-shadow'],
      ['connect-agreements', '[part=button]', 'border-top-color'],
      ['connect-outcome', '[part=message]', 'outline-color'],
    ],
  ],
  ['color-on-accent', 'rgb(1, 2, 3)', [['connect-pay-invoice', '[part=button]', 'color']]],
  [
    'color-danger',
    'rgb(1, 2, 3)',
    [
      ['connect-invoices', '.danger', 'color'],
      ['connect-pay-invoice', '[part=message]', 'border-inline-start-color'],
    ],
  ],
  [
    'color-success',
    'rgb(1, 2, 3)',
    [['connect-outcome', '[part=message]', 'border-inline-start-color']],
  ],
  ['color-focus', 'rgb(1, 2, 3)', [['connect-outcome', '[part=message]', 'outline-color']]],
  [
    'font',
    '700 21px/2 monospace',
    [
      ['connect-pay-invoice', '[part=item]', 'font', '700 21px / 42px monospace'],
      ['connect-pay-invoice', '[part=button]', 'font', '700 21px / 42px monospace'],
      ['connect-outcome', '[part=message]', 'font', '700 21px / 42px monospace'],
    ],
  ],
  [
    'radius',
    '13px',
    [
      ['connect-pay-invoice', '[part=item]', 'border-top-left-radius'],
      ['connect-pay-invoice', '[part=button]', 'border-top-left-radius'],
      ['connect-outcome', '[part=message]', 'border-top-left-radius'],
    ],
  ],
  [
    'space',
    '23px',
    [
      ['connect-pay-invoice', 'section', 'row-gap'],
      ['connect-pay-invoice', '[part=list]', 'row-gap'],
      ['connect-pay-invoice', '[part=item]', 'column-gap'],
      ['connect-pay-invoice', '[part=item]', 'padding-inline-end'],
      ['connect-outcome', '[part=message]', 'padding-inline-end'],
      ['connect-pay-invoice', '[part=button]', 'padding-inline-end'],
    ],
  ],
  [
    'border-width',
    '5px',
    [
      ['connect-pay-invoice', '[part=item]', 'border-top-width'],
      ['connect-pay-invoice', '[part=button]', 'border-top-width'],
      ['connect-outcome', '[part=message]', 'border-top-width'],
    ],
  ],
  [
    'icon-size',
    '37px',
    [
      ['connect-pay-invoice', 'svg', 'width'],
      ['connect-agreements', 'svg', 'height'],
    ],
  ],
  [
    'control-height',
    '71px',
    [
      ['connect-pay-invoice', '[part=item]', 'min-height'],
      ['connect-pay-invoice', '[part=button]', 'min-height'],
    ],
  ],
];

describe('a token', () => {
  for (const [name, value, places] of tokens) {
    it(`has an effect wherever it should: ${name}`, async () => {
      const page = await open('none');
      // The focus is where the outcome is told, and then where the choice begins.
      const read = ([tag, selector, property]: Place) =>
        page
          .locator(tag)
          .first()
          .locator(selector)
          .first()
          .evaluate((found, wanted) => getComputedStyle(found).getPropertyValue(wanted), property);
      const style = { content: `:root { --connect-${name}: ${value} }` };
      const before = await read(['connect-outcome', '[part=message]', 'outline-color']);
      assert.notEqual(before, value);
      await page.addStyleTag(style);
      for (const place of places) {
        if (place[0].endsWith('pay-invoice') && place[1] === '[part=message]') await refuse(page);
        if (place[0].includes(' ')) await page.locator('connect-invoices button').first().click();
        const computed = await read(place);
        const expected = place[3] ?? value;
        assert.ok(computed.includes(expected), `${place.join(' ')} is ${computed}`);
      }
      await page.close();
    });
  }
});

describe('an outcome on paper', () => {
  /** What the boxes of an element's button and texts are in print. */
  async function printed(invoice: string, status: string) {
    const page = await open('dark', 'light', back(invoice, status));
    const outcome = page.locator('connect-outcome');
    // The server is asked again for ten minutes.
    for (let second = 0; second < 640; second++) await page.clock.runFor(1000);
    await outcome
      .locator('p[part=description]')
      .filter({ hasText: /registered|Transaction/ })
      .waitFor();
    const onScreen = await outcome.locator('button').count();
    await page.emulateMedia({ media: 'print' });
    const message = outcome.locator('[part=message]');
    const style = await message.evaluate((element) => {
      const { borderInlineStartWidth, color, outlineStyle } = getComputedStyle(element);
      return { borderInlineStartWidth, color, outlineStyle };
    });
    const buttons = await page.locator('button:visible').count();
    const text = await message.innerText();
    await page.close();
    return { onScreen, buttons, text: text.match(/\S.*/g), ...style };
  }

  it('has its transaction and its border, in dark text, and neither buttons nor a focus ring', async () => {
    assert.deepEqual(await printed('7435301', 'finished'), {
      onScreen: 1,
      buttons: 0,
      text: [
        english('pay-invoice.registered', { number: '7435301' }),
        'Invoice 7435301 · Transaction 4711',
      ],
      borderInlineStartWidth: '6px',
      color: 'rgb(0, 0, 0)',
      outlineStyle: 'none',
    });
  });

  it('says that a payment is not registered, without the button to ask again', async () => {
    const { onScreen, buttons, text } = await printed('7435368', 'unknown');
    assert.deepEqual({ onScreen, buttons }, { onScreen: 2, buttons: 0 });
    assert.deepEqual(text, [
      english('pay-invoice.unconfirmed.unknown.title'),
      english('pay-invoice.unconfirmed.unknown.body', { number: '7435368' }),
    ]);
  });
});
