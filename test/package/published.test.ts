import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { decodeList, decodeObject, text } from '../../src/api/decode.js';
import { dictionaries } from '../../src/package/dictionaries.js';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);
const scripts = below('dist').filter((file) => file.endsWith('.js'));

describe('the packed package', () => {
  it('has nothing that publint would have otherwise', async () => {
    const { messages, pkg } = await publint({ pkgDir: '.', pack: 'npm', strict: true });
    const said = messages.map((message) => formatMessage(message, pkg) ?? message.code);
    assert.deepEqual(said, []);
  });
});

describe('the files of the package', () => {
  it('have a source map with every source in it, where a source was written', () => {
    const isForwarding = (file: string) =>
      /^((import|export) .*\s*)+$/.test(readFileSync(file, 'utf8'));
    const mapped = scripts.filter((file) => !file.startsWith('dist/i18n/') && !isForwarding(file));
    assert.ok(mapped.length > 60);
    for (const file of mapped) {
      const map = decodeObject(read(`${file}.map`));
      const sources = decodeList(map, 'sources');
      const contents = decodeList(map, 'sourcesContent').map(text);
      assert.equal(contents.length, sources.length, file);
      assert.ok(sources.length && contents.every((one) => one), file);
      assert.ok(!JSON.stringify(sources).includes(process.cwd()), file);
    }
  });

  it('are there, wherever one imports another', () => {
    const imports = scripts.flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      const found = code.matchAll(/\b(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g);
      return [...found].map(([, to = '']) => join(dirname(file), to));
    });
    for (const file of ['dist/lazy/i18n/connect.nb.js', 'dist/cdn/i18n/connect.nb.js']) {
      assert.ok(imports.includes(file), file);
    }
    assert.deepEqual(
      imports.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('of one element ask Chromium to compile them while they load; others, of which a page calls a part, do not', () => {
    const tags = readdirSync('src/define');
    const hint = '//# allFunctionsCalledOnLoad\n';
    const asking = scripts.filter((file) => readFileSync(file, 'utf8').startsWith(hint));
    const expected = tags.map((file) => `dist/cdn/${file.replace('.ts', '.js')}`);
    assert.deepEqual(asking.sort(), expected.sort());
  });

  it('for a script tag have the hashes that a page writes as integrity', () => {
    const hashes = decodeObject(read('dist/sri.json'));
    const files = scripts.filter((file) => file.startsWith('dist/cdn/'));
    assert.deepEqual(Object.keys(hashes).sort(), files.map((file) => file.slice(5)).sort());
    for (const file of files) {
      const hash = createHash('sha384').update(readFileSync(file)).digest('base64');
      assert.equal(hashes[file.slice(5)], `sha384-${hash}`);
    }
  });

  it('with a language have every text of its sources, by key', async () => {
    for (const [code, expected] of dictionaries) {
      const module: unknown = await import(`../../dist/i18n/${code}.js`);
      const texts = decodeObject(decodeObject(module)['default']);
      assert.ok(expected.size > 300);
      assert.deepEqual(texts, Object.fromEntries(expected));
    }
  });

  it('that hold code of others have their licences beside them', () => {
    for (const [folder, names] of [
      ['dist/cdn', ['lit-html', '@lit/reactive-element']],
      ['dist/sandbox', ['hono', 'jose', 'yaml', 'fast-xml-parser']],
    ] as const) {
      const licences = readFileSync(`${folder}/licences.txt`, 'utf8');
      for (const name of names) assert.match(licences, new RegExp(`^${name}$`, 'm'));
      assert.match(licences, /Copyright/);
    }
  });
});

describe('what tools are told of the elements', () => {
  const manifest = decodeObject(read('custom-elements.json'));
  const tags = decodeList(manifest, 'modules')
    .flatMap((module) => decodeObject(module)['declarations'] ?? [])
    .map((declaration) => decodeObject(declaration)['tagName'])
    .filter((tag) => tag !== undefined)
    .map(text);

  it('is a manifest as its schema has it', () => {
    const check = new Ajv().compile(
      decodeObject(read('node_modules/custom-elements-manifest/schema.json')),
    );
    check(manifest);
    assert.deepEqual(check.errors, null);
    assert.equal(tags.length, readdirSync('src/elements').length);
  });

  it('is also told to VS Code and to the editors of JetBrains, with every attribute', () => {
    const html = decodeList(read('dist/editors/vscode.html.json'), 'tags').map(decodeObject);
    const webTypes = decodeObject(read('dist/editors/web-types.json'));
    const { elements } = decodeObject(decodeObject(webTypes['contributions'])['html']);
    assert.ok(Array.isArray(elements));
    for (const list of [html, elements.map(decodeObject)]) {
      assert.deepEqual(list.map(({ name }) => name).sort(), [...tags].sort());
      const pay = list.find(({ name }) => name === 'connect-pay-invoice');
      const names = decodeList(pay, 'attributes').map((one) => decodeObject(one)['name']);
      for (const name of ['invoice-number', 'remember', 'client-id', 'token-url']) {
        assert.ok(names.includes(name), name);
      }
    }
    const css = decodeList(read('dist/editors/vscode.css.json'), 'properties').map(decodeObject);
    assert.ok(css.some(({ name }) => name === '--connect-color-accent'));
    const described = decodeObject(read('package.json'));
    assert.equal(described['web-types'], './dist/editors/web-types.json');
    assert.equal(described['customElements'], 'custom-elements.json');
  });
});

describe('a release', () => {
  it('is public, and says where it was built', () => {
    const { publishConfig } = decodeObject(read('package.json'));
    assert.deepEqual(publishConfig, { access: 'public', provenance: true });
  });
});
