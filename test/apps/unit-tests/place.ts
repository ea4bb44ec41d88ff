import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, versionOf } from '../package.js';
import type { Place, Proof } from '../place.js';

const doms = ['jsdom', 'happy-dom'] as const;
const page = 'demo/handbook/pages/testing.md';

/** Where each file goes that the handbook says in whole. */
const files = {
  'vitest.config.js': 'vitest.config.js',
  'jest.config.js': 'jest.config.js',
  'dom.js': 'node/happy-dom.js',
  'reader.test.js': 'vitest/reader.test.js',
};

/** The lines of configuration are those of the handbook, and so is one of the tests. */
async function writeHandbook(folder: string): Promise<void> {
  const text = readFileSync(page, 'utf8');
  for (const [name, path] of Object.entries(files)) {
    const start = text.indexOf(`\n// ${name}\n`);
    assert.ok(start > 0, `${page} has no ${name}`);
    await writeFile(join(folder, path), text.slice(start, text.indexOf('\n```', start)));
  }
}

/** The tests of a site's own component, under each runner and each DOM that takes the place of a browser. */
async function prove({ holds, install }: Proof): Promise<string> {
  const folder = await install('unit-tests/app');
  await writeHandbook(folder);
  const vitest = (...values: string[]) =>
    run(
      folder,
      'env',
      'NO_COLOR=1',
      'node_modules/.bin/vitest',
      'run',
      '--dir',
      'vitest',
      ...values,
    );
  const configs = [
    ['as it comes', 'vitest.config.js'],
    ['with the condition for browsers', 'vitest.browser.config.js'],
  ] as const;
  for (const dom of doms) {
    for (const [how, config] of configs) {
      await holds(`renders, pays and has stand-ins under Vitest ${how}, in ${dom}`, async () => {
        const said = await vitest('--config', config, '--environment', dom);
        assert.match(said, /Tests\D+5 passed/);
      });
    }
    await holds(`renders, pays and has stand-ins under node:test, in ${dom}`, async () => {
      const options = ['--test', '--test-reporter=spec', '--import', `./node/${dom}.js`];
      const tests = ['node/real.test.js', 'node/fakes.test.js'];
      const said = await run(folder, process.execPath, ...options, ...tests);
      assert.match(said, /pass 4/);
    });
  }
  await holds(
    'renders and has stand-ins under Jest, and no rejection ends its process',
    async () => {
      const jest = 'node_modules/jest/bin/jest.js';
      const said = ['--ci', '--json', '--silent', 'jest/'];
      const report = await run(
        folder,
        process.execPath,
        '--experimental-vm-modules',
        jest,
        ...said,
      );
      assert.match(report, /"numPassedTests":3\b/);
    },
  );
  const names = ['vitest', 'jest', 'jsdom', 'happy-dom', '@testing-library/dom'];
  const versions = names.map(async (name) => `${name} ${await versionOf(folder, name)}`);
  return [`Node ${process.versions.node}`, ...(await Promise.all(versions))].join(', ');
}

export const places: readonly Place[] = [{ name: 'Unit tests', prove }];
