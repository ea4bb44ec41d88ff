import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../vite.config.js';

/**
 * Bundles an entry as the published files are.
 *
 * @returns the path of the file, in a temporary folder of its own.
 */
export async function bundleAside(name: string, entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-elements-'));
  await bundle(name, entry, folder);
  return join(folder, `${name}.js`);
}
