import assert from 'node:assert/strict';
import { invoice, product } from '../../e2e/strict-pages.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';
import { saying } from '../../support/saying.js';

/** The settings of one copy around elements of the other; `scripts` in the order in which they are loaded. */
async function openAround(
  ground: Ground,
  content: string,
  settings = ground.settings,
  isConfigLast = false,
): Promise<void> {
  const files = [ground.file('first', 'config'), ground.file('second', 'pay-invoice')];
  const more = ground.file('second', 'payment-methods');
  const scripts = ground.scripts(...(isConfigLast ? files.reverse() : files), more);
  await ground.open(`<connect-config ${settings}>${content}</connect-config>`, scripts);
}

/** Which copy each tag is of. */
async function assertOfTwoCopies({ page, copies }: Ground): Promise<void> {
  const found = await page.evaluate(() =>
    ['connect-config', 'connect-pay-invoice'].map((name): unknown =>
      Reflect.get(customElements.get(name) ?? {}, 'version'),
    ),
  );
  assert.deepEqual(found, [copies.versions.first, copies.versions.second]);
}

// A row of what is loading is an `item skeleton`.
const shown = 'connect-payment-methods [part=item]';

async function proveSettings(ground: Ground, holds: Holds): Promise<void> {
  const { page } = ground;
  for (const [what, isLast] of [
    ['one copy gives the settings, an element of the other pays with them', false],
    ['the same when the element is defined before the settings around it', true],
  ] as const) {
    await holds(what, async () => {
      await openAround(ground, invoice(), ground.settings, isLast);
      await ground.pay().waitFor();
      await assertOfTwoCopies(ground);
      await ground.payAndReturn();
    });
  }
  await holds('settings that change reach the elements of the other copy', async () => {
    await openAround(ground, product('connect-payment-methods'), 'client-id="x"');
    await page.locator(saying('payment-methods.load.error.config')).waitFor();
    const { apiUrl } = ground.stage.demo.sandbox;
    await page.locator('connect-config').evaluate((config, url) => {
      config.setAttribute('api-url', url);
      config.setAttribute('token-url', '/token');
    }, apiUrl);
    await page.locator(shown).first().waitFor();
  });
}

async function proveTokens(ground: Ground, holds: Holds): Promise<void> {
  const { page, stage } = ground;
  await holds('a token is taken out of the DOM, and the other copy asks with it', async () => {
    const token = await stage.demo.sandbox.accessToken();
    const settings = ground.settings.replace('token-url="/token"', `token="${token}"`);
    await openAround(ground, product('connect-payment-methods'), settings);
    await page.locator(shown).first().waitFor();
    assert.ok(!(await page.content()).includes(token));
  });
  await holds('a tokenProvider is called once for all elements of a copy', async () => {
    const settings = ground.settings.replace('token-url="/token"', '');
    await openAround(ground, product('connect-payment-methods').repeat(3), settings);
    const token = await stage.demo.sandbox.accessToken();
    await page.locator('connect-config').evaluate((config, given) => {
      Object.assign(config, {
        tokenProvider() {
          config.append('asked');
          return Promise.resolve(given);
        },
      });
    }, token);
    for (const index of [0, 1, 2]) {
      await page
        .locator('connect-payment-methods')
        .nth(index)
        .locator('[part=item]')
        .first()
        .waitFor();
    }
    const said = await page.locator('connect-config').textContent();
    assert.equal(said, 'asked');
  });
  await holds(
    'an element that names another API gets no token of the settings around',
    async () => {
      const elsewhere = product('connect-payment-methods', 'api-url="http://localhost:9/capi"');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await openAround(ground, elsewhere);
      await page.locator(saying('payment-methods.load.error.config')).waitFor();
      const errors = stage.events().filter(({ type }) => type === 'connect-error');
      assert.deepEqual(
        errors.map(({ detail }) => detail['message']),
        ['token: expected a token or its source (a copy or snapshot of a page has none)'],
      );
      assert.ok(!asked.some((url) => url.includes('/capi') || url.endsWith('/token')));
    },
  );
}

export const contexts = situation(
  'Settings of one copy, elements of another',
  async (ground, holds) => {
    await proveSettings(ground, holds);
    await proveTokens(ground, holds);
    return undefined;
  },
);
