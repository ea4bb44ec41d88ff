import { relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** How files of tests are bundled. */
export interface TestBuild {
  readonly outDir: string;
  /** Which of its builds Lit and others are taken in. */
  readonly mode: 'development' | 'production';
  readonly plugins?: readonly Plugin[];
  /** What is built beside the tests: files by the names that they get. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** What stands in a page for what rules import that are tested in Node. */
export const nodeInPage = new Map([
  ['node:test', 'test/support/page/node-test.ts'],
  ['node:assert/strict', 'test/support/page/node-assert.ts'],
]);

/** The test runner's own, which comes from its server, or is asked for by nobody. */
const ofRunner = '/__web-dev-server';

const inPage: Plugin = {
  name: 'tests:in-page',
  enforce: 'pre',
  resolveId: (id) => {
    const instead = nodeInPage.get(id);
    return instead && resolve(instead);
  },
  // `sideEffects` of the package are of what ships: the hooks of what tests only re-export would be left out.
  transform: (code) => ({ code, map: null, moduleSideEffects: true }),
};

const nameOf = (file: string) => file.replace(/\.ts$/, '');

/**
 * Bundles files of tests, each under its own path: a page loads a few files then instead of three hundred. Gives the
 * name of each, which is its path without an ending.
 */
export async function buildTests(files: readonly string[], how: TestBuild): Promise<string[]> {
  const { outDir, mode, plugins = [], beside = {} } = how;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode,
    plugins: [inPage, ...plugins],
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      minify: false,
      modulePreload: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        external: (id) => id.startsWith(ofRunner),
        input: { ...beside, ...Object.fromEntries(files.map((file) => [nameOf(file), file])) },
        output: {
          entryFileNames: '[name].js',
          // What is loaded when it is used keeps its path, by which tests know it.
          chunkFileNames: ({ facadeModuleId: file, name }) =>
            file ? `${nameOf(relative('.', file))}.js` : `shared/${name}-[hash].js`,
        },
      },
    },
  });
  return files.map(nameOf);
}

const folder = 'node_modules/.cache/tests';

/** Bundles them for the test runner, and gives the path of each. */
export async function builtForRunner(files: readonly string[]): Promise<(file: string) => string> {
  await buildTests(files, { outDir: resolve(folder), mode: 'development' });
  return (file) => `${folder}/${nameOf(file)}.js`;
}

/** Which file was run, whether as it stands or bundled. */
export function sourceOf(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith(folder) ? `${path.slice(folder.length + 1, -'.js'.length)}.ts` : path;
}
