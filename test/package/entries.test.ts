import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, it } from 'node:test';
import { isObject, text } from '../../src/api/decode.js';

const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const exported = isObject(manifest) && isObject(manifest['exports']) ? manifest['exports'] : {};

describe('the package', () => {
  it('has an entry and a define entry for each element', () => {
    for (const name of readdirSync('src/elements').map((file) => basename(file, '.ts'))) {
      assert.ok(`./${name}` in exported, name);
      assert.ok(`./${name}/define` in exported, `${name}/define`);
    }
  });

  for (const [entry, target] of Object.entries(exported)) {
    const files = (isObject(target) ? Object.values(target) : [target]).map(text);
    it(`has the files that ${entry} names`, () => {
      // Of a whole folder there is something.
      for (const file of files) assert.ok(existsSync(file.replace('/*', '')), file);
    });
    // Types alone have no script.
    if (!files.some((file) => file.endsWith('.js'))) continue;
    it(`can be imported from ${entry} without a DOM`, async () => {
      const module: unknown = await import(entry.replace('.', 'connect-elements'));
      assert.ok(module);
    });
  }

  it('registers with the list of invoices what pays one of them', () => {
    const script = `
      await import('connect-elements/invoices/define');
      console.log(typeof customElements.get('connect-invoices'), typeof customElements.get('connect-pay-invoice'));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script]);
    assert.equal(String(output).trim(), 'function function');
  });

  it('registers nothing when a class is imported by the name of the package', () => {
    const script = `
      const { ConnectPayInvoice } = await import('connect-elements/pay-invoice');
      const registered = globalThis.customElements?.get('connect-pay-invoice');
      console.log(typeof ConnectPayInvoice, typeof registered);`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script]);
    assert.equal(String(output).trim(), 'function undefined');
  });
});
