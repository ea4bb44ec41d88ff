import { build, type Plugin, type UserConfig } from 'vite';

/** What a site installs beside the elements when its tests use the sandbox; the rest stands in the file. */
const peers = ['oidc-provider', 'openapi-backend'];

/**
 * The sandbox as modules for Node. They lie as deep below the package as their sources do below the
 * repository: from both, the contracts are at `../../src/api`.
 */
export async function bundleSandbox(common: UserConfig, note: Plugin): Promise<void> {
  await build({
    ...common,
    plugins: [note],
    ssr: { target: 'node', noExternal: true, external: peers },
    build: {
      target: 'node20',
      outDir: 'dist/sandbox',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      ssr: true,
      rolldownOptions: {
        input: { index: 'demo/sandbox/package.ts' },
        output: { chunkFileNames: '[name].js' },
      },
    },
  });
}
