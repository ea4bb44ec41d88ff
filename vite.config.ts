import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { transform as transformCss } from 'lightningcss';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { noteHeld, writeSbom } from './sbom.js';

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

/** What a part of Lit becomes in a file for a script tag. */
type Cut = readonly [part: RegExp, rest: string];

/** By the end of a module's name. */
const cuts: Readonly<Record<string, readonly Cut[]>> = {
  // Every browser with `:state()` has constructable style sheets.
  'reactive-element/css-tag.js': [
    [/\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true'],
    // Style sheets are made by `unsafeCSS`, each once.
    [/if\(this\._\$cssResult\$=!0,o!==s\)throw.*?instead\."\);/, ''],
    [
      /let t=this\.o;const s=this\.t;if.*?return t/,
      'let t=this.o;return t||(this.o=t=new CSSStyleSheet).replaceSync(this.cssText),t',
    ],
  ],
  'reactive-element/reactive-element.js': [
    // Attributes are texts or booleans, and none is written back.
    [/toAttribute\(t,s\)\{.*?return t\},/, ''],
    [/fromAttribute\(t,s\)\{.*?return i\}/, 'fromAttribute(t,s){return s===Boolean?null!==t:t}'],
    [/,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f/, ''],
    [/h="function"==typeof t\.converter.*?:u;/, 'h=u;'],
    [/_\$ET\(t,s\)\{.*?_\$Em=null\}\}/, ''],
    [/this\._\$Eq&&=.*?\)\),/, ''],
    [/this\[e\]=r\?\?this\._\$Ej\?\.get\(e\)\?\?r,/, 'this[e]=r,'],
    [/\(i\.hasChanged\?\?f\)\(h,s\)\|\|.*?\)\)\)return;/, 'f(h,s)))return;'],
    [
      /C\(t,s,\{useDefault:i.*?\.add\(t\)\)\}/,
      'C(t,s){this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s))}',
    ],
    // No property keeps its own first value, and no element has another schedule.
    [/this\.prototype\.hasOwnProperty\(t\)&&.*?wrapped=!0\),/, ''],
    [/,!s\.noAccessor\)/, ',1)'],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\).*?,i,e\)\}(?=\}let)/, ''],
    [/this\.scheduleUpdate\(\);return null!=t&&await t,/, 'this.performUpdate();return '],
    [/scheduleUpdate\(\)\{.*?\}/, ''],
    [
      /this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return (this\._\$ES)\}shouldUpdate\(t\)\{return!0\}/,
      '$1}',
    ],
    [/t=this\.shouldUpdate\(s\),t\?\((.*?this\.update\(s\))\):this\._\$EM\(\)/, 't=!0,$1'],
    [/this\.hasUpdated\|\|\(this\.hasUpdated=!0,this\.firstUpdated\(t\)\)/, 'this.hasUpdated=!0'],
    [/firstUpdated\(t\)\{\}/, ''],
    // Properties are declared by `static properties`, not by decorators.
    [/static addInitializer.*?\.push\(t\)\}/, ''],
    [/void 0!==t\.l&&.*?\),this\.elem/, 'this.elem'],
    [/,this\.constructor\.l\?\.forEach.*?\)\)/, ''],
    [/s\.state&&\(s\.attribute=!1\),/, ''],
    [/const (\w)=this\[Symbol\.metadata\];if.*?\}(?=this\.)/, ''],
    [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
    [
      /static finalizeStyles\(s\)\{.*?return i\}/,
      'static finalizeStyles(s){return s?[s].flat():[]}',
    ],
    // Nothing is a controller.
    [/addController\(t\)\{.*?\}/, ''],
    [/removeController\(t\)\{.*?\}/, ''],
    [/,this\._\$EO\?\.forEach\(t=>t\.hostConnected\?\.\(\)\)/, ''],
    [/this\._\$EO\?\.forEach\(t=>t\.hostDisconnected\?\.\(\)\)/, ''],
    [/this\._\$EO\?\.forEach\(t=>t\.hostUpdate\?\.\(\)\),/, ''],
    [/this\._\$EO\?\.forEach\(t=>t\.hostUpdated\?\.\(\)\),/, ''],
  ],
  'lit-element/lit-element.js': [
    // Only asynchronous directives ask whether they are connected.
    [/connectedCallback\(\)\{super.*?disconnectedCallback\(\)\{.*?\}/, ''],
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
  ],
  'lit-html/lit-html.js': [
    // No template is SVG or MathML, or was compiled, or has expressions in a comment or in raw text.
    [/2===i\?"<svg>":3===i\?"<math>":""/, '""'],
    [/2===i\?"<\/svg>":3===i\?"<\/math>":""/, '""'],
    [/if\((this\.el=.*?\.content),2===i\|\|3===i\)\{.*?\}/, '$1;'],
    [/"number"==typeof s\?(this\._\$AC\(t\)):\(.*?,s\)/, '$1'],
    [/\(y\.test\(u\[2\]\)&&.*?,c=p\)/, 'c=p'],
    [/else t\.startsWith\(o\)&&.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
    [/else\{let t=-1;.*?o\.length-1\}/, ''],
    // No expression is a directive, and none stands in place of an attribute.
    [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
    [/t=M\(this,t,i\),a/, 'a'],
    [/t=M\(this,t,i,0\),o/, 'o'],
    [/M\(this,(e\[s\+n\]),i,n\)/, '$1'],
    [/M\(this,t,i,0\)(?=\?\?)/, 't'],
    [/this\._\$AP\?\.\(!1,!0,s\);/, ';'],
    [/setConnected\(t\)\{.*?\)\}/, ''],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
    [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
    [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}/g, ''],
    [/this\._\$AN=void 0,/g, ''],
    [/get parentNode\(\)\{let t.*?,t\}get startNode.*?get endNode.*?\}/, ''],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
    [/get tagName\(\)\{return this\.element\.tagName\}/, ''],
    // Every listener is a function, and none has options.
    [/\|\|t\.capture!==s\.capture\|\|t\.once!==s\.once\|\|t\.passive!==s\.passive/, ''],
    [/"function"==typeof this\._\$AH\?(.*?):this\._\$AH\.handleEvent\(t\)/, '$1'],
  ],
};

/** Lit's hooks on `globalThis`: with short names they would be the page's own. */
const hooks: readonly Cut[] = [
  [/\b\w+\.\w+(?:Polyfill|Hydrate)Support\b/g, '(void 0)'],
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0'],
];

/**
 * Takes out of a file for a script tag what of Lit has no use there. A Lit that writes a part in another
 * way stops the build, so that somebody looks at it again; the end-to-end tests run what is left.
 */
const withoutUnused: Plugin = {
  name: 'connect-elements:without-unused',
  transform(code, id) {
    const name = Object.keys(cuts).find((end) => id.endsWith(end));
    if (!name) return undefined;
    const hookless = hooks.reduce((rest, [part, instead]) => rest.replace(part, instead), code);
    const rest = (cuts[name] ?? []).reduce((before, [part, instead]) => {
      const after = before.replace(part, instead);
      if (after === before) throw new Error(`${name} has no ${String(part)}`);
      return after;
    }, hookless);
    return { code: rest, map: null };
  },
};

/**
 * Members that only our own classes and Lit's call. In a file that holds all of both, they may have
 * short names. A member that a page, the DOM or JSON knows by name must not stand here, nor one that Lit
 * or we also name in a string (`properties`, `elementProperties`, `finalized`).
 */
const internalMembers = [
  'about|access|act|actions|announce|announced|answer|api|arrival|arrive|badge|base|busy',
  'checkAgain|choices|controller|depart|element|emit|emitError|errors|examine|fresh|heading',
  'idParameter|identity|isBusy|isConfirmed|isOver|isRegistered|isSoon|isUrgent|known|label|leave',
  'lifetime|lines|load|moreParameters|names|nextPayment|noAnswer|noSubscriptions|notice|onWait',
  'outcomes|ownSettings|path|prepare|printed|question|reasons|redirectByHand|refresh|registered',
  'renderCancellation|renderDetails|renderEmpty|renderReady|renderSummary|renderView|resource',
  'restart|restored|retryAfter|say|sentence|settings|settingsChanged|settle|showsView|startOver',
  'stateName|stop|subject|submit|tellArrival|texts|told|tone|tryAgain|unreadSubscriptions|users',
  'view|waiting',
  'attribute|createProperty|createRenderRoot|creationScope|ctor|elementStyles|enableUpdating',
  'finalize|finalizeStyles|fromAttribute|getPropertyDescriptor|getPropertyOptions|hasUpdated',
  'isUpdatePending|parts|performUpdate|render|renderBefore|renderOptions|renderRoot',
  'shadowRootOptions|strings|update|willUpdate|_\\$.*',
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

/** One self-registering file with all it needs. Its bytes are what the budgets count. */
export async function bundle(name: string, entry: string, outDir = 'dist/cdn'): Promise<void> {
  await build({
    ...common,
    plugins: [withoutUnused, literals, terser, noteHeld],
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
        await writeSbom('dist/sbom.json');
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
