import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { version as viteVersion } from 'vite';
import ts from 'typescript';
import { decodeObject, text } from '../../../src/api/decode.js';
import { assertRegistry, makeFolder, remove, run, versionOf } from '../package.js';
import type { Place, Proof } from '../place.js';
import { bundlers } from './bundlers.js';

const read = (file: string) => decodeObject(JSON.parse(readFileSync(file, 'utf8')));
const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];

/** A project of nobody's, with the package as npm installs it. */
async function emptyProject(tarball: string): Promise<string> {
  await assertRegistry();
  const folder = await makeFolder();
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await run(folder, 'npm', 'install', '--no-save', ...quiet, tarball);
  return folder;
}

/** Every name that a site can import, and what it leads to. */
function entriesOf(folder: string): readonly (readonly [name: string, files: readonly string[]])[] {
  const { exports } = read(join(folder, 'node_modules/connect-elements/package.json'));
  return Object.entries(decodeObject(exports)).map(([name, target]) => [
    name.replace('.', 'connect-elements'),
    (typeof target === 'string' ? [target] : Object.values(decodeObject(target))).map(text),
  ]);
}

const isScript = ([, files]: readonly [string, readonly string[]]) =>
  files.some((file) => file.endsWith('.js'));

/** The element classes of the package, by the name of their entry. */
const elementNames = async () =>
  (await readdir('src/elements')).map((file) => basename(file, '.ts')).sort();
const className = (name: string) =>
  `Connect${name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())}`;

/** Which elements stand in a bundle. */
async function heldIn(code: string): Promise<string[]> {
  const isHeld = (name: string) =>
    new RegExp(`\\bclass ${className(name)}\\b|\\b${className(name)} = class\\b`).test(code);
  return (await elementNames()).filter(isHeld);
}

const uses = `import { configure, type ConnectDetail, type Dictionary, type PageSettings } from 'connect-elements';
import { ConnectPayInvoice } from 'connect-elements/pay-invoice';
import 'connect-elements/pay-invoice/define';
import { version } from 'connect-elements/cdn';
import nb from 'connect-elements/i18n/nb';
import type { Sandbox } from 'connect-elements/sandbox';

const settings: PageSettings = { clientId: 'no.example', texts: { nb: { ...nb, 'pay-invoice.action': 'Betal nå' } } };
configure(settings);
const all: Dictionary = nb;
const element: ConnectPayInvoice = document.createElement('connect-pay-invoice');
element.invoiceNumber = '7435367';
element.addEventListener('connect-outcome', ({ detail }) => {
  const { outcome }: ConnectDetail<'connect-outcome'> = detail;
  console.log(outcome, all['pay-invoice.action'], version);
});
export const token = (sandbox: Sandbox): Promise<string> => sandbox.accessToken('kari');
// @ts-expect-error a number is no invoice number
element.invoiceNumber = 7;
// @ts-expect-error no element says this
export const wrong: Partial<Dictionary> = { 'pay-invoice.shells': '' };
`;

async function compiles(folder: string, module: string, resolution: string): Promise<void> {
  await writeFile(join(folder, 'uses.ts'), uses);
  const options = '--strict --noEmit --skipLibCheck --target es2022 --lib es2023,dom,dom.iterable';
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const all = [...options.split(' '), '--module', module, '--moduleResolution', resolution];
  await run(folder, process.execPath, compiler, ...all, 'uses.ts');
}

async function proveImports({ tarball, holds }: Proof): Promise<string> {
  const folder = await emptyProject(tarball);
  const scripts = entriesOf(folder)
    .filter(isScript)
    .map(([name]) => name);
  await holds('installs what it needs and no more', async () => {
    const installed = await readdir(join(folder, 'node_modules'));
    const own = installed.filter((name) => !name.startsWith('.'));
    assert.deepEqual(own, [
      '@lit',
      '@lit-labs',
      '@types',
      'connect-elements',
      'lit',
      'lit-element',
      'lit-html',
    ]);
  });
  await holds('can be imported in Node by every name', async () => {
    assert.ok(scripts.length > 20);
    const lines = scripts.map((name) => `await import('${name}');`);
    await run(folder, process.execPath, '--input-type=module', '-e', lines.join('\n'));
  });
  for (const [name, bundle] of Object.entries(bundlers)) {
    await holds(`can be bundled by ${name} by every name`, async () => {
      const pages = scripts.filter((one) => !one.endsWith('/sandbox'));
      const lines = pages.map((one, at) => `export * as entry${at} from '${one}';`);
      const code = await bundle(folder, 'all', lines.join('\n'));
      assert.deepEqual(await heldIn(code), await elementNames());
    });
  }
  await holds('has types for moduleResolution bundler', () =>
    compiles(folder, 'esnext', 'bundler'),
  );
  await holds('has types for moduleResolution nodenext', () =>
    compiles(folder, 'nodenext', 'nodenext'),
  );
  await holds('names what the sandbox needs where that is missing', async () => {
    const script = `import { startSandbox } from 'connect-elements/sandbox';
      await startSandbox({ siteOrigins: [] }).catch((error) => console.log(error.message));`;
    const said = await run(folder, process.execPath, '--input-type=module', '-e', script);
    assert.match(said, /npm install --save-dev oidc-provider@9 openapi-backend@5/);
  });
  await remove(folder);
  return `Node ${process.versions.node}, TypeScript ${ts.version}, Vite ${viteVersion}`;
}

/** What an element pays or changes with is an element of its own, and registered with it. */
const opens: Readonly<Record<string, readonly string[]>> = {
  invoices: ['pay-invoice'],
  due: ['change-method', 'pay-invoice'],
};

async function proveShaking({ tarball, holds }: Proof): Promise<string> {
  const folder = await emptyProject(tarball);
  for (const [bundler, bundle] of Object.entries(bundlers)) {
    for (const name of await elementNames()) {
      const entry = `connect-elements/${name}`;
      await holds(`keeps nothing but ${name}, bundled by ${bundler}`, async () => {
        const script = `import { ${className(name)} } from '${entry}'; console.log(${className(name)});`;
        assert.deepEqual(await heldIn(await bundle(folder, name, script)), [name]);
        const registered = await bundle(folder, `${name}-define`, `import '${entry}/define';`);
        assert.deepEqual(await heldIn(registered), [...(opens[name] ?? []), name].sort());
        assert.ok(registered.includes(`define("connect-${name}"`));
      });
    }
    await holds(`keeps nothing of classes that are not used, bundled by ${bundler}`, async () => {
      const lines = (await elementNames()).map(
        (name) => `import { ${className(name)} } from 'connect-elements/${name}';`,
      );
      const code = await bundle(folder, 'unused', `${lines.join('\n')}\nconsole.log('page');`);
      assert.doesNotMatch(code, /class|HTMLElement|Lit/i);
      assert.match(code, /console\.log\("page"\)/);
    });
  }
  await remove(folder);
  return `Vite ${viteVersion}, esbuild ${await versionOf('.', 'esbuild')}`;
}

async function proveFrameworks({ holds, install }: Proof): Promise<string> {
  const folder = await install('package/app');
  const tool = (name: string, ...values: string[]) =>
    run(folder, join(folder, 'node_modules/.bin', name), ...values);
  for (const [name, jsx, source] of [
    ['react', 'react-jsx', 'react'],
    ['preact', 'react-jsx', 'preact'],
    ['solid', 'preserve', 'solid-js'],
  ] as const) {
    await holds(`knows the tags in the JSX of ${name}, and refuses what is wrong`, async () => {
      const compilerOptions = { jsx, jsxImportSource: source };
      const config = { extends: './tsconfig.json', compilerOptions, include: [`src/${name}.tsx`] };
      await writeFile(join(folder, `${name}.json`), JSON.stringify(config));
      await tool('tsc', '-p', `${name}.json`);
    });
  }
  await holds('knows the tags in the templates of Vue, and refuses what is wrong', () =>
    tool('vue-tsc', '-p', 'tsconfig.json'),
  );
  await holds('knows the tags in the templates of Svelte, and refuses what is wrong', async () => {
    const said = await tool('svelte-check', '--output', 'machine').catch(String);
    const errors = said.split('\n').filter((line) => / ERROR /.test(line));
    assert.equal(errors.length, 3, said);
    assert.ok(
      errors.every((line) => line.includes('Wrong.svelte')),
      said,
    );
  });
  await holds('gets fields for texts and switches in Storybook', async () => {
    const offered = decodeObject(JSON.parse(await run(folder, process.execPath, 'storybook.js')));
    for (const name of ['invoiceNumber', 'invoice-number', 'clientId', 'token-url', 'value'])
      assert.equal(offered[name], 'text', name);
    for (const name of ['disabled', 'remember']) assert.equal(offered[name], 'boolean', name);
  });
  await holds('runs the sandbox in a test of a site', async () => {
    const said = await run(folder, process.execPath, 'sandbox.js');
    assert.equal(said.trim(), '200 1');
  });
  const versions = [
    '@types/react',
    'preact',
    'solid-js',
    'svelte',
    'vue',
    'oidc-provider',
    '@storybook/web-components',
  ].map(async (name) => `${name} ${await versionOf(folder, name)}`);
  return (await Promise.all(versions)).join(', ');
}

export const places: readonly Place[] = [
  { name: 'The package in an empty project', prove: proveImports },
  { name: 'Tree-shaking', prove: proveShaking },
  { name: 'Types of frameworks, and the sandbox', prove: proveFrameworks },
];
