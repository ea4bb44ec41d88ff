import { esbuildPlugin } from '@web/dev-server-esbuild';
import {
  defaultReporter,
  startTestRunner,
  type TestRunnerConfig,
  type TestRunnerPlugin,
} from '@web/test-runner';
import { nodeInPage } from './built-tests.js';
import { clock, countOf, failuresOf, withoutTallies } from './browser-results.js';
import { inWords, sum, type Count } from './count.js';
import { engineNames, findEngine, MissingEngine, titles, type EngineName } from './engines.js';
import { launcherOf } from './launchers.js';
import { sandboxPlugin } from './sandbox-middleware.js';
import { skipLine } from './skips.js';
import { isTally } from './tallies.js';
import { absolute } from './test-files.js';

export interface BrowserTests {
  /** Which files run in which engine. */
  readonly plan: ReadonlyMap<EngineName, readonly string[]>;
  /** Is told what the tests say that they tried. */
  readonly tally: (lines: readonly string[], engine: EngineName) => void;
  /** Whether tests that can try a part of what they have try all of it. */
  readonly isWhole: boolean;
}

const inPage: TestRunnerPlugin = {
  name: 'node-in-page',
  resolveImport: ({ source }) => {
    const file = nodeInPage.get(source);
    return file && `/${file}`;
  },
};

/** What the tests need beside the files; the place for middleware and the like. */
const config: TestRunnerConfig = {
  nodeResolve: true,
  plugins: [inPage, esbuildPlugin({ ts: true, tsconfig: './tsconfig.json' }), sandboxPlugin()],
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

const page = (script: string, isWhole: boolean) => `<!doctype html><html><head></head><body>
<script>window.isWhole = ${isWhole}</script><script type="module" src="${script}"></script>
</body></html>`;

/**
 * Runs files of tests in engines, all at once. A file that cannot be run counts as a failed test; an engine
 * that is not there skips as many tests as its files have in those that are, or as many as it has files where
 * none is.
 */
export async function runInBrowsers({ plan, tally, isWhole }: BrowserTests): Promise<Count> {
  const engines = await Promise.all([...plan.keys()].map(findEngine));
  const missing = engines.flatMap((engine) => (engine instanceof MissingEngine ? [engine] : []));
  const found = engines.flatMap((engine) => (engine instanceof MissingEngine ? [] : [engine]));
  const groups = found.flatMap((engine) => {
    const files = absolute(plan.get(engine.name) ?? []);
    return files.length ? [{ name: engine.name, files, browsers: [launcherOf(engine)] }] : [];
  });
  const testRunnerHtml = (script: string) => page(script, isWhole);
  const { sessions, timings } = groups.length
    ? await run({ ...config, testRunnerHtml, groups })
    : { sessions: [], timings: [] };
  const results = found.map(({ name }) => {
    const own = sessions.filter(({ browser }) => browser.name === titles[name]);
    for (const { logs } of own) tally(logs.flat().map(String).filter(isTally), name);
    const result = countOf(own);
    console.log(`${titles[name]}: ${inWords(result)}`);
    return result;
  });
  for (const engine of missing) {
    const files = absolute(plan.get(engine.name) ?? []);
    const some = sessions.filter(({ testFile = '' }) => files.includes(testFile));
    const { passed, failed, skipped } = countOf(some);
    const tests = found.length ? (passed + failed + skipped) / found.length : files.length;
    const what = `${tests} ${found.length ? 'tests' : 'files of tests'} in ${titles[engine.name]}`;
    console.log(skipLine(what, engine.advice));
    results.push({ passed: 0, failed: 0, skipped: tests });
  }
  return { ...sum(results), failures: sessions.flatMap(failuresOf), timings };
}

async function run(options: TestRunnerConfig) {
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: options,
  });
  if (!runner) throw new Error('The test runner did not start; what it said stands above.');
  const timings = clock(runner);
  await new Promise((resolve) => {
    runner.on('finished', resolve);
    runner.on('stopped', resolve);
  });
  const sessions = [...runner.sessions.all()];
  await runner.stop();
  return { sessions, timings };
}
