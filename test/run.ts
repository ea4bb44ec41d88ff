import { availableParallelism } from 'node:os';
import { remember } from './steps/last-run.js';
import { sideBySide } from './steps/schedule.js';
import { type Extent, type Run, type Step } from './steps/step.js';
import { build, steps } from './steps/steps.js';
import { portionSeconds, timesOf } from './steps/portion-seconds.js';
import { tryAgain } from './steps/second-try.js';
import { turn } from './steps/turn.js';
import { inWords, sum, type Count } from './support/count.js';
import { Skips } from './support/skips.js';
import { Tallies } from './support/tallies.js';
import { slowest } from './support/timings.js';

/**
 * `npm test`; with `all` everything that there is, with `turn` of what `npm test` leaves out what has its turn
 * today. Steps run side by side; each is printed when it is done. `npm test -- places lint` runs those steps alone
 * whose titles have one of these words.
 */
const extents: readonly Extent[] = ['usual', 'all', 'turn'];
const [, , ...given] = process.argv;
const extent = extents.find((one) => one === given[0]) ?? 'usual';
const wanted = given.filter((one) => one !== extent).map((one) => one.toLowerCase());
// What `npm test` has tried in the browser that npm brought along is tried in what readers have.
if (extent !== 'usual') process.env['INSTALLED_FIRST'] = '1';
const start = performance.now();
const elapsed = (since: number) => (performance.now() - since) / 1000;
const tallies = new Tallies();
const skips = new Skips();
const missing: string[] = [];
const counts = new Map<Step, Count>();
const seconds = new Map<string, number>();
/** What failed beside others and held by itself. */
const secondTries: string[] = [];
/** How many seconds a turn has when it is not told: with `npm test` before it, all stays below 25 minutes. */
const turnSeconds = Number(process.env['TURN_SECONDS'] ?? 900);
/** `DAYS_AHEAD=1` tries what has its turn tomorrow. */
const day = new Date(Date.now() + 86_400_000 * Number(process.env['DAYS_AHEAD'] ?? 0));
const todays = extent === 'turn' ? await turn(turnSeconds, day) : undefined;
const today = todays?.today;

/** Which portions are done: none in `npm test`, those of today, or all. */
const has = (portion: string) => today?.has(portion) ?? extent === 'all';

async function isRun(step: Step): Promise<boolean> {
  const { title, command, portions } = step;
  if (wanted.length) return wanted.some((word) => title.toLowerCase().includes(word));
  if (extent === 'turn') return step === build || ((await portions?.()) ?? []).some(has);
  return extent === 'all' || command === 'npm test';
}

/** What of a step has its turn, in seconds. */
async function weightOf({ portions }: Step): Promise<number> {
  const done = ((await portions?.()) ?? []).filter(has);
  return done.reduce((seconds, portion) => seconds + portionSeconds(portion), 0);
}

/** What a step is given that says these lines. */
function runThat(said: string[]): Run {
  return { extent, has, tallies, skips, missing, say: (line) => void said.push(line) };
}

async function perform(step: Step): Promise<void> {
  const { title } = step;
  const begin = performance.now();
  const said: string[] = [];
  console.log(`▶ ${title}`);
  const count = await step.run(runThat(said)).catch((error: unknown): Count => {
    said.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const failures = count.failures?.length ? count.failures : count.failed ? [title] : [];
  counts.set(step, { ...count, failures });
  seconds.set(title, elapsed(begin));
  const done = ((await step.portions?.()) ?? []).filter(has);
  if (extent !== 'usual') remember('portions', timesOf(done, count.timings ?? [], elapsed(begin)));
  const mark = count.failed ? '✖' : '✔';
  const lines = said.map((line) => `${line}\n`).join('');
  console.log(`${lines}${mark} ${title}: ${inWords(count)} (${elapsed(begin).toFixed(0)} s)`);
}

/** What failed in a turn, once more with nothing beside it. */
async function performAgain(step: Step, first: Count): Promise<void> {
  const said: string[] = [];
  console.log(`▶ ${step.title}, what failed of it: ${(first.failedPortions ?? []).join(', ')}`);
  const { count, heldThen } = await tryAgain(step, first, runThat(said));
  counts.set(step, count);
  for (const portion of heldThen) secondTries.push(portion);
  console.log([...said, `${count.failed ? '✖' : '✔'} ${step.title}: ${inWords(count)}`].join('\n'));
}

const chosen: Step[] = [];
for (const step of steps) if (await isRun(step)) chosen.push(step);
const weights = new Map<Step, number>();
for (const step of today ? chosen : []) weights.set(step, await weightOf(step));
// In the order of the list, but in a turn what takes long first: nothing waits for anything there.
chosen.sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
// What has been started ends with this.
process.once('SIGTERM', () => process.exit(1));
if (todays) {
  process.env['UNTIL'] ??= String(Date.now() + turnSeconds * 1000);
  console.log(`What has its turn today: ${[...todays.today].join(', ')}`);
  for (const name of todays.waiting) missing.push(`${name}: no time for it today`);
}
await sideBySide(chosen, Math.max(2, availableParallelism()), perform);
if (todays) {
  // Nobody waits for what is tried again but the limit of the whole run.
  delete process.env['UNTIL'];
  const failed = [...counts].filter(([, { failedPortions }]) => failedPortions?.length);
  for (const [step, first] of failed) await performAgain(step, first);
}

const total = sum([
  ...counts.values(),
  { passed: 0, failed: 0, skipped: todays?.waiting.length ?? 0 },
]);
console.log(`\n${String(tallies)}`);
tallies.write();
if (!wanted.length) seconds.set('everything', elapsed(start));
remember(extent, seconds);
console.log(`\nWhat took longest\n${slowest(total.timings ?? []).join('\n')}`);
for (const portion of secondTries) console.log(`⚠ HELD AT THE SECOND TRY: ${portion}`);
for (const failure of new Set(total.failures)) console.log(`✖ FAILED: ${failure}`);
for (const line of [...missing, ...skips.lines(missing)]) console.log(`⚠ SKIPPED: ${line}`);
console.log(`\nIn ${elapsed(start).toFixed(0)} s`);
console.log(inWords(total));
process.exit(total.failed ? 1 : 0);
