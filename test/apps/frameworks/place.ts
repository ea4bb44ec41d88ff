import { join } from 'node:path';
import { launch } from '../../e2e/support.js';
import { run, versionsOf } from '../package.js';
import type { Place, Proof } from '../place.js';
import { proveChecks } from './checks.js';
import { proveFlow, proveMounts } from './flow.js';
import { frameworks, type Framework } from './frameworks.js';
import { proveOwnLook, writeOwnLook } from './own-look.js';
import { startSite } from './site.js';

async function prove(framework: Framework, proof: Proof): Promise<string> {
  const folder = await proof.install(`frameworks/app/${framework.folder}`);
  if (framework.hasOwnLook) await writeOwnLook(folder);
  await proveChecks(framework, proof, folder);
  await run(folder, 'npm', 'run', 'build');
  await run(folder, 'npm', 'run', 'build:development');
  const site = await startSite();
  const browser = await launch();
  try {
    const { effects = 0 } = framework;
    await proveFlow(proof, browser, site, join(folder, 'dist'));
    await proveMounts(proof, browser, site, join(folder, 'development'), effects);
    if (framework.hasOwnLook) await proveOwnLook(proof, browser, site, folder);
  } finally {
    await browser.close();
    await site.close();
  }
  return versionsOf(folder, framework.packages);
}

export const places: readonly Place[] = frameworks.map((framework) => ({
  name: framework.name,
  prove: (proof) => prove(framework, proof),
}));
