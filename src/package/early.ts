import { readFileSync } from 'node:fs';
import { build, type Plugin, type UserConfig } from 'vite';
import { bundle } from './bundles.js';

/** The starter as a page has it, which is `dist/cdn/early.js`, and the entry that writes it into pages. */
export async function bundleEarly(common: UserConfig, note: Plugin): Promise<void> {
  await bundle(common, 'early', 'src/platform/starter.js', 'dist/cdn');
  const starter = readFileSync('dist/cdn/early.js', 'utf8').trim();
  await build({
    ...common,
    plugins: [note],
    define: { CONNECT_ELEMENTS_EARLY: JSON.stringify(starter) },
    build: {
      ...common.build,
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      lib: { entry: 'src/early.ts', formats: ['es'], fileName: () => 'early.js' },
    },
  });
}
