import assert from 'node:assert/strict';
import { startDemo } from '../../../demo/server.js';
import { launch } from '../../e2e/support.js';
import { run, versionOf } from '../package.js';
import type { Place, Proof } from '../place.js';
import { proveFlow } from './flow.js';
import { frameworks, type MetaFramework } from './frameworks.js';
import { aim, startBuilt } from './site.js';

async function prove(framework: MetaFramework, proof: Proof): Promise<string> {
  const folder = await proof.install(`meta-frameworks/app/${framework.folder}`);
  const demo = await startDemo({ moreOrigins: ['http://localhost:*'] });
  const browser = await launch();
  try {
    aim(folder, demo);
    await proof.holds(`is type-checked by ${framework.checker}`, () =>
      run(folder, 'npm', 'run', 'check'),
    );
    await proof.holds('is built, and the elements say nothing meanwhile', async () => {
      const said = await run(folder, 'sh', '-c', 'npm run build 2>&1');
      assert.doesNotMatch(said, /^connect-|ignored/m);
    });
    const { url, close } = await startBuilt(folder);
    await proveFlow(proof, browser, { ...demo, url }).finally(close);
  } finally {
    await browser.close();
    await demo.close();
  }
  const versions = Object.entries(framework.packages).map(
    async ([title, name]) => `${title} ${await versionOf(folder, name)}`,
  );
  return (await Promise.all(versions)).join(', ');
}

export const places: readonly Place[] = frameworks.map((framework) => ({
  name: framework.name,
  prove: (proof) => prove(framework, proof),
}));
