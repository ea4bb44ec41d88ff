import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = 'dist';

/** What a page writes as `integrity`: the hash of every file for a script tag, by its path below `dist`. */
export function integrityOf(): Record<string, string> {
  const files = readdirSync(`${folder}/cdn`, { recursive: true, encoding: 'utf8' })
    .map((file) => `cdn/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.js'))
    .sort();
  const hash = (file: string) =>
    createHash('sha384')
      .update(readFileSync(`${folder}/${file}`))
      .digest('base64');
  return Object.fromEntries(files.map((file) => [file, `sha384-${hash(file)}`]));
}

export function writeIntegrity(): void {
  writeFileSync(`${folder}/sri.json`, `${JSON.stringify(integrityOf(), null, 2)}\n`);
}
