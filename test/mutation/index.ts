import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { openPages } from './browser.js';
import { buildInstrumented, instrument, type Mutant } from './instrument.js';
import { judge, learn, type TestFile, type Verdict } from './judge.js';
import { recall, remember } from './memory.js';
import { isNoticed, report } from './report.js';

/**
 * Changes the code in one place after the other and looks whether a test notices: `npm run mutate`, or
 * `npm run mutate -- src/api/http.ts` for the files whose names begin so. With `--again` only what no test
 * has noticed before is tried, which is quick when tests have been added.
 */
const given = process.argv.slice(2);
const isAgain = given.includes('--again');
const wanted = given.filter((one) => !one.startsWith('--'));
const folder = resolve('node_modules/.cache/mutation');
/** Most pages wait most of the time. */
const pagesAtOnce = Number(process.env['PAGES'] ?? 3);
const start = performance.now();

// Whoever else works on this machine comes first. The browser inherits it.
setPriority(15);

const { code, mutants } = await instrument();
const isWhole = !wanted.length;
const chosen = mutants.filter(
  ({ file }) => isWhole || wanted.some((start) => file.startsWith(start)),
);
const names = await buildInstrumented(code, folder);
console.log(`${chosen.length} mutants, ${names.length} files of tests`);
const pages = await openPages(folder);

/** Does something with each, a few at a time. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, worker));
}

const files: TestFile[] = [];
await each(names, async (name) => void files.push(await learn(pages, name)));
const count = files.reduce((sum, { tests }) => sum + tests.length, 0);
console.log(`${count} tests, ${((performance.now() - start) / 1000).toFixed(0)} s`);

const verdicts = new Map<Mutant, Verdict>();
const known = isAgain ? recall() : new Map<string, unknown>();
for (const mutant of chosen) {
  const verdict = known.get(mutant.key);
  if (verdict === 'killed' || verdict === 'timeout') verdicts.set(mutant, verdict);
}
const untried = chosen.filter((mutant) => !verdicts.has(mutant));
await each(untried, async (mutant) => {
  const { file, line, change } = mutant;
  const siblings = mutants.filter((one) => one.file === file).map(({ id }) => id);
  const verdict = await judge(pages, mutant, siblings, files);
  verdicts.set(mutant, verdict);
  if (!isNoticed(verdict)) console.log(`  ${verdict}: ${file}:${line}  ${change}`);
  if (verdicts.size % 50) return;
  // Whoever stops it does not lose what is known.
  remember(verdicts);
  console.log(`  ${verdicts.size} of ${chosen.length}`);
});
await pages.close();
remember(verdicts);
const isGood = await report(chosen, verdicts, isWhole);
console.log(`${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
process.exit(isGood ? 0 : 1);
