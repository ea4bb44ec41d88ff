// In test:all: what is read on the way in other languages.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe } from 'node:test';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';
import { saying } from '../support/saying.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
afterEach(() => stage.page.unrouteAll());
after(() => stage.close());

/** Opens the plain page in a language; gives the files that it asks for from then on. */
async function openIn(lang: string, times = 1): Promise<string[]> {
  const { page, demo } = stage;
  await stage.open('/plain.html');
  await page.route('**/plain.html', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text())
      .replace(/<html[^>]*>/, `<html lang="${lang}">`)
      .replace(/<connect-pay-invoice[^]*<\/connect-pay-invoice>/, (tag) => tag.repeat(times));
    await route.fulfill({ response: answer, body });
  });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${demo.url}/plain.html`);
  return requests;
}

/** The buttons that pay and say so in this word. */
const paying = (word: string) =>
  stage.page
    .locator(saying('pay-invoice.action'))
    .filter({ hasText: new RegExp(`^\\s*${word}\\b`) });

const ofTexts = (requests: readonly string[]) => requests.filter((path) => path.includes('/i18n/'));

describe('the file for a script tag', () => {
  it('shows Norwegian on a Norwegian page, from one file beside itself', async () => {
    const requests = await openIn('nb', 2);
    await paying('Betal').first().waitFor();
    await paying('Betal').nth(1).waitFor();
    assert.equal(await paying('Pay').count(), 0);
    assert.deepEqual(ofTexts(requests), ['/dist/cdn/i18n/connect.nb.js']);
    assert.deepEqual(stage.errors(), []);
  });

  it('asks for no texts on an English page, or one in a language that it has not', async () => {
    for (const lang of ['en', 'de']) {
      const requests = await openIn(lang);
      await stage.page.locator(saying('pay-invoice.action')).waitFor();
      assert.deepEqual(ofTexts(requests), []);
    }
  });

  it('has nothing to read until the language is there, and then all of it', async () => {
    const { page } = stage;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/i18n/*', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/i18n/connect.fi.js');
    await openIn('fi');
    await asked;
    const base = page.locator('connect-pay-invoice [part=base]');
    assert.equal((await base.innerText()).trim(), '');
    assert.equal(await base.locator('.view').getAttribute('aria-busy'), 'true');
    release();
    await paying('Maksa').waitFor();
    assert.equal(await base.getAttribute('lang'), 'fi');
  });

  it('stays English, and pays, when the texts cannot be had; it asks for them once', async () => {
    const { page } = stage;
    await page.route('**/i18n/*', (route) => route.abort());
    const requests = await openIn('nb', 2);
    await page.locator(saying('pay-invoice.action')).first().waitFor();
    await page.evaluate(() => {
      const element = document.querySelector('connect-pay-invoice');
      if (element) element.after(element.cloneNode());
    });
    await page.locator(saying('pay-invoice.action')).nth(2).waitFor();
    assert.equal(ofTexts(requests).length, 1);
    await page.locator(saying('pay-invoice.action')).first().click();
    await page.locator('#outcome-finished').waitFor();
  });

  it('changes its language with the page', async () => {
    await openIn('en');
    const { page } = stage;
    await page.locator(saying('pay-invoice.action')).waitFor();
    await page.evaluate(() => (document.documentElement.lang = 'sv'));
    await paying('Betala').waitFor();
    assert.equal(await paying('Pay').count(), 0);
  });
});
