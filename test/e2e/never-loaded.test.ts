// In test:all: pages that are never read to their end, each waited for.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import { it } from '../support/limited.js';
import { config, invoice, MadePages, product } from './strict-pages.js';
import { forget, setStage, type SeenEvent, type Stage } from './support.js';

const made = new MadePages();
let stage: Stage;
/** Every event since the test began. */
let all: SeenEvent[] = [];
before(async () => {
  stage = await setStage({ inFrontOfSite: made.answer });
  // An advertisement that never answers keeps `load` away for as long as it likes.
  await stage.page.route('**/made/never*', () => {});
});
after(() => stage.close());
beforeEach(async () => {
  stage.demo.reset();
  made.clear();
  await stage.page.goto(`${stage.demo.url}/public/newspaper.css`);
  await forget(stage.page);
  stage.events();
  all = [];
});

const picture = '<img src="/made/never.png" width="1" height="1">';
const back = '?connect=pay-invoice~return~42~nexi~CO27409~7435367&status=cancelled';
/** Milliseconds: the moment for whoever is late, and some for the machine. */
const soon = 4_500;

async function open(body: string, query = ''): Promise<void> {
  const { page, demo } = stage;
  made.serve('/made/page', { body });
  await page.goto(`${demo.url}/made/page${query}`, { waitUntil: 'commit' });
}

/** Waits for an event; gives how often it came. */
async function heard(type: string, ms = soon): Promise<number> {
  const end = Date.now() + ms;
  let seen = 0;
  while (!seen && Date.now() < end) {
    await stage.page.waitForTimeout(50);
    all.push(...stage.events());
    seen = all.filter((event) => event.type === type).length;
  }
  return seen;
}

const isLoaded = () => stage.page.evaluate(() => document.readyState === 'complete');

describe('a page whose picture never answers', () => {
  for (const [name, element] of [
    ['the element that it is about', invoice()],
    ['an element about another invoice', invoice().replace('7435367', '7435366')],
    ['connect-outcome', '<connect-outcome></connect-outcome>'],
    ['the list', product('connect-invoices')],
  ] as const) {
    it(`is told what came back by ${name}`, async () => {
      await open(picture + config(stage.demo, element), back);
      assert.equal(await heard('connect-outcome'), 1);
      assert.equal(await isLoaded(), false);
      assert.equal(new URL(stage.page.url()).search, '');
    });
  }

  it('is told a wrong setting', async () => {
    await open(picture + invoice());
    assert.equal(await heard('connect-error'), 1);
    assert.equal(await isLoaded(), false);
  });

  it('is not told one that a later script has set within the moment', async () => {
    const set = `<script nonce="NONCE" type="module">
      import { configure } from '/dist/cdn/connect-elements.js';
      setTimeout(() => configure({ clientId: 'late', apiUrl: '/capi' }), 1_200);
    </script>`;
    await open(picture + invoice() + set);
    assert.equal(await heard('connect-load'), 1);
    assert.equal(await heard('connect-error', 2_500), 0);
    assert.equal(await isLoaded(), false);
  });
});

describe('a script that never answers', () => {
  it('keeps nothing from being told', async () => {
    const script = '<script nonce="NONCE" defer src="/made/never.js"></script>';
    await open(script + config(stage.demo, '<connect-outcome></connect-outcome>'), back);
    assert.equal(await heard('connect-outcome', 9_000), 1);
  });
});

describe('a script that keeps the events of the page to itself', () => {
  it('keeps what came back from being told for no longer than for whoever is late', async () => {
    const swallow = `<script nonce="NONCE">
      for (const type of ['DOMContentLoaded', 'load']) {
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }
    </script>`;
    await open(swallow + config(stage.demo, '<connect-outcome></connect-outcome>'), back);
    assert.equal(await heard('connect-outcome'), 1);
  });
});

describe('an arrival that nobody on the page can tell', () => {
  it('stays in the address, and is told by an element that comes later', async () => {
    await open('<main></main>', back);
    await stage.page.waitForTimeout(3_000);
    assert.equal(new URL(stage.page.url()).search, back);
    await stage.page.evaluate(
      (html) => {
        document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
      },
      config(stage.demo, '<connect-outcome></connect-outcome>'),
    );
    assert.equal(await heard('connect-outcome'), 1);
    assert.equal(new URL(stage.page.url()).search, '');
  });

  it('is told again after a reload when nobody has told it', async () => {
    await open('<main></main>', back);
    await stage.page.waitForTimeout(500);
    made.serve('/made/page', { body: config(stage.demo, invoice()) });
    await stage.page.reload();
    assert.equal(await heard('connect-outcome'), 1);
  });
});
