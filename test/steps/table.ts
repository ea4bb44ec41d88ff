import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { recall, type Seconds } from './last-run.js';
import { steps } from './steps.js';

/** A line of the table in CONTRIBUTING. */
interface Row {
  readonly check: string;
  readonly holds: string;
  readonly command: string;
}

/** Checks that are commands of their own, since they take hours or measure a quiet machine. */
const apart: readonly Row[] = [
  {
    check: 'Mutation',
    holds: 'a test notices each change to what handles money and tokens',
    command: '`npm run mutate`',
  },
  {
    check: 'Times',
    holds: 'how long the elements take, beside a hand-written and a Lit element',
    command: '`npm run bench`',
  },
];

const file = 'CONTRIBUTING.md';
const block = /(<!-- checks -->\n\n)[^]*?(\n\n<!-- \/checks -->)/;
const head = ['Check', 'What holds', 'Run by', 'In `npm test`', 'In `npm run test:all`'];

/** Every check that there is. */
export const rows: readonly Row[] = [
  ...steps.map(({ title, holds, command, portions }) => ({
    check: title,
    holds,
    command: command === 'npm test' && portions ? 'both, more by `test:all`' : `\`${command}\``,
  })),
  ...apart,
];

/** The cells of the table as it stands, without its head. */
export function writtenRows(): string[][] {
  const lines = block.exec(readFileSync(file, 'utf8'))?.[0].split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

function cell(seconds: Seconds, title: string, earlier = ''): string {
  const took = seconds.get(title);
  return took === undefined ? earlier : `${Math.round(took)} s`;
}

/** Writes the table with what the last runs took; what was not run keeps what stands there. */
export async function writeTable(): Promise<void> {
  const [usual, all] = [recall('usual'), recall('all')];
  const known = new Map(writtenRows().map((cells) => [cells[0], cells]));
  const lines = [...rows, { check: 'Everything', holds: '', command: '' }].map(
    ({ check, holds, command }) => {
      const [, , , before, beforeAll] = known.get(check) ?? [];
      const title = check === 'Everything' ? 'everything' : check;
      return [check, holds, command, cell(usual, title, before), cell(all, title, beforeAll)];
    },
  );
  const written = [head, head.map(() => '---'), ...lines].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );
  const text = readFileSync(file, 'utf8').replace(
    block,
    (_, start: string, end: string) => start + written.join('\n') + end,
  );
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
