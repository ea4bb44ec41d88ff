import { readFileSync, writeFileSync } from 'node:fs';

/** One line of the handbook's table. */
export interface Row {
  readonly name: string;
  readonly sentences: readonly string[];
  readonly versions: string;
}

const file = 'demo/handbook/pages/micro-frontends.md';
const block = /(<!-- situations -->\n\n)[^]*?(\n\n<!-- \/situations -->)/;
const heads = ['| On one page | What holds | Proven with |', '| --- | --- | --- |'];

function read(): Row[] {
  const [found = ''] = block.exec(readFileSync(file, 'utf8')) ?? [];
  return found.split('\n').flatMap((line) => {
    const [, name = '', sentences = '', versions = ''] = line.split('|').map((cell) => cell.trim());
    const isRow = line.startsWith('| ') && !heads.includes(line);
    return isRow ? [{ name, sentences: sentences.split('<br />'), versions }] : [];
  });
}

/** What the handbook says of a situation. */
export function rowOf(name: string): Row | undefined {
  return read().find((row) => row.name === name);
}

/** Situations that were not proven in this run keep the line that an earlier one wrote. */
export function writeRow(row: Row): void {
  const rows = read();
  const at = rows.findIndex(({ name }) => name === row.name);
  rows.splice(at < 0 ? rows.length : at, at < 0 ? 0 : 1, row);
  const lines = rows.map(
    ({ name, sentences, versions }) => `| ${name} | ${sentences.join('<br />')} | ${versions} |`,
  );
  const table = [...heads, ...lines].join('\n');
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(block, (_, start: string, end: string) => start + table + end),
  );
}
