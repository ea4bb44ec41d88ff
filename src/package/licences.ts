import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes the licences of the packages of which something stands in a folder's files. */
export function writeLicences(folder: string, names: Iterable<string>): void {
  const texts = [...names].sort().map((name) => {
    const home = `node_modules/${name}`;
    const file = readdirSync(home).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`${name} has no licence file`);
    return `${name}\n\n${readFileSync(`${home}/${file}`, 'utf8').trim()}\n`;
  });
  writeFileSync(`${folder}/licences.txt`, texts.join(`\n${'-'.repeat(72)}\n\n`));
}
