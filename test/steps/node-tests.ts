import { sum, type Count } from '../support/count.js';
import { program } from './program.js';
import type { Run } from './step.js';

export interface NodeTests {
  readonly files: readonly string[];
  /** How many files at once. */
  readonly atOnce: number;
}

/** Runs files of Node's own tests, each in a process of its own. */
export async function nodeTests({ files, atOnce }: NodeTests, run: Run): Promise<Count> {
  const left = files.values();
  const counts: Count[] = [];
  const worker = async () => {
    for (const file of left) counts.push(await nodeTest(file, run));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sum(counts);
}

async function nodeTest(file: string, { tallies, skips, extent, say }: Run): Promise<Count> {
  const sampled: Record<string, string> = extent === 'usual' ? { SAMPLED: '1' } : { LONG: '1' };
  const { code, output, seconds } = await program(
    `node --import tsx --test-reporter=spec ${file}`,
    sampled,
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
    failures: named.map((name) => `${file}: ${name}`),
    timings: [{ what: file, seconds }],
  };
  if (result.failed) say(output.trim());
  for (const line of output.split('\n')) if (line.startsWith('⚠')) say(line);
  return result;
}
