import { findPlaces } from '../apps/find.js';
import { verdict, type Count } from '../support/count.js';
import { program } from './program.js';
import type { Run } from './step.js';

const lastLine = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m;

/** Proves the places that sites embed the elements in, whose turn it is. */
export async function places({ has, skips, say }: Run): Promise<Count> {
  const names = (await findPlaces()).map(({ name }) => name).filter(has);
  const chosen = names.map((name) => `"${name}"`).join(' ');
  const { code, output } = await program(`tsx test/apps/index.ts ${chosen}`);
  skips.add(output);
  say(output.trim());
  const counted = lastLine.exec(output.slice(-200));
  if (!counted) return verdict(false);
  const [passed = 0, failed = 0, skipped = 0] = counted
    .slice(1)
    .map((count = '0') => Number(count));
  const failures = [...output.matchAll(/^ *✖ (.+)$/gm)].map(([, sentence = '']) => sentence);
  const proven = provenIn(output);
  return {
    passed,
    failed: failed || Number(code !== 0),
    skipped,
    failures,
    failedPortions: output.includes('✖ The table') ? [] : namesOf(proven.filter(isFailed)),
    // One of which nothing could be tried has not held.
    heldPortions: namesOf(proven.filter((one) => !isFailed(one) && one.passed)),
    timings: proven.map(({ name, seconds }) => ({ what: name, seconds })),
  };
}

/** What a place has come to, as its line says. */
interface Proven {
  readonly mark: string;
  readonly name: string;
  readonly passed: number;
  readonly seconds: number;
}

const isFailed = ({ mark }: Proven) => mark === '✖';
const namesOf = (places: readonly Proven[]) => places.map(({ name }) => name);

function provenIn(output: string): Proven[] {
  const lines = [...output.matchAll(/^([✔✖]) (.+) \(.*\): (\d+) passed.* \((\d+) s\)$/gm)];
  return lines.map(([, mark = '', name = '', passed, seconds]) => {
    return { mark, name, passed: Number(passed), seconds: Number(seconds) };
  });
}
