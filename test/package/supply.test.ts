import assert from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { decodeList, decodeObject, isObject, text } from '../../src/api/decode.js';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const npm = (command: string): unknown =>
  JSON.parse(execSync(`npm ${command} --json --silent`, { encoding: 'utf8' }));
const unique = (names: readonly string[]) => [...new Set(names)].sort();

/** Every package of the lock file but our own. */
const locked = Object.entries(decodeObject(decodeObject(read('package-lock.json'))['packages']))
  .filter(([path]) => path)
  .map(([path, fields]) => ({
    name: path.replace(/.*node_modules\//, ''),
    fields: decodeObject(fields),
  }));
const needed = locked.filter(({ fields }) => !fields['dev']);

const permissive = /^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/;

/** What builds and tests under other terms; nothing of it is in what ships. */
const otherLicences = {
  '@isaacs/nonrecursive-glob-match': 'BlueOak-1.0.0: permissive',
  '@mdn/browser-compat-data': 'CC0-1.0: given up to the public',
  argparse: 'Python-2.0: permissive',
  'axe-core': 'MPL-2.0: the tests use it unchanged',
  busboy: 'MIT by its LICENSE; its manifest writes that in an old way',
  'caniuse-lite': 'CC-BY-4.0: a table that a part of the mutation check reads',
  'graceful-fs': 'BlueOak-1.0.0: permissive',
  lightningcss: 'MPL-2.0: the build uses it unchanged',
  'lru-cache': 'BlueOak-1.0.0: permissive',
  minimatch: 'BlueOak-1.0.0: permissive',
  only: 'MIT by its Readme; its manifest is silent',
  spawndamnit: 'MIT by its LICENSE; its manifest points there',
  streamsearch: 'MIT by its LICENSE; its manifest writes that in an old way',
  tslib: '0BSD: permissive',
  'type-fest': 'MIT or CC0-1.0, as one likes',
};

/** What would run something when a developer installs it. All of it works when it may not. */
const installScripts = {
  esbuild: 'makes its command start faster',
  'rs-module-lexer': 'fetches its binary where npm did not bring it along',
};

describe('what ships', () => {
  const packed = npm('pack --dry-run --ignore-scripts');
  assert.ok(Array.isArray(packed));
  const files = decodeList(packed[0], 'files').map((file) => text(decodeObject(file)['path']));

  it('is the build, the contracts, the manifest and the documents, and nothing else', () => {
    assert.deepEqual(files.filter((file) => !file.startsWith('dist/')).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'custom-elements.json',
      'package.json',
      'src/api/connect/openapi.yaml',
      'src/api/onlinefundraising/openapi.yaml',
      'src/api/swedbank-pay/openapi.yaml',
    ]);
    const built = files.filter((file) => file.startsWith('dist/'));
    assert.ok(built.length > 100);
    const ofSkill = built.filter((file) => file.startsWith('dist/skill/'));
    assert.ok(ofSkill.includes('dist/skill/SKILL.md'));
    assert.deepEqual(
      ofSkill.filter((file) => !/\.(md|txt)$/.test(file)),
      [],
    );
    const others = built.filter(
      (file) => !/\.(js|js\.map|d\.ts)$/.test(file) && !ofSkill.includes(file),
    );
    assert.deepEqual(others.sort(), [
      'dist/cdn/licences.txt',
      'dist/editors/vscode.css.json',
      'dist/editors/vscode.html.json',
      'dist/editors/web-types.json',
      'dist/sandbox/licences.txt',
      'dist/sbom.json',
      'dist/sri.json',
    ]);
    const folders = new Set(built.map((file) => file.split('/').slice(1, -1)[0] ?? ''));
    assert.deepEqual([...folders].sort(), [
      '',
      'cdn',
      'check',
      'define',
      'editors',
      'elements',
      'i18n',
      'lazy',
      'sandbox',
      'shared',
      'skill',
      'types',
    ]);
  });

  it('is built anew when it is packed: what lies in dist may be half of it', () => {
    const { scripts } = decodeObject(read('package.json'));
    assert.equal(decodeObject(scripts)['prepack'], 'npm run build');
  });

  it('runs nothing when it is installed', () => {
    const { scripts, dependencies } = decodeObject(read('package.json'));
    // `prepack` is run by whoever packs; of a package from the registry by nobody.
    const lifecycle = /install|prepare|postpack|publish|dependencies/;
    assert.deepEqual(
      Object.keys(decodeObject(scripts)).filter((name) => lifecycle.test(name)),
      [],
    );
    const { peerDependencies, peerDependenciesMeta } = decodeObject(read('package.json'));
    const optional = decodeObject(peerDependenciesMeta);
    for (const name of Object.keys(decodeObject(peerDependencies))) {
      assert.deepEqual(optional[name], { optional: true }, name);
    }
    // npm builds a package that has this file, without being told to.
    assert.ok(!files.includes('binding.gyp'));
    assert.deepEqual(Object.keys(decodeObject(dependencies)), ['@lit/context', 'lit']);
  });

  it('needs nothing that runs something when it is installed', () => {
    assert.equal(needed.length, 7);
    const scripted = needed.filter(({ fields }) => fields['hasInstallScript']);
    assert.deepEqual(scripted, []);
  });

  it('needs nothing under a licence that asks for more than to be named', () => {
    const others = needed.filter(({ fields }) => !permissive.test(text(fields['license'])));
    assert.deepEqual(others, []);
  });
});

describe('the lock file', () => {
  it('has a hash of every package, and names no registry', () => {
    assert.ok(locked.length > 500);
    const unproven = locked.filter(({ fields }) => !/^sha512-/.test(text(fields['integrity'])));
    assert.deepEqual(unproven, []);
    const resolved = locked.filter(({ fields }) => 'resolved' in fields || 'link' in fields);
    assert.deepEqual(resolved, []);
  });

  it('has no install script that is not known', () => {
    const scripted = locked.filter(({ fields }) => fields['hasInstallScript']);
    assert.deepEqual(unique(scripted.map(({ name }) => name)), Object.keys(installScripts));
  });

  it('has no licence that is not known', () => {
    const others = locked
      .filter(({ fields }) => !permissive.test(text(fields['license'])))
      // One package a platform.
      .map(({ name }) => name.replace(/^lightningcss-.*/, 'lightningcss'));
    assert.deepEqual(unique(others), Object.keys(otherLicences));
  });
});

describe('the bill of materials', () => {
  const sbom = decodeObject(read('dist/sbom.json'));
  const components = decodeList(sbom, 'components').map(decodeObject);
  const identity = ({ name, version }: Record<string, unknown>) => `${text(name)}@${text(version)}`;

  it('lists what npm installs with the package', () => {
    const installed: string[] = [];
    const visit = (node: unknown) => {
      const dependencies = isObject(node) ? node['dependencies'] : {};
      for (const [name, one] of Object.entries(isObject(dependencies) ? dependencies : {})) {
        // npm also names optional peers that are not there.
        if (!('version' in decodeObject(one))) continue;
        installed.push(identity({ ...decodeObject(one), name }));
        visit(one);
      }
    };
    visit(npm('ls --all --omit dev'));
    const required = components.filter(({ scope }) => scope === 'required');
    assert.deepEqual(required.map(identity).sort(), unique(installed));
  });

  it('lists besides what the file of the sandbox holds', () => {
    const sources = decodeList(read('dist/sandbox/servers.js.map'), 'sources').map(text);
    const held = sources.flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    const optional = components.filter(({ scope }) => scope === 'optional');
    assert.deepEqual(optional.map(({ name }) => text(name)).sort(), unique(held));
    assert.ok(held.includes('hono'));
  });

  it('says of which of them something is in the files for a script tag', () => {
    const sources = readdirSync('dist/cdn')
      .filter((file) => file.endsWith('.map'))
      .flatMap((file) => decodeList(read(`dist/cdn/${file}`), 'sources').map(text));
    const held = sources.flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    );
    const marked = components
      .filter(({ properties }) => JSON.stringify(properties)?.includes('dist/cdn'))
      .map(({ name }) => text(name));
    // All that a file needs of `@lit/context` is inlined, so that no source map names it.
    assert.deepEqual(marked.sort(), unique([...held, '@lit/context']));
    assert.ok(held.includes('lit-html'));
  });

  it('gives each a version, a licence, a hash and an address, as the lock file has them', () => {
    for (const { name, version, licenses, hashes, purl } of components) {
      const fields = locked.find((one) => one.name === name)?.fields ?? {};
      const content = Buffer.from(text(fields['integrity']).slice(7), 'base64').toString('hex');
      assert.equal(version, fields['version']);
      assert.deepEqual(licenses, [{ license: { id: fields['license'] } }]);
      assert.deepEqual(hashes, [{ alg: 'SHA-512', content }]);
      assert.equal(
        purl,
        `pkg:npm/${encodeURIComponent(text(name)).replace('%2F', '/')}@${text(version)}`,
      );
    }
  });

  it('says what needs what, down to the last', () => {
    const known = new Set(components.map(({ purl }) => purl));
    const edges = decodeList(sbom, 'dependencies').map(decodeObject);
    assert.equal(edges.length, components.length + 1);
    const reached = new Set(edges.flatMap((edge) => decodeList(edge, 'dependsOn')));
    const required = components.filter(({ scope }) => scope === 'required');
    assert.deepEqual(
      required.filter(({ purl }) => !reached.has(purl)),
      [],
    );
    assert.deepEqual(
      [...reached].filter((purl) => !known.has(purl)),
      [],
    );
  });

  it('says neither when nor where it was made', () => {
    assert.doesNotMatch(JSON.stringify(sbom), /serialNumber|timestamp|file:/);
    assert.ok(!JSON.stringify(sbom).includes(process.cwd()));
  });
});
