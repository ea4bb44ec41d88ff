import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** One line of the README's table of places. */
export interface Row {
  readonly name: string;
  readonly versions: string;
  /** How many things held there. */
  readonly held: number;
}

const file = 'README.md';
const block = /(<!-- places -->\n\n)[^]*?(\n\n<!-- \/places -->)/;

function cells(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim());
}

/** Places that were not proven in this run keep the line that an earlier one wrote. */
export async function writeTable(rows: readonly Row[]): Promise<void> {
  const readme = readFileSync(file, 'utf8');
  const known = new Map<string, string>();
  for (const line of block.exec(readme)?.[0].split('\n').slice(4) ?? []) {
    const name = cells(line)[1];
    if (name) known.set(name, line);
  }
  for (const { name, versions, held } of rows) {
    known.set(name, `| ${name} | ${versions} | ${held} |`);
  }
  const lines = ['| Place | Proven with | What held |', '| --- | --- | --- |', ...known.values()];
  const written = readme.replace(
    block,
    (_, start: string, end: string) => start + lines.join('\n') + end,
  );
  const options = await resolveConfig(file);
  writeFileSync(file, await format(written, { ...options, parser: 'markdown' }));
}
