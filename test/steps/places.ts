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
  const timings = [...output.matchAll(/^[✔✖] (.+) \(.*\): .* \((\d+) s\)$/gm)].map(
    ([, name = '', seconds]) => ({ what: name, seconds: Number(seconds) }),
  );
  return {
    passed,
    failed: failed || Number(code !== 0),
    skipped,
    failures,
    failedPortions: output.includes('✖ The table') ? [] : marked('✖', output),
    heldPortions: marked('✔', output),
    timings,
  };
}

/** The names of the places whose line begins with a mark. */
function marked(mark: '✔' | '✖', output: string): string[] {
  const lines = [...output.matchAll(/^([✔✖]) (.+) \(.*\): \d+ passed/gm)];
  return lines.filter(([, one]) => one === mark).map(([, , name = '']) => name);
}
