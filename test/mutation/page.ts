/**
 * Runs the tests of a file in a page: as much of mocha as they use, since a page is loaded for each mutant.
 * What is to be run stands in the page; what came of it is a promise in the page.
 */
import type { Outcome, Plan, Report } from './plan.js';

type Body = (this: Mocha.Context) => unknown;

class Suite {
  readonly hooks = { before: new Array<Body>(), beforeEach: new Array<Body>() };
  readonly ends = { after: new Array<Body>(), afterEach: new Array<Body>() };
  constructor(readonly title: string) {}
}

interface Test {
  title: string;
  path: readonly Suite[];
  body: Body;
  /** Milliseconds. */
  patience: number;
}

const stack: Suite[] = [new Suite('')];
const tests: Test[] = [];
const innermost = () => stack.at(-1) ?? new Suite('');
/** Longer than `until` waits in vain; a test may ask for more. */
const patience = 2500;
const context = {};

Object.assign(globalThis, {
  describe(title: string, body: () => void) {
    stack.push(new Suite(title));
    body();
    stack.pop();
  },
  it(title: string, body: Body) {
    const path = [...stack];
    const whole = [...path.map((suite) => suite.title), title].join(' ').trim();
    const test: Test = { title: whole, path, body, patience };
    tests.push(test);
    return { timeout: (ms: number) => void (test.patience = ms) };
  },
  before: (body: Body) => innermost().hooks.before.push(body),
  beforeEach: (body: Body) => innermost().hooks.beforeEach.push(body),
  after: (body: Body) => innermost().ends.after.push(body),
  afterEach: (body: Body) => innermost().ends.afterEach.push(body),
});

/** Rejects when something fails that nobody waits for; mocha fails the test that runs then, too. */
let fail: (reason: unknown) => void = () => {};
addEventListener('error', ({ error, message }) => fail(error ?? message));
addEventListener('unhandledrejection', ({ reason }) => fail(reason));

async function call(bodies: readonly Body[]): Promise<void> {
  for (const body of bodies) await Reflect.apply(body, context, []);
}

async function runTest({ path, body, patience }: Test): Promise<void> {
  const late = new Promise<never>((_, reject) => {
    fail = reject;
    setTimeout(() => reject(new Error('timeout')), patience);
  });
  const run = async () => {
    try {
      await call(path.flatMap(({ hooks }) => hooks.beforeEach));
      await call([body]);
    } finally {
      await call(path.toReversed().flatMap(({ ends }) => ends.afterEach));
    }
  };
  await Promise.race([run(), late]);
}

async function runAll({ only, bail }: Plan): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let entered: readonly Suite[] = [];
  for (const [index, test] of tests.entries()) {
    if (only && !only.includes(index)) continue;
    const { title, path } = test;
    const start = performance.now();
    let error: string | undefined;
    window.__stryker__.currentTestId = `${index}`;
    try {
      const left = entered.filter((suite) => !path.includes(suite)).toReversed();
      await call(left.flatMap(({ ends }) => ends.after));
      await call(
        path.filter((suite) => !entered.includes(suite)).flatMap(({ hooks }) => hooks.before),
      );
      entered = path;
      await runTest(test);
    } catch (cause) {
      error = cause instanceof Error ? cause.message : String(cause);
    }
    window.__stryker__.currentTestId = undefined;
    outcomes.push({ index, title, error, ms: performance.now() - start });
    if (error != null && bail) break;
  }
  return outcomes;
}

async function report(): Promise<Report> {
  const { plan } = window;
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  try {
    await import(/* @vite-ignore */ plan.file);
  } catch (cause) {
    const outcome = { index: -1, title: 'the file loads', error: String(cause), ms: 0 };
    return { outcomes: [outcome], coverage: { static: {}, perTest: {} } };
  }
  const outcomes = await runAll(plan);
  return { outcomes, coverage: window.__stryker__.mutantCoverage ?? { static: {}, perTest: {} } };
}

window.report = report();
