import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Proof } from '../place.js';
import { startProgram } from '../program.js';

/** A real WordPress of this machine, with the plugin as a site would have it. */
export interface WordPress {
  readonly origin: string;
  readonly version: string;
  close(): Promise<void>;
}

/**
 * @param tokens Access tokens by WordPress' own user names.
 * @param backend The origin of the site's own backends.
 */
export async function startWordPress(
  proof: Proof,
  tokens: Readonly<Record<string, string>>,
  backend: string,
): Promise<WordPress> {
  const folder = await proof.install('cms/app');
  const plugin = join(folder, 'connect-elements');
  await cp('test/apps/proxies/app/php.js', join(folder, 'php.js'));
  await cp('demo/wordpress/connect-elements', plugin, { recursive: true });
  await cp('demo/wordpress/place-elements.js', join(folder, 'mu-plugins', 'place-elements.js'));
  await cp(join(folder, 'node_modules/connect-elements/dist/cdn'), join(plugin, 'assets'), {
    recursive: true,
  });
  await writeFile(join(folder, 'tokens.json'), JSON.stringify(tokens));
  await writeFile(join(folder, 'backend.txt'), backend);
  const { line, close } = await startProgram(folder, [process.execPath, 'wordpress.js']);
  const [origin = '', version = ''] = line.split(' ');
  return { origin, version, close };
}
