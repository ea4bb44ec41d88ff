import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, versionOf } from '../package.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';

/** As each application was built: with one copy of the package for both, or with one each. */
type Mode = 'shared' | 'apart';

async function open({ page, stage }: Ground, mode: Mode): Promise<void> {
  await page.goto(`${stage.demo.url}/${mode}/account/index.html`);
}

const ignored = (ground: Ground) => ground.warnings().filter((one) => one.includes('ignored'));

async function proveShared(ground: Ground, holds: Holds): Promise<void> {
  await holds(
    "shared as a singleton: no warning, and the other application's panel pays",
    async () => {
      await open(ground, 'shared');
      await ground.pay().waitFor();
      assert.deepEqual(ignored(ground), []);
      await ground.payAndReturn();
    },
  );
  await holds('`configure()` of either application reaches the elements of both', async () => {
    await open(ground, 'shared');
    await ground.pay().waitFor();
    await ground.page.getByText('Norsk').click();
    await ground.payInNorwegian().waitFor();
  });
}

async function proveApart(ground: Ground, holds: Holds): Promise<void> {
  const { first } = ground.copies.versions;
  await holds(
    'not shared: the copy that comes first stays, the other warns, and the panel pays',
    async () => {
      await open(ground, 'apart');
      await ground.pay().waitFor();
      const warned = ignored(ground);
      assert.equal(warned.length, readdirSync('src/define').length);
      assert.ok(warned.includes(`connect-pay-invoice ${first} ignored ${first}`));
      await ground.payAndReturn();
    },
  );
  await holds(
    '`configure()` of the application whose copy came second reaches nothing',
    async () => {
      await open(ground, 'apart');
      await ground.pay().waitFor();
      await ground.page.getByText('Norsk').click();
      await ground.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      assert.equal(await ground.payInNorwegian().count(), 0);
      await ground.pay().waitFor();
    },
  );
}

export const federation = situation('Module federation', async (ground, holds, proof) => {
  const app = await proof.install('micro-frontends/app');
  for (const mode of ['shared', 'apart'] as const) {
    for (const one of ['build:invoices', 'build:account']) {
      await run(app, 'npm', 'run', one, '--', '--mode', mode, '--logLevel', 'error');
    }
    ground.mount(mode, join(app, mode));
  }
  await proveShared(ground, holds);
  await proveApart(ground, holds);
  const plugin = await versionOf(app, '@module-federation/vite');
  return `@module-federation/vite ${plugin}, Vite ${await versionOf(app, 'vite')}`;
});
