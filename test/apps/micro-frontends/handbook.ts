import { readFileSync, writeFileSync } from 'node:fs';

/** What the handbook says of one situation. */
export interface Row {
  readonly name: string;
  readonly sentences: readonly string[];
  readonly versions: string;
}

const file = 'demo/handbook/pages/micro-frontends.md';
const block = /(<!-- situations -->\n\n)[^]*?(\n\n<!-- \/situations -->)/;

const heading = ['| Where, and proven with | What happens |', '| --- | --- |'];

function read(): Row[] {
  const [found = ''] = block.exec(readFileSync(file, 'utf8')) ?? [];
  const lines = found.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(heading.length).map((line) => {
    const [, name = '', versions = '', list = ''] =
      /^\| (.*)<br><small>(.*)<\/small> \| (.*) \|$/.exec(line) ?? [];
    const sentences = [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, sentence = '']) => sentence);
    return { name, sentences, versions };
  });
}

/** Markdown has no list in a cell, but HTML. */
function write({ name, sentences, versions }: Row): string {
  const list = sentences.map((sentence) => `<li>${sentence}</li>`).join('');
  return `| ${name}<br><small>${versions}</small> | <ul>${list}</ul> |`;
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
  const list = [...heading, ...rows.map(write)].join('\n');
  const page = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    page.replace(block, (_, start: string, end: string) => start + list + end),
  );
}
