import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { build, type UserConfig } from 'vite';
import { languages } from './languages.js';
import { noteHeld } from './sbom.js';

/** Files below a folder, without their ending, and the module that each is made of. */
type Files = Readonly<Record<string, string>>;

const elements = readdirSync('src/define').map((file) => basename(file, '.ts'));

/** Each registers its elements, and has in it all that they always need. */
const scriptTags: Files = {
  'connect-elements': 'src/everything.ts',
  ...Object.fromEntries(elements.map((name) => [name, `src/define/${name}.ts`])),
};

const families = ['connect', 'method-status', 'vipps-payment'];

/** What elements load when it is used, by `import()`: each file has in it all that it needs. */
const lazy: Files = {
  charges: 'src/vipps-payment/charges.ts',
  debug: 'src/host/debug.ts',
  'seamless-view': 'src/vipps-payment/seamless-view.ts',
  ...Object.fromEntries(
    languages.flatMap((code) =>
      families.map((family) => [`i18n/${family}.${code}`, `src/i18n/${code}/${family}.ts`]),
    ),
  ),
};

const lazyFiles = new Map(Object.entries(lazy).map(([file, module]) => [resolve(module), file]));

/** Whether a module is one of those, by its path. */
export function isLazy(module: string): boolean {
  return lazyFiles.has(module);
}

/** Where files that import one find it, by its path; the bundler writes that as seen from each. */
export function lazyIn(folder: string): (module: string) => string {
  return (module) => {
    const file = lazyFiles.get(module);
    return file ? `${folder}/${file}.js` : module;
  };
}

/**
 * Around the file of one element. Without exports it also runs as a classic script, which consent managers and
 * optimisers make of it; what is top level in a module would then be the page's own. What optimisers glue it behind
 * may lack its last semicolon.
 *
 * The comment has Chromium compile all of the file beside the page's own thread, while it is loaded: most of it is
 * called before the element shows something. Of the file with all elements a page calls too little for that.
 */
const closed = {
  postBanner: '//# allFunctionsCalledOnLoad\n;(()=>{"use strict";',
  postFooter: '})();',
};

const smallest = { compress: true, mangle: true, codegen: { removeWhitespace: true } };

/**
 * Bundles a module with all that it imports, but for what is lazy, which lies beside it.
 *
 * @param file Its path below the folder, without the ending.
 */
export async function bundle(
  common: UserConfig,
  file: string,
  module: string,
  outDir: string,
  isMinified = true,
): Promise<void> {
  await build({
    ...common,
    plugins: [noteHeld(outDir)],
    build: {
      ...common.build,
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: isMinified ? 'hidden' : true,
      lib: { entry: module, formats: ['es'], fileName: () => `${file}.js` },
      rolldownOptions: {
        external: (id) => isLazy(id) && id !== resolve(module),
        output: {
          codeSplitting: false,
          paths: lazyIn('.'),
          // What licences ask for stands in a file beside.
          ...(isMinified && { comments: false, minify: smallest }),
          ...(module.startsWith('src/define/') && closed),
        },
      },
    },
  });
}

/** Everything that a page without a bundler loads, and what the package's entries load when it is used. */
export async function bundleAll(common: UserConfig): Promise<void> {
  const bundles = (files: Files, folder: string, isMinified: boolean) =>
    Object.entries(files).map(([file, module]) => bundle(common, file, module, folder, isMinified));
  await Promise.all([
    ...bundles({ ...scriptTags, ...lazy }, 'dist/cdn', true),
    ...bundles(lazy, 'dist/lazy', false),
  ]);
}
