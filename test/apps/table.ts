import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** One line of the table of places. */
export interface Row {
  readonly name: string;
  readonly versions: string;
  /** How many things held there. */
  readonly held: number;
  /** How many could not be tried in this browser. */
  readonly skipped: number;
}

const file = 'demo/handbook/pages/proven.md';
const block = /(<!-- places -->\n\n)[^]*?(\n\n<!-- \/places -->)/;

function cells(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim());
}

/** The lines that stand there, by place. */
function linesOf(page: string): Map<string, string> {
  const lines = block.exec(page)?.[0].split('\n').slice(4) ?? [];
  const named = lines.map((line) => [cells(line)[1] ?? '', line] as const);
  return new Map(named.filter(([name]) => name));
}

/**
 * Fails when the table has other places than these, or says of one that was proven that less or more held
 * than held or could not be tried.
 */
export function compareTable(rows: readonly Row[], places: readonly string[]): void {
  const lines = linesOf(readFileSync(file, 'utf8'));
  assert.deepEqual([...lines.keys()].sort(), [...places].sort());
  for (const { name, held, skipped } of rows) {
    assert.deepEqual([name, cells(lines.get(name) ?? '')[3]], [name, String(held + skipped)]);
  }
}

/** Of these places, those that were not tried in whole in this run keep the line that an earlier one wrote. */
export async function writeTable(rows: readonly Row[], places: readonly string[]): Promise<void> {
  const page = readFileSync(file, 'utf8');
  const known = new Map([...linesOf(page)].filter(([name]) => places.includes(name)));
  for (const { name, versions, held, skipped } of rows) {
    if (skipped) continue;
    known.set(name, `| ${name} | ${versions} | ${held} |`);
  }
  const lines = ['| Place | Proven with | What held |', '| --- | --- | --- |', ...known.values()];
  const written = page.replace(
    block,
    (_, start: string, end: string) => start + lines.join('\n') + end,
  );
  const options = await resolveConfig(file);
  writeFileSync(file, await format(written, { ...options, parser: 'markdown' }));
}
