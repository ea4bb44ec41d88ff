import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { makeFolder, remove, run, versionOf } from '../package.js';

export const copyNames = ['first', 'second'] as const;
/** Which of the two copies of the package. */
export type Copy = (typeof copyNames)[number];

/** What the package asks for, and what that asks for. */
const dependencies = [
  ...['lit', 'lit-html', 'lit-element'],
  ...['@lit/context', '@lit/reactive-element', '@lit-labs/ssr-dom-shim'],
];
const sites = 'test/apps/micro-frontends/app/sites';

/** The packed package twice, as two applications would have installed it: alike but for the version. */
export class Copies {
  /** Each copy has a folder in it: `first` and `second`. */
  readonly folder: string;
  readonly versions: Readonly<Record<Copy, string>>;
  readonly #bundles = new Map<string, Promise<string>>();

  private constructor(folder: string, version: string) {
    this.folder = folder;
    this.versions = { first: version, second: `${version}-other` };
  }

  static async make(tarball: string): Promise<Copies> {
    const folder = await makeFolder();
    for (const name of copyNames) await unpack(tarball, join(folder, name));
    const version = await versionOf(join(folder, 'first'), 'connect-elements');
    const copies = new Copies(folder, version);
    await copies.#rename(join(folder, 'second/node_modules/connect-elements'));
    return copies;
  }

  /** The address of one of the files for a script tag. */
  file(copy: Copy, name = 'connect-elements'): string {
    return `/${copy}/node_modules/connect-elements/dist/cdn/${name}.js`;
  }

  /** Bundles a site's source with the entries of a copy, and gives the address of what came out. */
  bundle(copy: Copy, source: string): Promise<string> {
    const address = `/${copy}/bundled/${source}.js`;
    const known = this.#bundles.get(address) ?? this.#build(copy, source).then(() => address);
    this.#bundles.set(address, known);
    return known;
  }

  remove(): Promise<void> {
    return remove(this.folder);
  }

  async #build(copy: Copy, source: string): Promise<void> {
    const root = join(this.folder, copy);
    await cp(`${sites}/${source}.js`, join(root, `${source}.js`));
    await build({
      ...{ root, configFile: false, logLevel: 'warn', publicDir: false },
      build: {
        ...{ outDir: 'bundled', emptyOutDir: false },
        lib: { entry: `${source}.js`, formats: ['es'], fileName: source },
      },
    });
  }

  /** The version stands in the built files as a string of its own, in the quotes that the minifier prefers. */
  async #rename(installed: string): Promise<void> {
    const { first, second } = this.versions;
    const files = await readdir(join(installed, 'dist'), { recursive: true });
    let count = 0;
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      const path = join(installed, 'dist', file);
      const code = await readFile(path, 'utf8');
      const renamed = ['"', "'", '`'].reduce(
        (text, quote) => text.replaceAll(quote + first + quote, quote + second + quote),
        code,
      );
      if (renamed === code) continue;
      count++;
      await writeFile(path, renamed);
    }
    if (!count) throw new Error(`no file says that it is version ${first}`);
  }
}

async function unpack(tarball: string, folder: string): Promise<void> {
  const modules = join(folder, 'node_modules');
  const installed = join(modules, 'connect-elements');
  await mkdir(installed, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await run('.', 'tar', '-xzf', tarball, '--strip-components=1', '-C', installed);
  for (const name of dependencies) {
    const link = join(modules, name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(resolve('node_modules', name), link);
  }
}
