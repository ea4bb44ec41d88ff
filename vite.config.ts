import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { bundleAll, isLazy, lazyIn } from './src/package/bundles.js';
import { bundleCheck } from './src/package/check.js';
import { bundleEarly } from './src/package/early.js';
import { bundleSandbox } from './src/package/sandbox.js';
import { noteHeld, writeHeldLicences, writeSbom } from './src/package/sbom.js';

const entries = (folder: string) =>
  Object.fromEntries(
    readdirSync(new URL(`src/${folder}`, import.meta.url))
      .map((file) => basename(file, '.ts'))
      .map((name) => [`${folder}/${name}`, `src/${folder}/${name}.ts`]),
  );

/** What every bundle is made with. */
export const common = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: { CONNECT_ELEMENTS_VERSION: JSON.stringify(manifest.version) },
  build: {
    // The browsers of the handbook's table: what of the syntax they lack is rewritten.
    target: ['chrome125', 'edge125', 'firefox126', 'safari17.4', 'ios17.4'],
  },
} satisfies UserConfig & { configFile: false };

/** `vite build` makes the package's entries, and after them the files that stand by themselves. */
export default defineConfig({
  ...common,
  plugins: [
    {
      name: 'connect-elements:others',
      async closeBundle() {
        await Promise.all([
          bundleAll(common),
          bundleSandbox(common, noteHeld('dist/sandbox')),
          bundleEarly(common, noteHeld('dist')),
          bundleCheck(common, noteHeld('dist/check')),
        ]);
        await writeSbom('dist/sbom.json');
        writeHeldLicences();
      },
    },
  ],
  build: {
    ...common.build,
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        client: 'src/client.ts',
        flow: 'src/flow.ts',
        dialect: 'src/dialect.ts',
        listen: 'src/listen.ts',
        testing: 'src/testing.ts',
        ssr: 'src/server/ssr.ts',
        ...entries('elements'),
        ...entries('define'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => isLazy(id) || /^(lit|@lit)(\/|$)/.test(id),
      output: { chunkFileNames: 'shared/[name].js', paths: lazyIn('./lazy') },
    },
  },
});
