import { sum, type Count } from '../support/count.js';
import { isLate, lateLine } from '../support/until.js';
import { program } from './program.js';
import type { Run } from './step.js';

export interface NodeTests {
  /** Each in a process of its own. */
  readonly files: readonly string[];
  /** All of them in one process, which starts once. */
  readonly together?: readonly string[];
  /** How many files at once. */
  readonly atOnce: number;
}

/** What runs in one process. */
interface Batch {
  readonly what: string;
  readonly files: string;
}

/** Runs files of Node's own tests. */
export async function nodeTests(
  { files, together = [], atOnce }: NodeTests,
  run: Run,
): Promise<Count> {
  const alone = files.map((file): Batch => ({ what: file, files: file }));
  const left = [...alone, ...(together.length ? [batchOf(together)] : [])].values();
  const counts: Count[] = [];
  const worker = async () => {
    for (const batch of left) counts.push(isLate() ? late(batch, run) : await nodeTest(batch, run));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sum(counts);
}

const batchOf = (files: readonly string[]): Batch => ({
  what: `${files.length} files together`,
  files: `test/support/together.ts ${files.join(' ')}`,
});

/** Waits for another day. */
function late({ what }: Batch, { skips, say }: Run): Count {
  const line = lateLine(what);
  skips.add(line);
  say(line);
  return { passed: 0, failed: 0, skipped: 1 };
}

async function nodeTest(
  { what, files }: Batch,
  { tallies, skips, extent, say }: Run,
): Promise<Count> {
  const env: Record<string, string> = extent === 'usual' ? { SAMPLED: '1' } : { LONG: '1' };
  const { code, output, seconds } = await program(
    `node --import tsx --test-reporter=spec ${files}`,
    { env },
  );
  tallies.add(output.split('\n'), 'node');
  skips.add(output);
  const count = (name: string) =>
    Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  const isBroken = code !== 0 || !count('tests');
  const named = [...output.matchAll(/^ *✖ (.+) \([\d.]+ms\)$/gm)].map(([, name = '']) => name);
  const result: Count = {
    passed: count('pass'),
    failed: failed || Number(isBroken),
    skipped: count('skipped'),
    failures: named.map((name) => `${what}: ${name}`),
    timings: [{ what, seconds }],
  };
  if (result.failed) say(output.trim());
  for (const line of output.split('\n')) if (line.startsWith('⚠')) say(line);
  return result;
}
