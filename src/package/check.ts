import { build, type Plugin, type UserConfig } from 'vite';

/** The checking tool, one file for Node with all that it needs. */
export async function bundleCheck(common: UserConfig, note: Plugin): Promise<void> {
  await build({
    ...common,
    plugins: [note],
    ssr: { target: 'node', noExternal: true },
    build: {
      target: 'node20',
      outDir: 'dist/check',
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      ssr: true,
      rolldownOptions: { input: { cli: 'src/check/cli.ts' } },
    },
  });
}
