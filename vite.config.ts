import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { transform as transformCss } from 'lightningcss';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };

const names = (folder: string) =>
  readdirSync(new URL(`src/${folder}`, import.meta.url)).map((file) => basename(file, '.ts'));

const entries = (folder: string) =>
  Object.fromEntries(
    names(folder).map((name) => [`${folder}/${name}`, `src/${folder}/${name}.ts`]),
  );

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
 * Takes out of a file for a script tag what of Lit has no use there: its hooks on `globalThis`, which
 * with short names would be the page's own; what stands in for constructable style sheets, which every
 * browser with `:state()` has; decorators' metadata; and templates of SVG and MathML. What a newer Lit
 * writes differently stays in, and is seen in the bytes.
 */
const withoutUnused: Plugin = {
  name: 'connect-elements:without-unused',
  transform(code, id) {
    if (!/\/(lit-html|lit-element|reactive-element|css-tag)\.js$/.test(id)) return undefined;
    const rest = code
      .replace(/\b\w+\.\w+(?:Polyfill|Hydrate)Support\b/g, '(void 0)')
      .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0')
      .replace(/\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true')
      .replace(/const (\w)=this\[Symbol\.metadata\];if.*?\}(?=this\.)/, '')
      .replace(/Symbol\.metadata\?\?=.*?new WeakMap;/, '')
      .replace(/2===i\?"<.*?:""/g, '""')
      .replace(/if\(2===i\|\|3===i\)\{.*?\}/, '');
    return { code: rest, map: null };
  },
};

/**
 * Members that only our own classes and Lit's call. In a file that holds all of both, they may have
 * short names. A member that a page, the DOM or JSON knows by name must not stand here, nor one that Lit
 * or we also name in a string (`properties`, `elementProperties`, `finalized`).
 */
const internalMembers = [
  'about|act|action|actions|announced|answer|api|arrival|arrive|busy|checkAgain|choices|controller',
  'emit|emitError|errors|fresh|heading|idParameter|identity|isBusy|isRegistered|leave|lifetime|load',
  'noAnswer|onWait|outcomes|ownSettings|prepare|redirectByHand|refresh|registered',
  'renderDetails|renderReady|renderSummary|renderView|resource|restored|retryAfter|say|settings|settingsChanged|settle',
  'startOver|stateName|stop|subject|submit|texts|tone|tryAgain|users|view',
  'addController|addInitializer|attribute|converter|createProperty|createRenderRoot|creationScope',
  'elementStyles|enableUpdating|endNode|finalize|finalizeStyles|firstUpdated|fromAttribute',
  'getPropertyDescriptor|getPropertyOptions|getUpdateComplete|hasChanged|hasUpdated|hostConnected',
  'hostDisconnected|hostUpdate|hostUpdated|isUpdatePending|noAccessor|parts|performUpdate',
  'reflect|removeController|renderBefore|renderOptions|renderRoot|scheduleUpdate|setConnected',
  'shadowRootOptions|shouldUpdate|startNode|strings|toAttribute|useDefault|willUpdate|wrapped|_\\$.*',
].join('|');

const members = new RegExp(`^(${internalMembers})$`);

const terser: Plugin = {
  name: 'connect-elements:terser',
  async renderChunk(code) {
    const { code: small = code, map } = await minify(code, {
      module: true,
      ecma: 2020,
      sourceMap: true,
      compress: { passes: 3, unsafe: true, unsafe_arrows: true, keep_fargs: false },
      // `builtins`, since some of ours have a namesake in the DOM that none of our files touches.
      mangle: { properties: { regex: members, keep_quoted: true, builtins: true } },
      format: { comments: false },
    });
    return { code: small, map: typeof map === 'string' ? map : JSON.stringify(map) };
  },
};

/** One self-registering file with all it needs. Its bytes are what the budgets count. */
export function bundle(name: string, entry: string, outDir = 'dist/cdn'): Promise<unknown> {
  return build({
    ...common,
    plugins: [withoutUnused, literals, terser],
    build: {
      target: 'es2022',
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
}

/** `vite build` makes the package's entries, and after them the files for a plain script tag. */
export default defineConfig({
  ...common,
  plugins: [
    literals,
    {
      name: 'connect-elements:cdn',
      async closeBundle() {
        await bundle('connect-elements', 'src/index.ts');
        for (const name of names('define')) await bundle(name, `src/define/${name}.ts`);
      },
    },
  ],
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: { index: 'src/index.ts', ...entries('elements'), ...entries('define') },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^@lit\//],
      output: { chunkFileNames: 'shared/[name].js' },
    },
  },
});
