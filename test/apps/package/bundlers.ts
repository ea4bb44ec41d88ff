import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as viteBuild } from 'vite';
import { run } from '../package.js';

/** Puts a script and what it imports into one text. */
export type Bundle = (folder: string, name: string, script: string) => Promise<string>;

async function withEsbuild(folder: string, name: string, script: string): Promise<string> {
  await writeFile(join(folder, `${name}.js`), script);
  const options = [
    '--bundle',
    '--format=esm',
    '--splitting',
    '--outdir=esbuild',
    '--log-level=error',
  ];
  await run(folder, resolve('node_modules/.bin/esbuild'), `${name}.js`, ...options);
  return readFile(join(folder, 'esbuild', `${name}.js`), 'utf8').then((entry) =>
    withImports(join(folder, 'esbuild'), entry),
  );
}

async function withVite(folder: string, name: string, script: string): Promise<string> {
  const entry = join(folder, `${name}.js`);
  await writeFile(entry, script);
  await viteBuild({
    ...{ root: folder, configFile: false, logLevel: 'error' },
    build: {
      ...{ outDir: 'vite', minify: false, emptyOutDir: false },
      lib: { entry, formats: ['es'], fileName: name },
    },
  });
  // Beside it lie files of languages, whose names begin alike: `method-status.da-….js`.
  const bundle = await readFile(join(folder, 'vite', `${name}.js`), 'utf8');
  return withImports(join(folder, 'vite'), bundle);
}

/** With what the page fetches at once; what it may fetch later is not part of it. */
async function withImports(folder: string, code: string): Promise<string> {
  const files = [...code.matchAll(/^(?:import|export) .*?["']\.\/([^"']+)["'];$/gm)];
  const inner = await Promise.all(
    files.map(async ([, file = '']) =>
      withImports(folder, await readFile(join(folder, file), 'utf8')),
    ),
  );
  return [code, ...inner].join('\n');
}

export const bundlers: Readonly<Record<string, Bundle>> = { esbuild: withEsbuild, Vite: withVite };
