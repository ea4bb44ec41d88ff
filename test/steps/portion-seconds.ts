import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isObject, type JsonObject } from '../../src/api/decode.js';
import type { Timing } from '../support/timings.js';
import { recall, type Seconds } from './last-run.js';

const file = 'test/steps/portions.json';

/** Of what has never been run. */
const unknown = 60;

function read(): JsonObject {
  const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return isObject(known) ? known : {};
}

const known = read();

/** What a portion of the long checks takes, as the last run that was written down says. */
export function portionSeconds(portion: string): number {
  return Number(known[portion] ?? unknown);
}

/** What each of a step's portions took, where that can be told: each has a time of its own, or it was the only one. */
export function timesOf(
  portions: readonly string[],
  timings: readonly Timing[],
  seconds: number,
): Seconds {
  const [only] = portions;
  if (only !== undefined && portions.length === 1) return new Map([[only, seconds]]);
  const own = timings.filter(({ what }) => portions.includes(what));
  return new Map(own.map((timing) => [timing.what, timing.seconds]));
}

/** Writes down what the last runs took; what was not run keeps what stands there. */
export function writePortions(portions: readonly string[]): void {
  const last = recall('portions');
  const lines = [...portions].sort().map((portion): [string, number] => {
    return [portion, Math.round(last.get(portion) ?? portionSeconds(portion))];
  });
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`);
}
