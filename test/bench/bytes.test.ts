import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { bundleFloor, floorNames } from './build.js';
import { budgets, distance, measureFile, measureScriptTag, measureSite } from './bytes.js';

const sites = new Map(budgets.map((budget) => [budget.name, measureSite(budget)]));
const farthest = 0.05;

describe('bytes of a site that bundles the package, brotli', () => {
  it('are counted for every element', () => {
    const files = budgets.flatMap(({ file }) => file ?? []);
    const lazy = ['charges.js', 'debug.js', 'seamless-view.js'];
    const starter = 'early.js';
    const published = readdirSync('dist/cdn').filter((file) => file.endsWith('.js'));
    assert.deepEqual([...files, ...lazy, starter].sort(), published.sort());
  });

  for (const { name, limit, least } of budgets) {
    it(`${name} is at most ${limit}`, async () => {
      const brotli = (await sites.get(name))?.brotli ?? 0;
      assert.ok(brotli > least, `${brotli} bytes hold nothing`);
      assert.ok(brotli <= limit, `${brotli} bytes`);
    });
  }
});

describe('a file for a script tag', () => {
  for (const { name, file } of budgets) {
    if (!file) continue;
    it(`is at most ${100 * farthest} % away from that: ${file}`, async () => {
      const site = await sites.get(name);
      assert.ok(site);
      const published = await measureScriptTag(file);
      const away = distance(published, site);
      assert.ok(away <= farthest, `${published.brotli} and ${site.brotli} bytes`);
    });
  }
});

describe('what the elements are measured beside', () => {
  for (const name of floorNames) {
    it(`is bundled as they are: ${name}`, async () => {
      const { brotli } = await measureFile(name, await bundleFloor(name));
      assert.ok(brotli > 1_000, `${brotli} bytes do nothing`);
      assert.ok(brotli < 6_500, `${brotli} bytes hold more than the least`);
    });
  }
});
