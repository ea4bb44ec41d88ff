import { isObject } from '../../src/api/decode.js';
import type { Count } from '../support/count.js';
import { engineNames } from '../support/engines.js';
import { program } from './program.js';
import type { Run } from './step.js';

/** The tests in browsers, in a process of their own: a step beside them does not slow their server down. */
export async function browserTests({ extent, has, tallies, skips, say }: Run): Promise<Count> {
  const whole = extent === 'usual' ? [] : engineNames.filter(has);
  const { output } = await program(`tsx test/support/browser-run.ts ${whole.join(' ')}`);
  const lines = output.trimEnd().split('\n');
  const count = parse(lines.at(-1) ?? '');
  tallies.add(lines, 'node');
  skips.add(output);
  if (!count || count.failed) say(output.trim());
  for (const line of lines) if (/^⚠|^\w+: \d+ passed/.test(line)) say(line);
  if (!count) return { passed: 0, failed: 1, skipped: 0 };
  const [failedPortions, heldPortions] = count.failed ? [whole, []] : [[], whole];
  return { ...count, failedPortions, heldPortions };
}

function parse(line: string): Count | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isCount(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is Count {
  return isObject(value) && ['passed', 'failed', 'skipped'].every((name) => name in value);
}
