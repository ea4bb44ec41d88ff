import { MissingAbility } from '../support/abilities.js';
import { inWords, type Count } from '../support/count.js';
import { skipLine } from '../support/skips.js';
import { isLate, lateLine } from '../support/until.js';
import { findPlaces } from './find.js';
import { installApp, makeFolder, pack, remove } from './package.js';
import { MissingProgram, type Place } from './place.js';
import { compareTable, writeTable, type Row } from './table.js';

// In what readers have.
process.env['INSTALLED_FIRST'] = '1';

/**
 * Proves every place that sites embed the elements in, or those whose names are given; `UPDATE_DOCS=1` writes what was proven into the documentation.
 */
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const rows: Row[] = [];
const failing = new Set<string>();

async function prove(place: Place, tarball: string): Promise<void> {
  const start = performance.now();
  const folders: string[] = [];
  let held = 0;
  let failed = 0;
  let skipped = 0;
  const fail = (sentence: string, error: unknown) => {
    failed++;
    console.log(`  ✖ ${place.name} ${sentence}`);
    console.error(error);
  };
  const holds = async (sentence: string, work: () => Promise<unknown>) => {
    try {
      await work();
      held++;
    } catch (error) {
      if (!(error instanceof MissingAbility)) return fail(sentence, error);
      skipped++;
      console.log(`  ${skipLine(`${place.name} ${sentence}`, error.message)}`);
    }
  };
  const install = async (app: string) => {
    const folder = await installApp(app, tarball);
    folders.push(folder);
    return folder;
  };
  const versions = await place.prove({ tarball, holds, install }).catch((error: unknown) => {
    if (error instanceof MissingProgram) return error;
    fail('can be tried', error);
    return '';
  });
  await Promise.all(folders.map(remove));
  total.passed += held;
  total.failed += failed;
  total.skipped += skipped;
  if (versions instanceof MissingProgram) {
    total.skipped++;
    console.log(skipLine(place.name, versions.message));
    return;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const words = inWords({ passed: held, failed, skipped });
  console.log(`${failed ? '✖' : '✔'} ${place.name} (${versions}): ${words} (${seconds} s)`);
  if (failed) failing.add(place.name);
  else rows.push({ name: place.name, versions, held, skipped });
}

/** What the documentation says is one thing more that has to hold. */
function compare(names: readonly string[]): void {
  try {
    compareTable(rows, names);
    total.passed++;
  } catch (error) {
    total.failed++;
    console.log('✖ The table of places is not what was proven; `UPDATE_DOCS=1` writes it.');
    console.error(error);
  }
}

const all = await findPlaces();
const titles = all.map(({ name }) => name.toLowerCase());
/** A whole name means that place alone: React is a part of Preact. */
const means = (asked: string, title: string) =>
  titles.includes(asked) ? title === asked : title.includes(asked);
const places = all.filter(
  ({ name }) => !asked.length || asked.some((one) => means(one, name.toLowerCase())),
);
const folder = await makeFolder();
const tarball = await pack(folder);
for (const place of places) {
  if (!isLate()) await prove(place, tarball);
  else {
    total.skipped++;
    console.log(lateLine(place.name));
  }
}
await remove(folder);
const names = all.map(({ name }) => name);
if (!process.env['UPDATE_DOCS']) compare(names);
else
  await writeTable(
    rows,
    names.filter((name) => !failing.has(name)),
  );
console.log(`\n${inWords(total)}`);
process.exit(total.failed || !places.length ? 1 : 0);
