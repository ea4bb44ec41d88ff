import { readFileSync, writeFileSync } from 'node:fs';

/** What the handbook says of one situation. */
export interface Row {
  readonly name: string;
  readonly sentences: readonly string[];
  readonly versions: string;
}

const file = 'demo/handbook/pages/micro-frontends.md';
const block = /(<!-- situations -->\n\n)[^]*?(\n\n<!-- \/situations -->)/;

function read(): Row[] {
  const [found = ''] = block.exec(readFileSync(file, 'utf8')) ?? [];
  return found
    .split('\n### ')
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n');
      const sentences = lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
      const [, versions = ''] = /^Proven with (.*)\.$/m.exec(part) ?? [];
      return { name, sentences, versions };
    });
}

function write({ name, sentences, versions }: Row): string {
  const list = sentences.map((sentence) => `- ${sentence}`).join('\n');
  return `### ${name}\n\n${list}\n\nProven with ${versions}.`;
}

/** What the handbook says of a situation. */
export function rowOf(name: string): Row | undefined {
  return read().find((row) => row.name === name);
}

/** Situations that were not proven in this run keep what an earlier one wrote. */
export function writeRow(row: Row): void {
  const rows = read();
  const at = rows.findIndex(({ name }) => name === row.name);
  rows.splice(at < 0 ? rows.length : at, at < 0 ? 0 : 1, row);
  const list = rows.map(write).join('\n\n');
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(block, (_, start: string, end: string) => start + list + end),
  );
}
