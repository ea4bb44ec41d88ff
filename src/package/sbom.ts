import { writeFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import lock from '../../package-lock.json' with { type: 'json' };
import { writeLicences } from './licences.js';

/** What `package-lock.json` says of a package. */
interface Locked {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  dependencies?: Readonly<Record<string, string>>;
}

/** The package itself, and all that is installed, by name. */
const installed = new Map(
  Object.entries<Locked>(lock.packages)
    .filter(([path]) => !/node_modules.*node_modules/.test(path))
    .map(([path, one]) => [one.name ?? path.replace('node_modules/', ''), one] as const),
);
/** Folders of the build, and the packages of which something stands in a file there. */
const held = new Map<string, Set<string>>();

/** Notes whose modules go into the files of a folder. */
export function noteHeld(folder: string): Plugin {
  const names = held.get(folder) ?? new Set();
  held.set(folder, names);
  return {
    name: 'connect-elements:sbom',
    generateBundle(_, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
          if (name && renderedLength) names.add(name);
        }
      }
    },
  };
}

/** The folders that hold something of a package. */
function foldersOf(name: string): string[] {
  return [...held].filter(([, names]) => names.has(name)).map(([folder]) => folder);
}

/** The package's URL, by which others know it (purl, ECMA-427). */
function address(name: string): string {
  const version = installed.get(name)?.version;
  if (!version) throw new Error(`${name} is not in package-lock.json`);
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function component(name: string, { version, license, integrity = '', dev }: Locked) {
  const [, sha512] = /^sha512-(.+)$/.exec(integrity) ?? [];
  const folders = foldersOf(name);
  const content = sha512 && Buffer.from(sha512, 'base64').toString('hex');
  return {
    type: 'library',
    'bom-ref': address(name),
    name,
    version,
    // What only the sandbox holds is nothing that a page runs.
    scope: dev ? 'optional' : 'required',
    ...(content && { hashes: [{ alg: 'SHA-512', content }] }),
    licenses: [{ license: { id: license } }],
    purl: address(name),
    ...(folders.length && {
      properties: folders.map((value) => ({ name: 'connect-elements:in', value })),
    }),
  };
}

/**
 * Writes a bill of materials (CycloneDX 1.6). Like the other files of a build it says neither when nor
 * where it was made, so that two builds are the same.
 */
export async function writeSbom(file: string): Promise<void> {
  const named = [...installed].filter(([name, { dev }]) => !dev || foldersOf(name).length);
  const [self, ...components] = named.map(([name, one]) => component(name, one));
  const isNamed = (name: string) => named.some(([one]) => one === name);
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: self },
    components,
    dependencies: named.map(([name, { dependencies = {} }]) => ({
      ref: address(name),
      dependsOn: Object.keys(dependencies).filter(isNamed).map(address),
    })),
  };
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
}

/** Beside the files, what their licences ask for. */
export function writeHeldLicences(): void {
  for (const [folder, names] of held) {
    if (folder.startsWith('dist/') && names.size) writeLicences(folder, names);
  }
}
