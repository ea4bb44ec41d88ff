import { execFileSync } from 'node:child_process';
import { findPlaces } from '../apps/find.js';
import { portionSeconds } from './portion-seconds.js';
import { steps } from './steps.js';
import { isTouched } from './touching.js';

function git(...values: string[]): string {
  try {
    return String(execFileSync('git', values, { stdio: ['ignore', 'pipe', 'ignore'] })).trim();
  } catch {
    // A copy without its history: nothing is known of the change.
    return '';
  }
}

/** Files of the change: since it left the main branch, or of the last commit there. */
function changedFiles(): readonly string[] {
  const base = git('merge-base', 'HEAD', process.env['BASE'] ?? 'main');
  const since = base && base !== git('rev-parse', 'HEAD') ? base : 'HEAD~1';
  return git('diff', '--name-only', since, 'HEAD').split('\n').filter(Boolean);
}

/** Seconds that something takes. */
type Weight = (portion: string) => number;

const days = 3;

/**
 * Of so many days that take about as long as each other, what the day has: all of it comes in three. Another is first each
 * time, so that what has had to wait once is not the one that always does.
 */
export function third(portions: readonly string[], weight: Weight, now: Date): string[] {
  const shares = Array.from({ length: days }, (): { weight: number; portions: string[] } => ({
    weight: 0,
    portions: [],
  }));
  const heaviestFirst = [...portions].sort((one, other) => weight(other) - weight(one));
  for (const portion of heaviestFirst) {
    const least = Math.min(...shares.map((share) => share.weight));
    const lightest = shares.find((share) => share.weight === least);
    lightest?.portions.push(portion);
    if (lightest) lightest.weight += weight(portion);
  }
  const day = Math.floor(now.getTime() / 86_400_000);
  const today = shares[day % days]?.portions ?? [];
  const first = Math.floor(day / days) % today.length;
  return [...today.slice(first), ...today.slice(0, first)];
}

/** What fits into so many seconds, what stands first before all others, and what does not. */
export function fitting(portions: readonly string[], weight: Weight, seconds: number) {
  let left = seconds;
  const fit: string[] = [];
  const waiting: string[] = [];
  for (const portion of portions) {
    const fits = weight(portion) <= left;
    if (fits) left -= weight(portion);
    (fits ? fit : waiting).push(portion);
  }
  return { fit, waiting };
}

/** What two lanes get done in a second of the clock, in seconds of one: they share the cores. */
const lanes = 1.6;

export interface Turn {
  readonly today: ReadonlySet<string>;
  /** Has its turn, but no time is left for it. */
  readonly waiting: readonly string[];
}

/**
 * What comes first: the places that a change touches, unless they alone would take half of the time; then what has its
 * turn today, so that all of it comes in three days.
 */
export function inOrder(
  touched: readonly string[],
  turns: readonly string[],
  weight: Weight,
  seconds: number,
): string[] {
  const total = touched.reduce((sum, portion) => sum + weight(portion), 0);
  const order = total > seconds / 2 ? [...turns, ...touched] : [...touched, ...turns];
  return [...new Set(order)];
}

/**
 * What of the long checks is done today, in so many seconds: the places that the change touches, and a third of
 * the rest.
 */
export async function turn(seconds: number, now = new Date()): Promise<Turn> {
  const changed = changedFiles();
  const touched = (await findPlaces())
    .filter(({ folder }) => isTouched(folder, changed))
    .map(({ name }) => name);
  const portions = await Promise.all(steps.map(async (step) => (await step.portions?.()) ?? []));
  const turns = third(portions.flat(), portionSeconds, now);
  const time = seconds * lanes;
  const all = inOrder(touched, turns, portionSeconds, time);
  const { fit, waiting } = fitting(all, portionSeconds, time);
  return { today: new Set(fit), waiting };
}
