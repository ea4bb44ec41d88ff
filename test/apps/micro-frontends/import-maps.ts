import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeObject, isObject, text } from '../../../src/api/decode.js';
import { invoice } from '../../e2e/strict-pages.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';

const modules = '/first/node_modules';

/** What a site writes by hand: each entry that it uses, and what those ask for. */
function importMap({ copies }: Ground): string {
  const found = readFileSync(join(copies.folder, modules, 'connect-elements/package.json'), 'utf8');
  const manifest: unknown = JSON.parse(found);
  const exported = decodeObject(decodeObject(manifest)['exports']);
  const entries = Object.entries(exported).flatMap(([name, target]) => {
    const file = isObject(target) ? text(target['default']) : '';
    const to = `${modules}/connect-elements${file.slice(1)}`;
    return file ? [[`connect-elements${name.slice(1)}`, to] as const] : [];
  });
  const imports: Record<string, string> = {
    ...Object.fromEntries(entries),
    lit: `${modules}/lit/index.js`,
    'lit/': `${modules}/lit/`,
    'lit-html': `${modules}/lit-html/lit-html.js`,
    'lit-html/': `${modules}/lit-html/`,
    'lit-element/': `${modules}/lit-element/`,
    '@lit/context': `${modules}/@lit/context/index.js`,
    '@lit/reactive-element': `${modules}/@lit/reactive-element/reactive-element.js`,
    '@lit/reactive-element/': `${modules}/@lit/reactive-element/`,
  };
  return `<script type="importmap">${JSON.stringify({ imports })}</script>`;
}

async function open(ground: Ground, script: string, more = ''): Promise<void> {
  const body = `<connect-config ${ground.settings}>${invoice(more)}</connect-config>`;
  const head = `${importMap(ground)}<script type="module">${script}</script>`;
  await ground.open(body, head);
}

const define = ['config', 'pay-invoice']
  .map((name) => `import 'connect-elements/${name}/define';`)
  .join('');

async function prove(ground: Ground, holds: Holds): Promise<undefined> {
  const { page } = ground;
  await holds('an invoice is paid by bare specifiers alone, without a bundler', async () => {
    await open(ground, define);
    await ground.payAndReturn();
    const files = ground.requests().filter((path) => path.endsWith('.js'));
    assert.ok(files.includes(`${modules}/lit-html/lit-html.js`));
    assert.ok(!files.some((path) => path.includes('/cdn/')));
  });
  await holds("elements of the site's own share its one Lit", async () => {
    const own = `${define}
      import { html, LitElement } from 'lit';
      customElements.define('own-line', class extends LitElement {
        render() { return html\`<p>Our own</p>\`; }
      });
      document.body.append(document.createElement('own-line'));`;
    await open(ground, own);
    await ground.pay().waitFor();
    await page.getByText('Our own').waitFor();
    const lits: unknown = await page.evaluate((): unknown =>
      Reflect.get(window, 'litHtmlVersions'),
    );
    assert.equal(Array.isArray(lits) && lits.length, 1);
  });
  await holds('a language comes from a file beside', async () => {
    await open(ground, define, 'lang="nb"');
    await ground.payInNorwegian().waitFor();
  });
  await holds('a class entry registers nothing', async () => {
    await open(
      ground,
      `import { ConnectPayInvoice } from 'connect-elements/pay-invoice';
      document.title = typeof ConnectPayInvoice;`,
    );
    await page.waitForFunction(() => document.title === 'function');
    assert.equal(await page.evaluate(() => customElements.get('connect-pay-invoice')), undefined);
  });
  return undefined;
}

export const importMaps = situation('An import map', prove);
