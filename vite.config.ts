import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { transform as transformCss } from 'lightningcss';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { withoutUnused } from './src/cdn/lit.js';
import { templates } from './src/cdn/templates.js';
import { noteHeld, writeHeldLicences, writeSbom } from './src/cdn/sbom.js';
import { bundleSandbox } from './src/package/sandbox.js';

const names = (folder: string) =>
  readdirSync(new URL(`src/${folder}`, import.meta.url)).map((file) => basename(file, '.ts'));

const entries = (folder: string) =>
  Object.fromEntries(
    names(folder).map((name) => [`${folder}/${name}`, `src/${folder}/${name}.ts`]),
  );

/** The browsers of the handbook's table: what of the syntax they lack is rewritten. */
const target = ['chrome125', 'edge125', 'firefox126', 'safari17.4', 'ios17.4'];

const common = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: { CONNECT_ELEMENTS_VERSION: JSON.stringify(manifest.version) },
} satisfies UserConfig & { configFile: false };

/** Takes the white space out of templates and style sheets, which no minifier of JavaScript touches. */
const literals: Plugin = {
  name: 'connect-elements:literals',
  async transform(code, id) {
    if (/\/ui\/[\w-]*styles\.ts$/.test(id)) {
      const minified = code.replace(/`([^`]*)`/g, (_, css: string) => {
        const source = { filename: id, code: Buffer.from(css), minify: true };
        return JSON.stringify(new TextDecoder().decode(transformCss(source).code));
      });
      return { code: minified, map: null };
    }
    if (id.includes('node_modules') || !code.includes('html`')) return undefined;
    const result = await minifyHTMLLiterals(code, { fileName: id });
    return result ? { code: result.code, map: result.map?.toString() ?? null } : undefined;
  },
};

/**
 * Members that only our own classes and Lit's call. In a file that holds all of both, they may have
 * short names. A member that a page, the DOM or JSON knows by name must not stand here, nor one that Lit
 * or we also name in a string (`properties`, `elementProperties`, `finalized`).
 */
const internalMembers = [
  'requestUpdate|isFresh|about|access|act|actions|announce|announced|isShown|answer|api|arrival|arrive|badge|base|choices',
  'controller|depart|element|emit|emitError|examine|family|fresh|identity|idParameter|internals',
  'isBusy|isConfirmed|isOver|isRegistered|isSoon|isUrgent|known|label|spoken|leave|lifetime',
  'lines|load|moreParameters|notice|onWait|ownSettings|path|pausing|prepare|printed|reasons',
  'refresh|renderCancellation|renderDetails|renderEmpty|renderReady|renderSummary|renderView',
  'resource|restart|restored|retryAfter|say|sentence|settings|settingsChanged|settle|showsView',
  'stateName|stop|subject|submit|tellArrival|told|tone|users|view|words|wordsFor',
  'attribute|createProperty|createRenderRoot|ctor|elementStyles|enableUpdating|finalize',
  'finalizeStyles|hasUpdated|isUpdatePending|parts|performUpdate|render|renderOptions',
  'renderRoot|shadowRootOptions|strings|update|willUpdate|_\\$.*',
].join('|');

export const members = new RegExp(`^(${internalMembers})$`);

const minifyOptions = {
  module: true,
  ecma: 2020,
  compress: {
    passes: 3,
    unsafe: true,
    unsafe_arrows: true,
    keep_fargs: false,
    // No getter of ours or Lit's does anything but to get.
    pure_getters: true,
    hoist_funs: true,
  },
  format: { comments: false },
} as const;

const asText = (map: unknown) => (typeof map === 'string' ? map : JSON.stringify(map));

const terser: Plugin = {
  name: 'connect-elements:terser',
  async renderChunk(code) {
    const { code: small = code, map } = await minify(code, {
      ...minifyOptions,
      sourceMap: { asObject: false },
      // `builtins`, since some of ours have a namesake in the DOM that none of our files touches.
      mangle: { properties: { regex: members, keep_quoted: true, builtins: true } },
    });
    return { code: small, map: asText(map) };
  },
};

/** Once more after the bundler's own minifier: each finds what the other leaves. */
async function minifyFile(file: string): Promise<void> {
  const [code, content] = await Promise.all(
    [file, `${file}.map`].map((one) => readFile(one, 'utf8')),
  );
  if (!code || !content) throw new Error(`${file} is empty`);
  const { code: small, map } = await minify(code, {
    ...minifyOptions,
    sourceMap: { content, asObject: false },
  });
  await writeFile(file, `${small}\n`);
  await writeFile(`${file}.map`, asText(map));
}

/** Folders of `src/i18n` with the texts of a language that is fetched: English is in every file. */
const languages = readdirSync(new URL('src/i18n', import.meta.url)).filter(
  (name) => /^\w\w$/.test(name) && name !== 'en',
);

/** Modules of `src/host` that most pages never use. */
const beside = ['seamless-view', 'charges', 'debug'];

/** What a file for a script tag loads when it is used lies beside it; a site's bundler finds it by itself. */
const besides: Plugin = {
  name: 'connect-elements:besides',
  // Before the bundler's own.
  enforce: 'pre',
  resolveId: (source, _importer, { isEntry }) => {
    const [, name] = /\/(load|prerendered)\.js$/.exec(source) ?? [];
    if (name) return new URL(`src/cdn/${name}.ts`, import.meta.url).pathname;
    const id = `./${basename(source)}`;
    return !isEntry && beside.includes(basename(source, '.js'))
      ? { id, external: true }
      : undefined;
  },
};

/** One self-registering file with all it needs. Its bytes are what the budgets count. */
export async function bundle(name: string, entry: string, outDir = 'dist/cdn'): Promise<void> {
  await build({
    ...common,
    plugins: [besides, withoutUnused, literals, templates, terser, noteHeld(outDir)],
    build: {
      target,
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: 'hidden',
      lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
      rolldownOptions: {
        output: {
          codeSplitting: false,
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
  await minifyFile(`${outDir}/${name}.js`);
}

/** `vite build` makes the package's entries, and after them the files for a plain script tag. */
export default defineConfig({
  ...common,
  plugins: [
    literals,
    {
      name: 'connect-elements:cdn',
      async closeBundle() {
        await bundle('connect-elements', 'src/everything.ts');
        for (const name of names('define')) await bundle(name, `src/define/${name}.ts`);
        for (const family of ['connect', 'method-status', 'vipps-payment']) {
          for (const code of languages) {
            await bundle(`i18n/${family}.${code}`, `src/i18n/${code}/${family}.ts`);
          }
        }
        for (const name of beside) await bundle(name, `src/host/${name}.ts`);
        await bundleSandbox(common, noteHeld('dist/sandbox'));
        await writeSbom('dist/sbom.json');
        writeHeldLicences();
      },
    },
  ],
  build: {
    target,
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        ssr: 'src/server/ssr.ts',
        ...entries('elements'),
        ...entries('define'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^@lit\//],
      output: { chunkFileNames: 'shared/[name].js' },
    },
  },
});
