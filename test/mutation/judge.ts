import type { Pages } from './browser.js';
import type { Mutant } from './instrument.js';
import type { Coverage, Outcome } from './plan.js';

/** A file of tests, as it is without any mutant. */
export interface TestFile {
  readonly name: string;
  /** Tests that pass; one that fails without a mutant cannot tell anything. */
  readonly tests: readonly Outcome[];
  readonly coverage: Coverage;
  /** Whether its tests build on each other, so that none can be left out. */
  readonly isStory: boolean;
}

export type Verdict = 'killed' | 'timeout' | 'survived' | 'not reached';

const address = (name: string) => `/${name}.js`;
/** Milliseconds: a busy machine must not be taken for an endless loop. */
const patience = (tests: readonly Outcome[]) => tests.reduce((sum, { ms }) => sum + 5 * ms, 15_000);

/** Runs a file without mutants, whole and in parts, to learn what its tests reach. */
export async function learn(pages: Pages, name: string): Promise<TestFile> {
  const file = address(name);
  const whole = await pages.run({ file, bail: false }, undefined, 120_000);
  if (!whole) throw new Error(`${name} does not end without any mutant`);
  const good = whole.outcomes.filter(({ error }) => error == null);
  const bad = whole.outcomes.filter(({ error }) => error != null).map(({ index }) => index);
  // A busy machine may fail a test that is right.
  const again = bad.length
    ? await pages.run({ file, only: bad, bail: false }, undefined, 120_000)
    : undefined;
  for (const outcome of again?.outcomes ?? []) {
    if (outcome.error == null) good.push(outcome);
    else console.log(`  left out, it fails here: ${outcome.title}: ${outcome.error}`);
  }
  const tests = good.sort((one, other) => one.index - other.index);
  let isStory = false;
  for (const part of [0, 1, 2]) {
    const only = tests.map(({ index }) => index).filter((_, place) => place % 3 === part);
    const some = only.length
      ? await pages.run({ file, only, bail: false }, undefined, 120_000)
      : whole;
    isStory ||=
      !some || some.outcomes.some(({ index, error }) => error != null && only.includes(index));
  }
  // Of a story that is always run together, one that fails in it without a mutant would notice every one.
  const told = isStory ? tests.filter(({ index }) => !bad.includes(index)) : tests;
  return { name, tests: told, coverage: whole.coverage, isStory };
}

/** What in a file may notice a mutant: first what passes it by, then the rest of what loaded it. */
interface Attempt {
  readonly file: TestFile;
  readonly tests: readonly Outcome[];
  readonly cost: number;
}

/**
 * @param siblings The ids of the mutants of the same file: tests that reach many of them are about it.
 */
function attempts(
  { id, file: source }: Mutant,
  siblings: readonly string[],
  files: readonly TestFile[],
): Attempt[] {
  const reaching = (file: TestFile) => {
    const found = file.tests.filter(({ index }) => id in (file.coverage.perTest[index] ?? {}));
    return file.isStory && found.length ? file.tests : found;
  };
  const attempt = (file: TestFile, tests: readonly Outcome[]) => {
    const cost = tests.reduce((sum, { ms }) => sum + ms, 0);
    return tests.length ? [{ file, tests, cost }] : [];
  };
  const direct = files.flatMap((file) => attempt(file, reaching(file)));
  // What a file does once when it is loaded may show in any of its tests.
  const rest = files
    .filter(({ coverage }) => id in coverage.static)
    .flatMap((file) => {
      const done = new Set(reaching(file));
      const tests = file.tests.filter((test) => file.isStory || !done.has(test));
      return file.isStory && done.size ? [] : attempt(file, tests);
    });
  const byCost = (one: Attempt, other: Attempt) => one.cost - other.cost;
  const reached = ({ file: { coverage } }: Attempt) =>
    siblings.filter((one) => Object.values(coverage.perTest).some((passed) => one in passed))
      .length;
  const byTopic = (one: Attempt, other: Attempt) => reached(other) - reached(one);
  const before = ({ file }: Attempt) => successes.get(`${source} ${file.name}`) ?? 0;
  const bySuccess = (one: Attempt, other: Attempt) =>
    before(other) - before(one) || byCost(one, other);
  return [...direct.sort(bySuccess), ...rest.sort(byTopic)];
}

/** Whether any test notices a mutant. */
export async function judge(
  pages: Pages,
  mutant: Mutant,
  siblings: readonly string[],
  files: readonly TestFile[],
): Promise<Verdict> {
  const plans = attempts(mutant, siblings, files);
  for (const { file, tests } of [...likely(mutant), ...plans]) {
    const verdict = await tryFile(pages, mutant, file, tests);
    if (verdict !== 'survived') return verdict;
  }
  return plans.length ? 'survived' : 'not reached';
}

interface Killer {
  readonly file: TestFile;
  readonly test: Outcome;
}

/** The tests that noticed mutants last, by the file of the code: they often notice the next as well. */
const killers = new Map<string, readonly Killer[]>();

/** How many mutants of a file of the code a file of tests has noticed first, by both names. */
const successes = new Map<string, number>();

function noteKiller({ file: name }: Mutant, killer: Killer): void {
  const others = (killers.get(name) ?? []).filter(({ test }) => test !== killer.test);
  killers.set(name, [killer, ...others].slice(0, 12));
  const pair = `${name} ${killer.file.name}`;
  successes.set(pair, (successes.get(pair) ?? 0) + 1);
}

function likely({ file: name, id }: Mutant): Pick<Attempt, 'file' | 'tests'>[] {
  const reaching = (killers.get(name) ?? []).filter(
    ({ file, test }) => !file.isStory && id in (file.coverage.perTest[test.index] ?? {}),
  );
  const [first] = reaching;
  if (!first) return [];
  const { file } = first;
  const tests = reaching.filter((killer) => killer.file === file).map(({ test }) => test);
  return [{ file, tests: tests.slice(0, 5) }];
}

async function tryFile(
  pages: Pages,
  mutant: Mutant,
  file: TestFile,
  tests: readonly Outcome[],
): Promise<Verdict> {
  const { name, isStory } = file;
  let left = tests;
  while (left.length) {
    const run = async (some: readonly Outcome[]) => {
      const plan = { file: address(name), only: some.map(({ index }) => index), bail: true };
      const report = await pages.run(plan, mutant.id, patience(some));
      // What is slow on a busy machine is not endless.
      return report ?? (await pages.run(plan, mutant.id, 4 * patience(some)));
    };
    const report = await run(left);
    if (!report) return 'timeout';
    const found = report.outcomes.find(({ error }) => error != null);
    if (!found) return 'survived';
    if (found.index < 0) return 'killed';
    const again = isStory ? left : left.filter(({ index }) => index === found.index);
    // A test that a busy machine has failed once says nothing.
    const proof = await run(again);
    if (!proof) return 'timeout';
    if (proof.outcomes.some(({ error }) => error != null)) {
      noteKiller(mutant, { file, test: found });
      return 'killed';
    }
    left = isStory ? [] : left.filter(({ index }) => index !== found.index);
  }
  return 'survived';
}
