import { inWords } from './count.js';
import { runInBrowsers } from './browser-tests.js';
import { engineNames, type EngineName } from './engines.js';
import { Tallies } from './tallies.js';
import { browserTests } from './test-files.js';
import { slowest } from './timings.js';

/** Runs files of tests in browsers, whole: `npx tsx test/support/unit-runner.ts 'test/unit/form.test.ts'`. */
const [, , pattern] = process.argv;
const files = pattern ? [pattern] : browserTests().whole;

/** `ENGINE` names one engine, or `all` of them; without it, the one that is always there. */
function wanted(): readonly EngineName[] {
  const { ENGINE = 'chromium' } = process.env;
  const names = engineNames.filter((name) => ENGINE === 'all' || ENGINE === name);
  if (!names.length) throw new Error(`ENGINE is ${ENGINE}; it is all, ${engineNames.join(', ')}.`);
  return names;
}

const tallies = new Tallies();
const plan = new Map(wanted().map((name) => [name, files]));
const tally = tallies.add.bind(tallies);
const count = await runInBrowsers({ plan, tally, isWhole: true });
console.log(String(tallies));
console.log(slowest(count.timings ?? []).join('\n'));
console.log(inWords(count));
process.exit(count.failed ? 1 : 0);
