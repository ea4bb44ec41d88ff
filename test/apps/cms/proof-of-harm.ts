import assert from 'node:assert/strict';
import { harmOf } from './harm.js';
import { harmfulArticles, hostileArticles, type Hostile } from './hostile.js';
import { pay } from './payment.js';
import type { Site } from './site.js';
import { post, publish, type Visitor } from './visitor.js';

/** Each article is published by an author and opened by a subscriber. */
export async function proveHostile(site: Site): Promise<void> {
  const { proof, sandbox, wordpress, as } = site;
  const [owner, author, kari] = [await as('owner'), await as('author'), await as('kari')];
  // The theme's looks and WordPress' own scripts have no part in it, and take most of the time.
  await kari.context.route(/\/wp-includes\/|\.(css|woff2)\b/, (route) => route.abort());
  await proveDetector(site, owner, kari);
  for (const article of hostileArticles) {
    const { content, byPlugin } = article;
    const sentence = content.slice(0, 300);
    let isCleaned = false;
    await proof.holds(`is harmless: ${sentence}`, async () => {
      const { link, raw } = await post(author, wordpress.origin, content);
      isCleaned = raw !== content;
      await assertHarmless(site, kari, link, article);
    });
    // What WordPress takes out of an author's words never came to the plugin, which has to do it as well.
    if (!isCleaned || !byPlugin) continue;
    await proof.holds(`is harmless where WordPress cleans nothing: ${sentence}`, async () => {
      const { link, raw } = await post(owner, wordpress.origin, content);
      assert.equal(raw, content);
      await assertHarmless(site, kari, link, article);
    });
  }
  await proof.holds(
    'an invoice is paid among them, at the login server of the settings',
    async () => {
      sandbox.reset();
      const all = hostileArticles.filter(({ content }) => content.includes('login-url='));
      await kari.page.goto(await publish(author, wordpress.origin, all[0]?.content ?? ''));
      await pay(kari);
    },
  );
  await Promise.all([owner, author, kari].map(({ context }) => context.close()));
}

/** Harm is seen where somebody may do it: an administrator may post scripts. */
async function proveDetector(site: Site, owner: Visitor, kari: Visitor): Promise<void> {
  const all = [...harmfulArticles, { content: `<p>${site.token}</p>`, harm: 'shows a token' }];
  for (const { content, harm } of all) {
    await site.proof.holds(`harm is seen: ${harm}`, async () => {
      const address = await publish(owner, site.wordpress.origin, content);
      const seen = await harmOf(kari, site, address);
      assert.ok(seen.includes(harm), `${content}: ${seen.join('; ')}`);
    });
  }
  await site.proof.holds('no harm is seen in what an author should write', async () => {
    const content = `<p>Yours: <a href="/">here</a></p>\n[connect_invoices product-code="CO27409"]`;
    const address = await publish(owner, site.wordpress.origin, content);
    assert.deepEqual(await harmOf(kari, site, address), []);
  });
}

/** That an article does no harm, and that this is not because nothing of it is on the page. */
async function assertHarmless(
  site: Site,
  kari: Visitor,
  link: string,
  { shows }: Hostile,
): Promise<void> {
  assert.deepEqual(await harmOf(kari, site, link), []);
  const names = await kari.page.evaluate(() =>
    [...document.querySelectorAll('.entry-content *')]
      .map(({ localName }) => localName)
      .filter((name) => name.startsWith('connect-')),
  );
  const expected = shows ? [shows] : [];
  assert.deepEqual(
    names.filter((name) => !shows || name !== 'connect-config'),
    expected,
  );
  if (shows !== 'connect-pay-invoice') return;
  const element = kari.page.locator(shows);
  assert.equal(await element.getAttribute('invoice-number'), '7435367');
  assert.equal(await kari.page.locator(`${shows}:state(ready)`).count(), 1, 'it has its answer');
}
