// In test:all: the pages of the newspaper itself.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { it } from '../support/limited.js';
import { setStage, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

/** The status of a request that a page of the newspaper makes. */
const ask = (path: string, method = 'GET') =>
  stage.page.evaluate(
    async ([to = '', how = '']) => (await fetch(to, { method: how })).status,
    [path, method],
  );

describe("the newspaper's own server, which sites will copy", () => {
  for (const to of [
    '//evil.example/x',
    '/%09/evil.example/x',
    '/%5Cevil.example',
    'https://evil.example',
  ]) {
    it(`comes back to its own pages after a login that was to go to ${to}`, async () => {
      await stage.page.goto(`${stage.demo.url}/login?to=${to}`);
      assert.equal(new URL(stage.page.url()).origin, stage.demo.url);
    });
  }

  it('gives a token to its own pages only', async () => {
    await stage.open('/subscription');
    assert.equal(await ask('/token'), 200);
    const cookies = await stage.page.context().cookies(stage.demo.url);
    const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    for (const site of ['cross-site', 'same-site', 'none']) {
      const headers = { Cookie, 'Sec-Fetch-Site': site };
      assert.equal((await fetch(`${stage.demo.url}/token`, { headers })).status, 403);
    }
  });

  it('passes on what the elements ask for, and nothing else', async () => {
    await stage.open('/subscription');
    assert.equal(await ask('/capi/v1/product/payment/CO27409'), 200);
    assert.equal(await ask('/capi/v1/customer/payment/vipps/agreement'), 200);
    assert.equal(await ask('/capi/v1/customer/profile'), 404);
    assert.equal(await ask('/capi/v1/product/payment/CO27409', 'DELETE'), 404);
  });

  it('gives a new session id at login, so that one known from before is worth nothing', async () => {
    const { page, demo } = stage;
    await page.context().clearCookies();
    await page.goto(demo.url);
    await page.goto(`${demo.url}/login`);
    const id = async () =>
      (await page.context().cookies(demo.url)).find(({ name }) => name === 'newspaper_session')
        ?.value;
    const before = await id();
    await page.click('#login');
    await page.waitForURL(`${demo.url}/subscription`);
    assert.ok(before);
    assert.notEqual(await id(), before);
  });
});
