import assert from 'node:assert/strict';
import type { Site } from './place.js';
import { pay } from './payment.js';
import { publish } from './visitor.js';

/** What the two ways of writing give: the block editor, and markup that WordPress cleans. */
export async function proveEditors({ proof, sandbox, wordpress, as }: Site): Promise<void> {
  const editor = await as('editor');
  const { page } = editor;
  await proof.holds('the block editor offers a block for each element', async () => {
    await page.goto(`${wordpress.origin}/wp-admin/post-new.php`);
    await page.waitForFunction('window.wp?.blocks && window.wp.data.select("core/editor")');
    const names: unknown = await page.evaluate(
      `wp.blocks.getBlockTypes().map(({ name }) => name).filter((name) => name.startsWith('connect-'))`,
    );
    const all = [
      'agreements',
      'change-method',
      'invoices',
      'method-status',
      'outcome',
      'pay-invoice',
      'payment-methods',
      'vipps-payment',
    ];
    assert.ok(Array.isArray(names));
    assert.deepEqual(
      names.map(String).sort(),
      all.map((name) => `connect-elements/${name}`),
    );
  });
  await proof.holds('an editor fills in a block, publishes it, and a subscriber pays', async () => {
    sandbox.reset();
    await page.evaluate(`
      wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
      wp.data.dispatch('core/editor').editPost({ title: 'Invoices', status: 'publish' });
      wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('connect-elements/invoices'));
    `);
    const canvas = page.frameLocator('iframe[name="editor-canvas"]');
    await canvas.getByLabel('Product code').fill('CO27409');
    await page.evaluate(`wp.data.dispatch('core/editor').savePost()`);
    const address: unknown = await page.evaluate(`wp.data.select('core/editor').getPermalink()`);
    const kari = await as('kari');
    await kari.page.goto(String(address));
    await pay(kari, 'connect-invoices');
    await kari.context.close();
  });
  await proof.holds('takes the tags themselves out of what an author writes', async () => {
    const author = await as('author');
    const content =
      '<p>Here: <connect-invoices product-code="CO27409">Yours</connect-invoices></p>';
    await author.page.goto(await publish(author, wordpress.origin, content));
    await author.page.getByText('Here: Yours').waitFor();
    assert.equal(await author.page.locator('connect-invoices').count(), 0);
    await author.context.close();
  });
  await editor.context.close();
}
