import assert from 'node:assert/strict';
import { backendSettings } from './backends.js';
import { hostileArticles } from './hostile.js';
import { pay } from './payment.js';
import type { Site } from './place.js';
import { publish, type Visitor } from './visitor.js';

/** What an article may say of an element, whichever. */
const free = [
  ...[
    'invoice-number',
    'product-code',
    'company-code',
    'methods',
    'amount',
    'currency',
    'remember',
  ],
  ...['unpaid', 'from', 'to', 'provider', 'replace-card', 'lang', 'return-url'],
  ...['guid', 'src'],
];

/** Every attribute of every element of ours, as `tag name=value`. */
function attributesOf({ page }: Visitor): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('connect-'))
      .flatMap(({ localName, attributes }) =>
        [...attributes].map(({ name, value }) => `${localName} ${name}=${value}`),
      ),
  );
}

/** That an article has done nothing to whom it is shown. */
async function assertHarmless(
  kari: Visitor,
  { sandbox, wordpress, backends, token }: Site,
): Promise<void> {
  const ours = ['api-url=/wp-json/connect-elements/v1/capi', `client-id=${sandbox.client.id}`];
  const settings = [
    ...ours,
    'environment=production',
    'country=no',
    `login-url=${sandbox.loginUrl}`,
    ...backendSettings(backends),
  ];
  for (const attribute of await attributesOf(kari)) {
    const [tag, rest = ''] = attribute.split(/ (.*)/s);
    if (tag === 'connect-config') assert.ok(settings.includes(rest), attribute);
    else assert.ok(free.includes(rest.split('=')[0] ?? ''), attribute);
    // A way back is a path of the site, whatever it is called, and a payment is below its backend.
    assert.doesNotMatch(
      rest,
      /["'<>]|^return-url=(?!\/[^/\\])|^src=(?!\/backend\/vipps\/[\w/-]+$)/,
      attribute,
    );
  }
  const foreign = kari
    .requests()
    .filter((url) => /^https?:/.test(url))
    .filter((url) => new URL(url).origin !== wordpress.origin);
  assert.deepEqual(foreign, []);
  assert.equal(kari.hasRun(), false);
  const seen = await kari.seen();
  for (const part of token.split('.')) assert.ok(!seen.includes(part), 'a token is in the page');
}

/** Each article is published by an author and opened by a subscriber. */
export async function proveHostile(site: Site): Promise<void> {
  const { proof, sandbox, wordpress, as } = site;
  const author = await as('author');
  const kari = await as('kari');
  // The theme's looks and WordPress' own scripts have no part in it, and take most of the time.
  await kari.context.route(/\/wp-includes\/|\.(css|woff2)\b/, (route) => route.abort());
  for (const content of hostileArticles) {
    await proof.holds(`is harmless: ${content.slice(0, 300)}`, async () => {
      await kari.page.goto(await publish(author, wordpress.origin, content));
      const busy = 'connect-pay-invoice:not(:state(ready), :state(failed)), :not(:defined)';
      await kari.page.waitForFunction((those) => !document.querySelector(those), busy);
      // What waits for a hand or for focus gets it.
      for (const one of await kari.page.locator('connect-pay-invoice, article a').all()) {
        await one.hover();
        await one.focus();
      }
      await assertHarmless(kari, site);
    });
  }
  await proof.holds(
    'an invoice is paid among them, at the login server of the settings',
    async () => {
      sandbox.reset();
      const all = hostileArticles.filter((one) => /login-url|return-url/.test(one)).slice(0, 1);
      await kari.page.goto(await publish(author, wordpress.origin, all.join('\n')));
      await pay(kari);
    },
  );
  await Promise.all([author.context.close(), kari.context.close()]);
}
