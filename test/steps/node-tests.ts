import { sum, type Count } from '../support/count.js';
import type { Timing } from '../support/timings.js';
import { isLate, lateLine } from '../support/until.js';
import { program, type Ended } from './program.js';
import type { Run } from './step.js';

export interface NodeTests {
  /** Files, each group in a process of its own. */
  readonly groups: readonly Group[];
  /** How many groups at once. */
  readonly atOnce: number;
}

type Group = readonly string[];

export const alone = (file: string): Group => [file];

/** So many groups that are alike. */
export function dealt(files: readonly string[], count: number): Group[] {
  const groups = Array.from({ length: count }, (_, group) =>
    files.filter((_file, index) => index % count === group),
  );
  return groups.filter(({ length }) => length);
}

/** Runs files of Node's own tests. */
export async function nodeTests({ groups, atOnce }: NodeTests, run: Run): Promise<Count> {
  const left = groups.values();
  const counts: Count[] = [];
  const worker = async () => {
    for (const group of left) counts.push(isLate() ? late(group, run) : await nodeTest(group, run));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sum(counts);
}

/** Waits for another day. */
function late(group: Group, { skips, say }: Run): Count {
  for (const file of group) {
    const line = lateLine(file);
    skips.add(line);
    say(line);
  }
  return { passed: 0, failed: 0, skipped: group.length };
}

async function nodeTest(group: Group, { tallies, skips, extent, say }: Run): Promise<Count> {
  const [only, ...others] = group;
  const files = others.length ? `test/support/together.ts ${group.join(' ')}` : only;
  const env: Record<string, string> = extent === 'usual' ? { SAMPLED: '1' } : { LONG: '1' };
  const ended = await program(`node --import tsx --test-reporter=spec ${files}`, { env });
  const { code, output } = ended;
  tallies.add(output.split('\n'), 'node');
  skips.add(output);
  const count = (name: string) =>
    Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  const isBroken = code !== 0 || !count('tests');
  const named = [...output.matchAll(/^ *✖ (.+) \([\d.]+ms\)$/gm)].map(([, name = '']) => name);
  const passed = count('pass');
  const hasFailed = failed > 0 || isBroken;
  const result: Count = {
    passed,
    failed: failed || Number(isBroken),
    skipped: count('skipped'),
    failedPortions: hasFailed ? group : [],
    // One of which nothing could be tried has not held.
    heldPortions: passed && !hasFailed ? group : [],
    failures: named.map((name) => (others.length ? name : `${only}: ${name}`)),
    timings: timingsOf(group, ended),
  };
  if (result.failed) say(output.trim());
  for (const line of output.split('\n')) if (line.startsWith('⚠')) say(line);
  return result;
}

/** Each file of a group is a suite, whose time stands behind its name. */
function timingsOf(group: Group, { output, seconds }: Ended): Timing[] {
  const [only, ...others] = group;
  if (only !== undefined && !others.length) return [{ what: only, seconds }];
  const suites = [...output.matchAll(/^[✔✖] (\S+) \(([\d.]+)ms\)$/gm)];
  return suites
    .filter(([, name = '']) => group.includes(name))
    .map(([, what = '', ms]) => ({ what, seconds: Number(ms) / 1000 }));
}
