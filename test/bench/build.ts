import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../vite.config.js';

/**
 * Bundles an entry as the published files are, and moves the result out of the published folder.
 *
 * @returns the path of the file, in a temporary folder of its own.
 */
export async function bundleAside(name: string, entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
  await bundle(name, entry);
  const path = join(folder, `${name}.js`);
  await rename(`dist/cdn/${name}.js`, path);
  await rm(`dist/cdn/${name}.js.map`, { force: true });
  return path;
}
