import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { decodeObject, text } from '../../../src/api/decode.js';
import type { Site } from './site.js';
import { pay } from './payment.js';
import { publish } from './visitor.js';

const folder = 'demo/wordpress/connect-elements/blocks';

/** By the names of their folders, in order: the title, and the names of what an article may say. */
async function ownBlocks() {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((one) => one.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const block = decodeObject(
        JSON.parse(await readFile(`${folder}/${name}/block.json`, 'utf8')),
      );
      const attributes = Object.keys(decodeObject(block['attributes']));
      return [name, { title: text(block['title']), attributes }] as const;
    }),
  );
}

/** What the two ways of writing give: the block editor, and markup that WordPress cleans. */
export async function proveEditors(site: Site): Promise<void> {
  const editor = await site.as('editor');
  await proveBlocks(site, editor.page);
  await provePublishing(site, editor.page);
  await editor.context.close();
}

/** The document within the editor in which the article stands. */
const canvasOf = (page: Page) => page.frameLocator('iframe[name="editor-canvas"]');

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (said) => {
    // Its welcome has a picture of another host.
    const isPicture = said.location().url.startsWith('https://s.w.org/');
    if (said.type() === 'error' && !isPicture) complaints.push(said.text());
  });
  return complaints;
}

async function proveBlocks({ proof, wordpress }: Site, page: Page): Promise<void> {
  const canvas = canvasOf(page);
  const blocks = await ownBlocks();
  const complaints = complaintsOf(page);
  await proof.holds('the block editor offers a block for each element', async () => {
    await page.goto(`${wordpress.origin}/wp-admin/post-new.php`);
    await page.waitForFunction('window.wp?.blocks && window.wp.data.select("core/editor")');
    const names: unknown = await page.evaluate(
      `wp.blocks.getBlockTypes().map(({ name }) => name).filter((name) => name.startsWith('connect-'))`,
    );
    assert.ok(Array.isArray(names));
    assert.deepEqual(
      names.map(String).sort(),
      blocks.map(([name]) => `connect-elements/${name}`),
    );
  });
  await proof.holds(
    'the editor shows each block with its name and a field for each value',
    async () => {
      await page.evaluate(`
      wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
      wp.data.dispatch('core/block-editor').insertBlocks(
        wp.blocks.getBlockTypes().map(({ name }) => name)
          .filter((name) => name.startsWith('connect-')).map((name) => wp.blocks.createBlock(name)));
    `);
      for (const [name, { title, attributes }] of blocks) {
        const card = canvas.getByRole('document', { name: `Block: ${title}`, exact: true });
        await card.getByText(title, { exact: true }).waitFor();
        const fields = await card.getByRole('textbox').or(card.getByRole('checkbox')).count();
        assert.equal(fields, attributes.length, name);
      }
      assert.deepEqual(complaints, []);
    },
  );
  await proof.holds('the editor says of a value that it does not fit', async () => {
    const card = canvas.getByRole('document', { name: 'Block: Invoices', exact: true });
    const wrong = card.getByText('This does not fit, and is left out.');
    await card.getByLabel('Return address').fill('https://evil.example/');
    await wrong.waitFor();
    await card.getByLabel('Return address').fill('/account');
    await wrong.waitFor({ state: 'detached' });
    await page.evaluate(`wp.data.dispatch('core/block-editor').resetBlocks([])`);
  });
}

async function provePublishing({ proof, sandbox, wordpress, as }: Site, page: Page): Promise<void> {
  await proof.holds('an editor fills in a block, publishes it, and a subscriber pays', async () => {
    sandbox.reset();
    await page.evaluate(`
      wp.data.dispatch('core/editor').editPost({ title: 'Invoices', status: 'publish' });
      wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('connect-elements/invoices'));
    `);
    await canvasOf(page).getByLabel('Product code').fill('CO27409');
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
}
