import assert from 'node:assert/strict';
import type { Site } from './site.js';
import { nonceOf } from './visitor.js';

/** What an administrator does who has no use for the plugin any more. Nothing can come after it. */
export async function proveRemoval({ proof, wordpress, as }: Site): Promise<void> {
  const owner = await as('owner');
  const { request } = owner.context;
  const headers = { 'X-WP-Nonce': await nonceOf(owner, wordpress.origin) };
  const plugin = `${wordpress.origin}/wp-json/wp/v2/plugins/connect-elements/connect-elements`;
  const isStored = async () => {
    const page = await request.get(`${wordpress.origin}/wp-admin/options.php`);
    const html = await page.text();
    assert.match(html, /name="blogname"/);
    return html.includes('name="connect_elements"');
  };
  await proof.holds('keeps its settings while it is switched off', async () => {
    assert.equal(await isStored(), true);
    const answer = await request.put(plugin, { headers, data: { status: 'inactive' } });
    assert.equal(answer.status(), 200, await answer.text());
    assert.equal(await isStored(), true);
  });
  await proof.holds('leaves no setting behind when it is deleted', async () => {
    const answer = await request.delete(plugin, { headers });
    assert.equal(answer.status(), 200, await answer.text());
    assert.equal(await isStored(), false);
  });
  await owner.context.close();
}
