import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Site } from './site.js';
import { publish, type Visitor } from './visitor.js';
import type { WordPress } from './wordpress.js';

export function settingsAddress({ origin }: WordPress): string {
  return `${origin}/wp-admin/options-general.php?page=connect_elements`;
}

/** Fills in the plugin's settings, which this page shows, and gives what stands in those fields when they are saved. */
export async function saveSettings(
  page: Page,
  fields: Readonly<Record<string, string>>,
): Promise<string[]> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`#connect-${name}`, value);
  const loaded = page.waitForEvent('domcontentloaded');
  await page.click('#submit');
  await loaded;
  // The address says it too, but WordPress takes that out again.
  await page.locator('#setting-error-settings_updated, .notice-error').first().waitFor();
  return Promise.all(Object.keys(fields).map((name) => page.inputValue(`#connect-${name}`)));
}

/** What an administrator does once. Everything after it needs this. */
export async function proveSettings(site: Site): Promise<void> {
  const owner = await site.as('owner');
  await owner.page.goto(settingsAddress(site.wordpress));
  await proveServers(site, owner);
  await proveForms(site, owner);
  await owner.context.close();
}

async function proveServers({ proof, sandbox, upstream }: Site, { page }: Visitor): Promise<void> {
  await proof.holds('keeps no server that is not https or of this machine', async () => {
    for (const server of [
      'http://evil.example',
      'javascript:ran()',
      'https://a@b.example',
      'https://b.example/?a=',
    ]) {
      const kept = await saveSettings(page, { api_url: server, login_url: server });
      assert.deepEqual(kept, ['', ''], server);
    }
  });
  await proof.holds('tells its administrator what is missing', async () => {
    const notices = await page.locator('.notice-warning').allInnerTexts();
    assert.deepEqual(notices, ['Connect elements: set your client id under Settings.']);
  });
  await proof.holds('keeps the client and the servers that an administrator sets', async () => {
    await saveSettings(page, {
      client_id: sandbox.client.id,
      api_url: upstream.url,
      login_url: `${sandbox.loginUrl}/`,
    });
    assert.equal(await page.inputValue('#connect-login_url'), sandbox.loginUrl);
    assert.equal(await page.locator('.notice-warning').count(), 0);
  });
  await proof.holds('changes no server for a value that does not fit, and says so', async () => {
    const wrong = { api_url: 'http://evil.example', login_url: 'sandbox' };
    assert.deepEqual(await saveSettings(page, wrong), [upstream.url, sandbox.loginUrl]);
    const said = await page.locator('.notice-error').allInnerTexts();
    assert.match(said.join(), /api_url was not changed[^]*login_url was not changed/);
  });
}

async function proveForms({ proof, sandbox, wordpress, as }: Site, owner: Visitor): Promise<void> {
  const { page } = owner;
  const address = settingsAddress(wordpress);
  await proof.holds('writes a client id as the text that it is', async () => {
    const given = `a" onfocus="ran()" x='b`;
    try {
      assert.deepEqual(await saveSettings(page, { client_id: given }), [given]);
      const article = await publish(owner, wordpress.origin, '[connect_invoices]');
      const source = await (await owner.context.request.get(article)).text();
      const said = await page.evaluate((html) => {
        const sent = new DOMParser().parseFromString(html, 'text/html');
        const element = sent.querySelector('connect-config');
        return element && [element.getAttribute('client-id'), element.hasAttribute('onfocus')];
      }, source);
      assert.deepEqual(said, [given, false]);
    } finally {
      // What comes after pays, which this client cannot.
      await saveSettings(page, { client_id: sandbox.client.id });
    }
  });
  await proof.holds("changes nothing for a form that is not WordPress' own", async () => {
    const form = {
      option_page: 'connect_elements',
      action: 'update',
      'connect_elements[client_id]': 'evil',
    };
    for (const path of ['options.php', 'options-general.php?page=connect_elements']) {
      await owner.context.request.post(`${wordpress.origin}/wp-admin/${path}`, { form });
      await page.goto(address);
      assert.equal(await page.inputValue('#connect-client_id'), sandbox.client.id, path);
    }
  });
  await proof.holds('changes no environment for a word that is none', async () => {
    const chosen = page.locator('#connect-environment');
    for (const [word = '', kept] of [
      ['test', 'test'],
      ['Production', 'test'],
      ['production', 'production'],
    ]) {
      await page.goto(address);
      await chosen.evaluate((select, value) => {
        select.append(new Option(value, value, true, true));
      }, word);
      await saveSettings(page, {});
      assert.equal(await chosen.inputValue(), kept, word);
    }
  });
  await proof.holds('shows an editor no settings', async () => {
    const editor = await as('editor');
    assert.equal((await editor.page.goto(address))?.status(), 403);
    await editor.context.close();
  });
}
