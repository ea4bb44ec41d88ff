import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { elementNames, type ElementName } from '../../demo/states/scenario.js';
import { bundledFonts, compare } from '../support/pictures.js';
import { fixedContext, openGallery, type Gallery } from '../support/states.js';
import { isWhole } from '../support/whole.js';

interface Look {
  readonly theme: string;
  readonly dir: string;
  readonly width: string;
}

/** What a picture is taken of: all states of one element, in each of these looks. */
const usual: Look = { theme: 'light', dir: 'ltr', width: '400' };
const all: Readonly<Record<string, Look>> = {
  light: usual,
  dark: { ...usual, theme: 'dark' },
  rtl: { ...usual, dir: 'rtl' },
  narrow: { ...usual, width: '320' },
};
const looks = isWhole ? all : { light: usual };
/** In part: those that an invoice is paid and a method is changed with. */
const some: readonly ElementName[] = ['pay-invoice', 'change-method', 'invoices', 'outcome'];

const fonts = await bundledFonts();
if (!fonts) {
  console.log('⚠ SKIPPED: pictures are taken with the bundled Chromium, for Linux on x64 only.');
}

/** The element's part of the index, with every frame in its state. */
async function openSheet(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({
    ...fixedContext,
    viewport: { width: 1700, height: 1200 },
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.addStyleTag({ content: 'header, h2 { display: none } main { width: 1648px }' });
  await page.evaluate(() => {
    document.querySelectorAll('[data-long]').forEach((figure) => figure.remove());
    document.querySelectorAll('iframe').forEach((frame) => (frame.loading = 'eager'));
  });
  return page;
}

/** Gives every frame another look in place: what an element is in does not depend on it. */
async function turn(page: Page, { theme, dir, width }: Look): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(
      // A frame that is loading may have no root yet.
      ({ contentDocument }) =>
        contentDocument?.querySelector('html')?.dataset['state'] === 'reached',
    ),
  );
  await page.evaluate(
    ([theme, dir, width]) => {
      document.querySelector('main')?.setAttribute('data-width', width);
      const frames = [...document.querySelectorAll('iframe')];
      for (const each of [document, ...frames.map((frame) => frame.contentDocument)]) {
        each?.documentElement.setAttribute('data-theme', theme);
        if (each !== document) each?.documentElement.setAttribute('dir', dir);
      }
    },
    [theme, dir, width] as const,
  );
  await seeAll(page);
}

/** Makes the window so high that nothing is left undrawn: rows far outside of it are. */
async function seeAll(page: Page): Promise<void> {
  for (let isSeen = false; !isSeen;) {
    const height = await page.evaluate(() => document.body.offsetHeight);
    await page.setViewportSize({ width: 1700, height: height + 100 });
    isSeen = await page.evaluate(async (before) => {
      // What is drawn in one frame changes heights, which are passed on in the next.
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
      const isFit = [...document.querySelectorAll('iframe')].every(
        ({ style, contentDocument }) =>
          style.height === `${contentDocument?.querySelector('html')?.offsetHeight}px`,
      );
      return isFit && document.body.offsetHeight === before;
    }, height);
  }
}

/** Labels of the states that stand where rows differ, the first of them first. */
function statesAt(page: Page, rows: ReadonlySet<number>): Promise<string[]> {
  return page.evaluate(
    (numbers) => {
      const top = document.querySelector('main')?.getBoundingClientRect().top ?? 0;
      return [...document.querySelectorAll('figure')]
        .filter((figure) => {
          const box = figure.getBoundingClientRect();
          return numbers.some((row) => row + top >= box.top && row + top <= box.bottom);
        })
        .map((figure) => figure.querySelector('figcaption')?.textContent ?? '');
    },
    [...rows],
  );
}

describe('every state looks as it did', { skip: !fonts, concurrency: 2 }, () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await openGallery(fonts);
  });
  after(() => gallery.close());

  for (const element of isWhole ? elementNames : some) {
    it(`connect-${element}, in ${Object.keys(looks).join(', ')}`, async () => {
      const page = await openSheet(gallery.browser, `${gallery.url}/states?element=${element}`);
      const wrong: string[] = [];
      for (const [name, look] of Object.entries(looks)) {
        await turn(page, look);
        const sheet = page.locator('main');
        const taken = await sheet.screenshot({ animations: 'disabled', caret: 'hide' });
        const found = compare(`${element}-${name}`, taken);
        if (!found) continue;
        const states = await statesAt(page, found.rows);
        wrong.push(`${found.told} First in: ${states.slice(0, 8).join(' · ')}`);
      }
      await page.context().close();
      assert.deepEqual(wrong, []);
    });
  }
});
