import { writeFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import lock from '../../package-lock.json' with { type: 'json' };

/** What `package-lock.json` says of a package. */
interface Locked {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  dependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Locked>> = lock.packages;
/** The package itself, and all that it needs at run time, by name. */
const needed = new Map(
  Object.entries(packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, one]) => [one.name ?? path.replace('node_modules/', ''), one] as const),
);
/** The packages of which something stands in a file for a script tag. */
const held = new Set<string>();

/** Notes whose modules go into a file. */
export const noteHeld: Plugin = {
  name: 'connect-elements:sbom',
  generateBundle(_, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(file.modules)) {
        const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
        if (name && renderedLength) held.add(name);
      }
    }
  },
};

/** The package's URL, by which others know it (purl, ECMA-427). */
function address(name: string): string {
  const version = needed.get(name)?.version;
  if (!version) throw new Error(`${name} is not in package-lock.json as one that is needed`);
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function component(name: string, { version, license, integrity = '' }: Locked) {
  const [, sha512] = /^sha512-(.+)$/.exec(integrity) ?? [];
  const content = sha512 && Buffer.from(sha512, 'base64').toString('hex');
  return {
    type: 'library',
    'bom-ref': address(name),
    name,
    version,
    scope: 'required',
    ...(content && { hashes: [{ alg: 'SHA-512', content }] }),
    licenses: [{ license: { id: license } }],
    purl: address(name),
    ...(held.has(name) && { properties: [{ name: 'connect-elements:in', value: 'dist/cdn' }] }),
  };
}

/**
 * Writes a bill of materials (CycloneDX 1.6). Like the other files of a build it says neither when nor
 * where it was made, so that two builds are the same.
 */
export async function writeSbom(file: string): Promise<void> {
  const [self, ...components] = [...needed].map(([name, one]) => component(name, one));
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: self },
    components,
    dependencies: [...needed].map(([name, { dependencies = {} }]) => ({
      ref: address(name),
      dependsOn: Object.keys(dependencies).map(address),
    })),
  };
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
}
