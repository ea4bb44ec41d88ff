import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { bundle } from '../../src/package/bundles.js';
import { common } from '../../vite.config.js';

/**
 * Bundles an entry as the published files are.
 *
 * @returns the path of the file, in a temporary folder of its own.
 */
export async function bundleAside(name: string, entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
  await bundle(common, name, entry, folder);
  return join(folder, `${name}.js`);
}

/** The least that does the job of `connect-payment-methods`, without this library: what it is measured beside. */
export const floorNames = ['hand-written', 'lit'] as const;

/** Bundles one of those, and gives the path of the file. */
export function bundleFloor(name: (typeof floorNames)[number]): Promise<string> {
  return bundleAside(`floor-${name}`, `test/bench/floors/${name}.ts`);
}

/** Bundles the package with Lit's hydration, as a site would, and gives the path of the file. */
export async function bundleHydrating(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'connect-elements-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      lib: { entry: 'test/bench/hydrating.js', formats: ['es'], fileName: 'hydrating' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return join(outDir, 'hydrating.js');
}

/**
 * Bundles a script of a site as Vite does when nobody tells it how.
 *
 * @param script Imports from the package by its name.
 * @returns the files that are loaded at once, not those that are loaded when they are used.
 */
export async function bundleSite(script: string): Promise<readonly string[]> {
  const site = 'virtual:site';
  const page: Plugin = {
    name: 'bench:site',
    resolveId: (id) => (id === site ? id : undefined),
    load: (id) => (id === site ? script : undefined),
  };
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [page],
    build: {
      write: false,
      // What a site uses of an entry that registers nothing is all of it.
      rolldownOptions: { input: { site }, preserveEntrySignatures: 'strict' },
    },
  });
  if (!('output' in result)) throw new Error('Vite gave more than one bundle');
  const chunks = result.output.filter((file) => file.type === 'chunk');
  const atOnce = chunks.filter(({ isEntry }) => isEntry);
  for (const { imports } of atOnce) {
    const more = chunks.filter((one) => imports.includes(one.fileName) && !atOnce.includes(one));
    atOnce.push(...more);
  }
  return atOnce.map(({ code }) => code);
}
