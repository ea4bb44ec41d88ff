import { pathToFileURL } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import {
  defaultReporter,
  startTestRunner,
  type Reporter,
  type TestRunner,
  type TestRunnerConfig,
  type TestSession,
  type TestSuiteResult,
} from '@web/test-runner';
import { inWords, type Count } from './count.js';
import { engineNames, findEngine, MissingEngine, titles, type EngineName } from './engines.js';
import { launcherOf } from './launchers.js';
import { sandboxPlugin } from './sandbox-middleware.js';
import { isTally, Tallies } from './tallies.js';

export interface UnitOptions {
  files?: string;
  engines?: readonly EngineName[];
  /** Where to write down what the tests say that they tried. */
  tallies?: Tallies;
}

/** What the tests need beside the files; the place for middleware and the like. */
const config: TestRunnerConfig = {
  nodeResolve: true,
  plugins: [esbuildPlugin({ ts: true, tsconfig: './tsconfig.json' }), sandboxPlugin()],
  reporters: [withoutTallies(defaultReporter())],
  // The tests use Lit's development build, which says so on every page.
  filterBrowserLogs: ({ args: said }) => !String(said[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 10_000 } },
  concurrentBrowsers: engineNames.length,
  // Three browsers may start at once on a machine with two cores.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
};

/**
 * Runs the tests of `test/unit` in each of the engines, all at once. A file that cannot be run counts as a
 * failed test; an engine that is not there skips as many tests as one that is there has run.
 */
export async function runUnitTests({
  files = 'test/unit/**/*.test.ts',
  engines: names = engineNames,
  tallies = new Tallies(),
}: UnitOptions = {}): Promise<Count> {
  const engines = await Promise.all(names.map(findEngine));
  const missing = engines.flatMap((engine) => (engine instanceof MissingEngine ? [engine] : []));
  const found = engines.flatMap((engine) => (engine instanceof MissingEngine ? [] : [engine]));
  if (!found.length) throw new Error(missing.map(({ advice }) => advice).join('\n'));
  const browsers = found.map(launcherOf);
  const runner = await run({ ...config, files, browsers });
  const sessions = [...runner.sessions.all()];
  const results = found.map(({ name }) => {
    const own = sessions.filter(({ browser }) => browser.name === titles[name]);
    for (const { logs } of own) tallies.add(logs.flat().map(String), name);
    const result = count(own);
    console.log(`${titles[name]}: ${inWords(result)}`);
    return result;
  });
  await runner.stop();
  const sum = (member: 'passed' | 'failed' | 'skipped') =>
    results.reduce((total, result) => total + result[member], 0);
  const ran = Math.max(...results.map((one) => one.passed + one.failed + one.skipped));
  for (const { advice } of missing) console.log(`⚠ ${ran} tests are skipped: ${advice}`);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped') + missing.length * ran,
    failures: sessions.flatMap(failuresOf),
  };
}

async function run(options: TestRunnerConfig): Promise<TestRunner> {
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: options,
  });
  if (!runner) throw new Error('The test runner did not start; what it said stands above.');
  await new Promise((resolve) => {
    runner.on('finished', resolve);
    runner.on('stopped', resolve);
  });
  return runner;
}

function count(sessions: readonly TestSession[]): Count {
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

function failuresOf({ browser, testFile, testResults, errors }: TestSession): string[] {
  const failed = testResults ? allTests(testResults).filter(isFailed) : [];
  const said = [
    ...failed.map(({ name, error }) => `${name}: ${error?.message ?? 'failed'}`),
    ...errors.map(({ message }) => message),
  ];
  return said.map((text) => `${browser.name}, ${testFile?.split('/').at(-1)}: ${text}`);
}

function isFailed({ passed, skipped }: TestSuiteResult['tests'][number]): boolean {
  return !passed && !skipped;
}

function allTests({ tests, suites }: TestSuiteResult): TestSuiteResult['tests'] {
  return [...tests, ...suites.flatMap(allTests)];
}

/** Tallies are printed at the end, once. */
function withoutTallies(reporter: Reporter): Reporter {
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

/** `ENGINE` names one engine, or `all` of them; without it, the one that is always there. */
function wanted(): readonly EngineName[] {
  const { ENGINE = 'chromium' } = process.env;
  const names = engineNames.filter((name) => ENGINE === 'all' || ENGINE === name);
  if (!names.length) throw new Error(`ENGINE is ${ENGINE}; it is all, ${engineNames.join(', ')}.`);
  return names;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , files] = process.argv;
  const tallies = new Tallies();
  const count = await runUnitTests({ ...(files && { files }), engines: wanted(), tallies });
  console.log(String(tallies));
  console.log(inWords(count));
  process.exit(count.failed ? 1 : 0);
}
