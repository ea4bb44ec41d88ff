import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { bundle } from '../../vite.config.js';

/**
 * Bundles an entry as the published files are.
 *
 * @returns the path of the file, in a temporary folder of its own.
 */
export async function bundleAside(name: string, entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
  await bundle(name, entry, folder);
  return join(folder, `${name}.js`);
}

/** Bundles an entry without Lit as a site would, with Vite and its minifier, and gives the path of the file. */
export async function bundleHeadless(name: string, entry: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'connect-elements-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: name },
      rolldownOptions: {
        output: { codeSplitting: false, minify: true },
      },
    },
  });
  return join(outDir, `${name}.js`);
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
