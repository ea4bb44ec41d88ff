import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundleFloor, floorNames } from './build.js';
import { budgets, measureBytes, measureFile } from './bytes.js';

const measured = measureBytes();
/** A bundler that throws out the elements, or the operations, would pass every limit. */
const leastWithLit = 6_000;
const leastHeadless = 2_000;

describe('bytes of the published build, brotli', () => {
  for (const [name, { limit }] of Object.entries(budgets)) {
    it(`${name} is at most ${limit}`, async () => {
      const bytes = (await measured).find((row) => row.name === name)?.brotli;
      assert.ok(bytes !== undefined, `${name} has not been built`);
      const least = name === 'client' ? leastHeadless : leastWithLit;
      assert.ok(bytes > least, `${bytes} bytes do not do it`);
      assert.ok(bytes <= limit, `${bytes} bytes`);
    });
  }
});

describe('what the elements are measured beside', () => {
  for (const name of floorNames) {
    it(`is bundled as they are: ${name}`, async () => {
      const { brotli } = await measureFile(name, await bundleFloor(name));
      assert.ok(brotli > 1_000, `${brotli} bytes do nothing`);
      assert.ok(brotli < leastWithLit, `${brotli} bytes hold more than the least`);
    });
  }
});
