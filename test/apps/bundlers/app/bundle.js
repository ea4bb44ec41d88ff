/**
 * `node bundle.js rollup page.js out`: bundles a page's script as the bundler does it for production; Parcel begins with
 * the page.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const [bundler, entry, out] = process.argv.slice(2);
const folder = resolve(out);

/** Of webpack, and of Rspack, which has its options. */
const common = {
  mode: 'production',
  entry: { page: resolve(entry) },
  output: {
    path: folder,
    filename: '[name].js',
    publicPath: 'auto',
    module: true,
    chunkFormat: 'module',
  },
  experiments: { outputModule: true },
};

function byWebpack(make, options) {
  return new Promise((settle, reject) => {
    make(options, (error, stats) => {
      if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString('errors-only')));
      else settle();
    });
  });
}

async function byRollup() {
  const { rollup } = await import('rollup');
  const { nodeResolve } = await import('@rollup/plugin-node-resolve');
  const { default: terser } = await import('@rollup/plugin-terser');
  const made = await rollup({
    input: { page: entry },
    plugins: [nodeResolve(), terser({ module: true })],
  });
  await made.write({ dir: folder, format: 'es', entryFileNames: '[name].js' });
}

async function byParcel() {
  const { Parcel } = await import('@parcel/core');
  await new Parcel({
    entries: entry.replace('.js', '.html'),
    defaultConfig: '@parcel/config-default',
    mode: 'production',
    defaultTargetOptions: {
      distDir: folder,
      publicUrl: './',
      sourceMaps: false,
      shouldOptimize: true,
      shouldScopeHoist: true,
    },
    shouldDisableCache: true,
  }).run();
}

/** Its own program, whose package needs nothing done when it is installed. */
function byBun() {
  const machine = process.arch === 'arm64' ? 'aarch64' : process.arch;
  const program = `node_modules/@oven/bun-${process.platform}-${machine}/bin/bun`;
  const options = ['--outdir', folder, '--splitting', '--production'];
  return promisify(execFile)(program, ['build', entry, ...options]);
}

const bundlers = {
  webpack: async () => byWebpack((await import('webpack')).default, common),
  rspack: async () => {
    const { experiments, ...options } = common;
    return byWebpack((await import('@rspack/core')).rspack, options);
  },
  rollup: byRollup,
  parcel: byParcel,
  bun: byBun,
};
await bundlers[bundler]();
