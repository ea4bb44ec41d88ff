import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isObject, text } from '../../src/api/decode.js';

const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const exported = isObject(manifest) && isObject(manifest['exports']) ? manifest['exports'] : {};

describe('the package', () => {
  it('has an entry and a define entry for each element', () => {
    for (const name of [
      'config',
      'payment-methods',
      'pay-invoice',
      'change-method',
      'outcome',
      'vipps-payment',
    ]) {
      assert.ok(`./${name}` in exported, name);
      assert.ok(`./${name}/define` in exported, `${name}/define`);
    }
  });

  for (const [entry, target] of Object.entries(exported)) {
    const files = (isObject(target) ? Object.values(target) : [target]).map(text);
    it(`has the files that ${entry} names`, () => {
      for (const file of files) assert.ok(existsSync(file), file);
    });
    const script = files.find((file) => file.endsWith('.js'));
    if (!script) continue;
    it(`can be imported from ${entry} without a DOM`, async () => {
      const module: unknown = await import(`../../${script}`);
      assert.ok(module);
    });
  }

  it('registers nothing when a class is imported by the name of the package', () => {
    const script = `
      const { ConnectPayInvoice } = await import('connect-elements/pay-invoice');
      const registered = globalThis.customElements?.get('connect-pay-invoice');
      console.log(typeof ConnectPayInvoice, typeof registered);`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script]);
    assert.equal(String(output).trim(), 'function undefined');
  });

  it('has no install script, nor has what it depends on', () => {
    for (const name of ['.', 'node_modules/lit', 'node_modules/@lit/context']) {
      const text = readFileSync(`${name}/package.json`, 'utf8');
      assert.doesNotMatch(text, /"(pre|post)?install":/);
    }
  });
});
