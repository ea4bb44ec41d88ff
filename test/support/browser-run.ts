import { builtForRunner } from './built-tests.js';
import { runInBrowsers } from './browser-tests.js';
import { engineNames, type EngineName } from './engines.js';
import { browserTests } from './test-files.js';

/**
 * Runs the tests in browsers for a step, in a process of their own: as `npm test` has them, or whole in the
 * engines that are named. They are bundled; `unit-runner.ts` runs them as they stand, so that a fault names its
 * line. The last line is what came of it, as JSON.
 */
const named = engineNames.filter((name) => process.argv.includes(name));
const isWhole = named.length > 0;
const { usual, everywhere, whole } = browserTests();

function filesFor(engine: EngineName): readonly string[] {
  if (isWhole) return whole;
  return engine === 'chromium' ? usual : everywhere;
}

const built = await builtForRunner(isWhole ? whole : usual);
const engines = isWhole ? named : engineNames;
const plan = new Map(engines.map((name) => [name, filesFor(name).map(built)]));
const count = await runInBrowsers({
  plan,
  isWhole,
  tally: (lines, engine) => lines.forEach((line) => console.log(`${line} in ${engine}`)),
});
console.log(JSON.stringify(count));
process.exit(0);
