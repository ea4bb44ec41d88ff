// In test:all: how little a page moves while it loads, for each element and theme.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const styleSheet = '<link rel="stylesheet" href="/themes/reserve.css" />';
/** The demo's own panel fills itself; it is no part of a site. */
const noTools = '<style>aside { display: none }</style>';
const below = '<p id="below">What stands below the elements.</p>';

/** Pages of the newspaper, and the elements that they wait for. */
const pages = [
  ['/subscription', ['connect-payment-methods', 'connect-change-method']],
  ['/invoices', ['connect-invoices']],
  ['/invoices?pay=7435367', ['connect-pay-invoice']],
] as const;

/** Opens a page whose script and whose API take their time, and gives how far its parts were moved. */
async function shiftOf(path: string, tags: readonly string[], width: number, head: string) {
  const { demo, browser, page: loggedIn } = stage;
  const context = await browser.newContext({
    storageState: await loggedIn.context().storageState(),
    // Tall enough for everything to be seen: what moves below the fold does not count.
    viewport: { width, height: 3000 },
    // A page that the test answers has no address of this machine, from where it may ask this machine.
    permissions: ['local-network-access'],
  });
  const page = await context.newPage();
  await page.route(demo.url + path, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text())
      .replace('</head>', `${head}${noTools}</head>`)
      .replace('</main>', `${below}</main>`);
    await route.fulfill({ response: answer, body });
  });
  for (const slow of ['**/dist/cdn/*', `${demo.sandbox.apiUrl}/**`]) {
    await page.route(slow, async (route) => {
      await pause(300);
      await route.continue();
    });
  }
  await page.addInitScript(() => {
    const shifts: PerformanceEntry[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Reflect.set(window, 'shiftSum', () =>
      [...shifts, ...observer.takeRecords()]
        .map((entry) => Number(Reflect.get(entry, 'value')))
        .reduce((sum, value) => sum + value, 0),
    );
  });
  await page.goto(demo.url + path);
  for (const tag of tags) await page.locator(`${tag}:state(ready)`).waitFor();
  const sum = await page.evaluate(async () => {
    // What a frame has moved is told after it.
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
    const read: unknown = Reflect.get(window, 'shiftSum');
    return typeof read === 'function' ? Number(Reflect.apply(read, window, [])) : NaN;
  });
  await context.close();
  return sum;
}

describe('a page whose script and API take their time', () => {
  for (const [path, tags] of pages) {
    for (const width of [1280, 320]) {
      it(`does not move with reserve.css, and does without: ${path} at ${width} px`, async () => {
        assert.equal(await shiftOf(path, tags, width, styleSheet), 0);
        const without = await shiftOf(path, tags, width, '');
        assert.ok(without > 0, `${without} without the style sheet`);
      });
    }
  }
});

describe('what a site puts into an element', () => {
  /** The page at `/themes` with content in the slots, before any script has come. */
  async function shown(head: string) {
    const { demo, browser } = stage;
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.route(`${demo.url}/themes`, async (route) => {
      const answer = await route.fetch();
      const slotted = `<h2>Pay here</h2><p slot="finished">Thank you</p><i slot="icon-nexi">N</i>`;
      const body = (await answer.text())
        .replace(/<link rel="stylesheet" href="\/themes\/reserve.css" \/>/, head)
        .replace('></connect-pay-invoice>', `>${slotted}</connect-pay-invoice>`);
      await route.fulfill({ response: answer, body });
    });
    await page.goto(`${demo.url}/themes`);
    const text = await page.locator('connect-pay-invoice').innerText();
    await page.close();
    return text.match(/\w.*/g);
  }

  it('is not shown before its time with reserve.css, but for the heading', async () => {
    assert.deepEqual(await shown(styleSheet), ['Pay here']);
    assert.deepEqual(await shown(''), ['Pay here', 'Thank you', 'N']);
  });
});
