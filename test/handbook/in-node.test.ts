import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { isObject } from '../../src/api/decode.js';
import { site } from '../sandbox/client.js';
import { filesOf } from './support.js';

let sandbox: Sandbox;
let folder: string;
before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
  // Within the package, so that it is imported by its name, as a site does.
  folder = mkdtempSync('dist/handbook-');
  for (const page of ['reminder-link', 'pci-dss', 'versions']) {
    for (const [name, code] of filesOf(page)) writeFileSync(`${folder}/${name}`, code);
  }
});
after(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

/** What a script prints, and how it ends. */
function run(...line: readonly string[]): Promise<{ said: string; code: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, line, (error, said) => {
      resolve({ said, code: error ? 1 : 0 });
    });
  });
}

describe('the page of one invoice that a reminder leads to', () => {
  async function pageFor(invoiceNumber: string, products = ['CO27409', 'CO27500']) {
    const module: unknown = await import(pathToFileURL(`${folder}/pay-page.js`).href);
    assert.ok(isObject(module) && typeof module['payPage'] === 'function');
    const { apiUrl } = sandbox;
    const subscriber = { apiUrl, products, accessToken: () => sandbox.accessToken() };
    const page: unknown = await Reflect.apply(module['payPage'], undefined, [
      subscriber,
      invoiceNumber,
    ]);
    return page;
  }

  it('has the element for it, with what the reader’s own list says', async () => {
    assert.equal(
      await pageFor('7435501'),
      '<connect-pay-invoice invoice-number="7435501" product-code="CO27500" ' +
        'company-code="5646903690" amount="149.00" return-url="/pay?invoice=7435501">' +
        '</connect-pay-invoice>',
    );
  });

  it('has nothing for another reader’s invoice, a number that is none, or markup', async () => {
    for (const number of ['7435400', '1', '', '"><script>', '7435501"']) {
      assert.equal(await pageFor(number), undefined, number);
    }
  });
});

describe('the inventory for PCI DSS', () => {
  it('has each file with the hash that it has, and tags that say so', async () => {
    const { said } = await run(`${folder}/inventory.js`, '/assets/');
    const rows = [...said.matchAll(/^\| \/assets\/(\S+) \| .* \| (sha384-\S+) \|$/gm)];
    assert.ok(rows.length > 20);
    for (const [, file = '', hash] of rows) {
      const content = readFileSync(`dist/cdn/${file}`);
      const digest = createHash('sha384').update(content).digest('base64');
      assert.equal(hash, `sha384-${digest}`, file);
    }
    const [, map = ''] = /<script type="importmap">(.*)<\/script>/.exec(said) ?? [];
    const decoded: unknown = JSON.parse(map);
    assert.ok(isObject(decoded) && isObject(decoded['integrity']));
    assert.equal(Object.keys(decoded['integrity']).length, rows.length);
    const main = rows.find(([, file]) => file === 'connect-elements.js');
    assert.ok(said.includes(`src="/assets/connect-elements.js" integrity="${main?.[2]}"`));
  });
});

describe('the script that looks for what is deprecated', () => {
  it('finds what the page says of this version: nothing', async () => {
    const page = readFileSync('demo/handbook/pages/versions.md', 'utf8');
    const { said, code } = await run(`${folder}/deprecated.js`);
    assert.equal(code, 0);
    assert.ok(page.includes(`Today it says \`${said.trim()}\``));
  });

  it('finds an attribute that is marked, and fails then', async () => {
    const attribute = { name: 'old', deprecated: 'Write `new`.' };
    const element = { tagName: 'connect-x', attributes: [attribute] };
    const file = `${folder}/custom-elements.json`;
    writeFileSync(file, JSON.stringify({ modules: [{ declarations: [element] }] }));
    const { said, code } = await run(`${folder}/deprecated.js`, file);
    assert.deepEqual([said.trim(), code], ['connect-x old: Write `new`.', 1]);
  });
});
