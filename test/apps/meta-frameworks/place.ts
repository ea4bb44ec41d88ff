import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../../demo/server.js';
import { launch } from '../../e2e/support.js';
import { run, versionsOf } from '../package.js';
import type { Place, Proof } from '../place.js';
import { proveDevelopment, proveFlow, proveMadeAnew } from './flow.js';
import { frameworks, type MetaFramework } from './frameworks.js';
import { aim, silent, startServer } from './site.js';

async function proveChecks(
  { checker, source }: MetaFramework,
  { holds }: Proof,
  folder: string,
): Promise<void> {
  const check = () => run(folder, 'npm', 'run', 'check');
  await holds(`is type-checked by ${checker}`, check);
  await holds(`is told by ${checker} of what an event does not say`, async () => {
    const file = join(folder, source);
    const text = readFileSync(file, 'utf8');
    assert.ok(text.includes('detail.outcome'));
    writeFileSync(file, text.replace('detail.outcome', 'detail.outcom'));
    const said = await check().then(() => '', String);
    writeFileSync(file, text);
    assert.match(said, /'outcom' does not exist/);
  });
}

async function proveServers(
  { start, development }: MetaFramework,
  proof: Proof,
  folder: string,
  { browser, demo: { sandbox } }: { browser: Browser; demo: Demo },
): Promise<void> {
  await proof.holds('is built, and the elements say nothing meanwhile', async () => {
    const quiet = Object.entries(silent).map((entry) => entry.join('='));
    const said = await run(folder, 'env', ...quiet, 'sh', '-c', 'npm run build 2>&1');
    assert.doesNotMatch(said, /^connect-|ignored/m);
  });
  const built = await startServer(folder, start, 'production');
  await proveFlow(proof, browser, { ...built, sandbox }).finally(built.close);
  const warning = await startServer(folder, development, 'development');
  await proveDevelopment(proof, browser, { ...warning, sandbox }).finally(warning.close);
}

/** What the page writes is not what the server has written. */
function unfit(text: string): string {
  const [before, terms, after] = text.split(/( I accept the terms\.)/);
  assert.ok(terms);
  return `${before}{typeof document === 'undefined' ? 'Now' : 'Then'}${terms}${after}`;
}

async function proveMismatch(
  { development, source }: MetaFramework,
  proof: Proof,
  folder: string,
  { browser, demo: { sandbox } }: { browser: Browser; demo: Demo },
): Promise<void> {
  const file = join(folder, source);
  writeFileSync(file, unfit(readFileSync(file, 'utf8')));
  const site = await startServer(folder, development, 'development');
  await proveMadeAnew(proof, browser, { ...site, sandbox }).finally(site.close);
}

async function prove(framework: MetaFramework, proof: Proof): Promise<string> {
  const folder = await proof.install(`meta-frameworks/app/${framework.folder}`);
  const demo = await startDemo({ moreOrigins: ['http://localhost:*'] });
  const browser = await launch();
  try {
    aim(folder, demo);
    await proveChecks(framework, proof, folder);
    await proveServers(framework, proof, folder, { browser, demo });
    if (framework.makesAnew) await proveMismatch(framework, proof, folder, { browser, demo });
  } finally {
    await browser.close();
    await demo.close();
  }
  return versionsOf(folder, framework.packages);
}

export const places: readonly Place[] = frameworks.map((framework) => ({
  name: framework.name,
  prove: (proof) => prove(framework, proof),
}));
