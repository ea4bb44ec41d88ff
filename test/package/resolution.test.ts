// In test:all: the types of each entry, wherever it is imported from; the compiler has the same types in each run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { makeFolder, pack, remove } from '../apps/package.js';

describe('the packed package', () => {
  let folder = '';
  let tarball = '';
  before(async () => {
    folder = await makeFolder();
    tarball = await pack(folder);
  });
  after(() => remove(folder));

  it('has types that are right wherever it can be imported from', async () => {
    const checked = await checkPackage(
      createPackageFromTarballData(new Uint8Array(readFileSync(tarball))),
      // Neither a script nor types.
      { excludeEntrypoints: [/\.(yaml|json)$/, /\*/] },
    );
    assert.ok(checked.types);
    // Modules alone: what cannot read `exports` cannot read them, and `require` gets a module from Node 20.19 on.
    const wrong = checked.problems.filter(
      (one) =>
        one.kind !== 'CJSResolvesToESM' &&
        !('resolutionKind' in one && one.resolutionKind === 'node10'),
    );
    assert.deepEqual(wrong, []);
    assert.ok(Object.keys(checked.entrypoints).includes('./pay-invoice/define'));
  });
});
