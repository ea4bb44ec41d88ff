import type { Reporter, TestRunner, TestSession, TestSuiteResult } from '@web/test-runner';
import { sourceOf } from './built-tests.js';
import type { Count } from './count.js';
import { isTally } from './tallies.js';
import type { Timing } from './timings.js';

/** What came of some files. A file that cannot be run counts as a failed test. */
export function countOf(sessions: readonly TestSession[]): Count {
  const result = { passed: 0, failed: 0, skipped: 0 };
  for (const { testResults, errors, passed: isGood } of sessions) {
    const results = testResults ? allTests(testResults) : [];
    const skipped = results.filter((test) => test.skipped).length;
    const passed = results.filter((test) => test.passed).length;
    const failed = results.length - passed - skipped;
    const isBroken = errors.length > 0 || !isGood || !results.length;
    result.passed += passed;
    result.skipped += skipped;
    result.failed += failed || Number(isBroken);
  }
  result.failed ||= Number(!result.passed);
  return result;
}

export function failuresOf({ browser, testFile = '', testResults, errors }: TestSession): string[] {
  const failed = testResults ? allTests(testResults).filter(isFailed) : [];
  const said = [
    ...failed.map(({ name, error }) => `${name}: ${error?.message ?? 'failed'}`),
    ...errors.map(({ message }) => message),
  ];
  return said.map((text) => `${browser.name}, ${sourceOf(testFile).split('/').at(-1)}: ${text}`);
}

function isFailed({ passed, skipped }: TestSuiteResult['tests'][number]): boolean {
  return !passed && !skipped;
}

function allTests({ tests, suites }: TestSuiteResult): TestSuiteResult['tests'] {
  return [...tests, ...suites.flatMap(allTests)];
}

/** Tallies are printed at the end, once. */
export function withoutTallies(reporter: Reporter): Reporter {
  return {
    ...reporter,
    reportTestFileResults: ({ sessionsForTestFile, ...more }) =>
      reporter.reportTestFileResults?.({
        ...more,
        sessionsForTestFile: sessionsForTestFile.map((session) => ({
          ...session,
          logs: session.logs.filter(([said]) => !isTally(said)),
        })),
      }),
  };
}

/** Writes down how long each file takes in each engine, from now on. */
export function clock({ sessions }: TestRunner): readonly Timing[] {
  const timings: Timing[] = [];
  const starts = new Map<string, number>();
  // The first has begun before anybody listens.
  const begin = performance.now();
  sessions.on('session-status-updated', ({ id, status, testFile = '', browser }) => {
    if (status === 'INITIALIZING') starts.set(id, performance.now());
    if (status !== 'FINISHED') return;
    const seconds = (performance.now() - (starts.get(id) ?? begin)) / 1000;
    timings.push({ what: `${sourceOf(testFile)} in ${browser.name}`, seconds });
  });
  return timings;
}
