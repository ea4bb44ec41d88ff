import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { elementNames, type ElementName, type Scenario } from '../../demo/states/scenario.js';
import { findScenario, scenariosOf } from '../../demo/states/scenarios/index.js';
import { addEngines, readByAce, readByAxe } from '../support/accessibility-engines.js';
import { addEye, moving, smallTargets, unfitting, unseenControls } from '../support/page-shape.js';
import { openGallery, visit, withPages, type Gallery } from '../support/states.js';
import { isWhole } from '../support/whole.js';

/** What was found in one state. */
interface Findings {
  /** By the engines, in each look. */
  readonly engines: readonly string[];
  readonly unfitting: readonly string[];
  readonly small: readonly string[];
  readonly moving: readonly string[];
  readonly unseen: readonly string[];
  readonly controls: number;
  readonly largeControls: number;
}

/** In each of these a state is read by the engines; where a part is enough, as most readers see it. */
const looks = [
  { theme: 'light', dir: 'ltr' },
  { theme: 'light', dir: 'rtl' },
  { theme: 'dark', dir: 'ltr' },
  { theme: 'dark', dir: 'rtl' },
] as const;
/** WCAG 1.4.10 and 1.4.4: a window of 1280 pixels at 200 % and at 400 %, and text of twice the size. */
const zooms = [
  { zoom: '200 %', width: 640, text: '100%' },
  { zoom: '400 %', width: 320, text: '100%' },
  { zoom: 'text at 200 %', width: 640, text: '200%' },
] as const;
/** High enough for all rows to be drawn: those far outside of a window are not. */
const usual = { width: 480, height: 3000 };
const highest = 45_000;

let gallery: Gallery;
const readings = new Map<ElementName, Promise<Findings[]>>();
before(async () => {
  gallery = await openGallery();
});
after(() => gallery.close());

/** Reads a state in every look: turned in place, since what an element is in does not depend on it. */
async function readByEngines(page: Page, isLong: boolean): Promise<string[]> {
  const said: string[] = [];
  await addEngines(page);
  // Of hundreds of rows that are alike, each theme and each direction once.
  const some = isLong ? [looks[0], looks[3]] : looks;
  for (const { theme, dir } of isWhole ? some : [looks[0]]) {
    await page.evaluate(
      ([theme, dir]) => {
        Object.assign(document.documentElement, { dir });
        document.documentElement.dataset['theme'] = theme;
      },
      [theme, dir] as const,
    );
    for (const read of [readByAxe, readByAce]) {
      const { faults, rules } = await read(page);
      assert.ok(rules > 10, 'the engine had hardly anything to look at');
      said.push(...faults.map((fault) => `${theme} ${dir}: ${fault}`));
    }
  }
  return said;
}

/** Gives the window a width, and draws what it shows then. */
async function resize(page: Page, width: number, isLong: boolean): Promise<void> {
  await page.setViewportSize({ width, height: isLong ? highest : usual.height });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

async function readZoomed(page: Page, isLong: boolean): Promise<string[]> {
  const said: string[] = [];
  for (const { zoom, width, text } of zooms) {
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
    await resize(page, width, isLong);
    said.push(...(await unfitting(page)).map((fault) => `${zoom}: ${fault}`));
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize(usual);
  return said;
}

async function read(page: Page, scenario: Scenario): Promise<Findings> {
  const { isLong = false } = scenario;
  await page.emulateMedia({ forcedColors: 'none' });
  await visit(page, gallery.url, scenario);
  await addEye(page);
  await resize(page, usual.width, isLong);
  const { faults, count, large } = await smallTargets(page);
  const found = {
    unfitting: await readZoomed(page, isLong),
    moving: await moving(page),
  };
  const engines = await readByEngines(page, isLong);
  await page.emulateMedia({ forcedColors: 'active' });
  const of = (said: readonly string[]) => said.map((one) => `${scenario.state}: ${one}`);
  return {
    engines: of(engines),
    unfitting: of(found.unfitting),
    small: of(faults),
    moving: of(found.moving),
    unseen: of(await unseenControls(page)),
    controls: count,
    largeControls: large,
  };
}

/** Of the states of each element the first and every sixteenth after it, or all. */
const statesOf = (element: ElementName) =>
  scenariosOf(element).filter((_, index) => isWhole || index % 16 === 0);

/** Each state is opened once, whatever is asked of it. */
function findingsOf(element: ElementName): Promise<Findings[]> {
  const known = readings.get(element);
  if (known) return known;
  const reading = withPages(gallery, statesOf(element), read, { viewport: usual });
  readings.set(element, reading);
  return reading;
}

const collect = (findings: readonly Findings[], which: (one: Findings) => readonly string[]) =>
  findings.flatMap(which);

describe('in every state', () => {
  for (const element of elementNames) {
    describe(`connect-${element}`, () => {
      it('has no fault that two accessibility engines find', async () => {
        assert.deepEqual(
          collect(await findingsOf(element), ({ engines }) => engines),
          [],
        );
      });

      it('fits at 200 % and 400 %, and with text of twice the size', async () => {
        assert.deepEqual(
          collect(await findingsOf(element), ({ unfitting }) => unfitting),
          [],
        );
      });

      it('has controls of 24 pixels or more', async () => {
        assert.deepEqual(
          collect(await findingsOf(element), ({ small }) => small),
          [],
        );
      });

      it('does not move for who wants no motion', async () => {
        assert.deepEqual(
          collect(await findingsOf(element), ({ moving }) => moving),
          [],
        );
      });

      it('shows controls and their focus in forced colours', async () => {
        assert.deepEqual(
          collect(await findingsOf(element), ({ unseen }) => unseen),
          [],
        );
      });
    });
  }

  after(async () => {
    const all = (await Promise.all(readings.values())).flat();
    const sum = (which: (one: Findings) => number) =>
      all.reduce((total, one) => total + which(one), 0);
    console.log(`tally ${all.length} states read by two accessibility engines`);
    console.log(
      `${sum(({ largeControls }) => largeControls)} of ${sum(({ controls }) => controls)} controls are 44 pixels or more`,
    );
  });
});

/** Opens the choice of a provider, does something to its own tree, and reads it. */
async function spoiled(spoil: (root: ShadowRoot) => void): Promise<Page> {
  const scenario = findScenario('pay-invoice', 'ready');
  assert.ok(scenario);
  const context = await gallery.browser.newContext({ viewport: usual });
  const page = await context.newPage();
  await visit(page, gallery.url, scenario);
  await addEngines(page);
  await addEye(page);
  await page.evaluate(
    `(${String(spoil)})(document.querySelector('connect-pay-invoice').shadowRoot)`,
  );
  return page;
}

describe('the readers', () => {
  it('see a button without a name in the tree of an element, both engines', async () => {
    const page = await spoiled((root) => root.append(document.createElement('button')));
    for (const read of [readByAxe, readByAce])
      assert.equal((await read(page)).faults.length > 0, true);
    await page.context().close();
  });

  it('see text that is too pale, both engines', async () => {
    const page = await spoiled((root) => {
      const paragraph = document.createElement('span');
      paragraph.textContent = 'Hardly to be read';
      paragraph.style.color = '#ccc';
      root.querySelector('section')?.append(paragraph);
    });
    for (const read of [readByAxe, readByAce])
      assert.match((await read(page)).faults.join(), /contrast/);
    await page.context().close();
  });

  it('see what is too wide, too small, or moves', async () => {
    const page = await spoiled((root) => {
      const button = document.createElement('button');
      button.style.cssText = 'width: 900px; height: 20px; min-height: 0; padding: 0';
      root.querySelector('section')?.append(button);
      button.animate({ opacity: [0, 1] }, { duration: 1e6 });
    });
    assert.match((await unfitting(page)).join(), /scrolls sideways/);
    assert.match((await smallTargets(page)).faults.join(), /^20 pixels/);
    assert.equal((await moving(page)).length, 1);
    await page.context().close();
  });

  it('see a button that loses its edge and its focus in forced colours', async () => {
    const page = await spoiled((root) => {
      const button = root.querySelector('button');
      if (button) button.style.cssText = 'border: 0; outline: none';
    });
    await page.emulateMedia({ forcedColors: 'active' });
    assert.match((await unseenControls(page)).join(), /no edge.*no focus/);
    await page.context().close();
  });

  it('see which radio button is the checked one in forced colours', async () => {
    const page = await spoiled(() => undefined);
    await page.emulateMedia({ forcedColors: 'active' });
    const radios = page.locator('connect-pay-invoice input');
    const [checked, other, another] = await Promise.all(
      [0, 1, 2].map((at) => radios.nth(at).screenshot()),
    );
    assert.notDeepEqual(checked, other);
    assert.deepEqual(other, another);
    await page.context().close();
  });
});
