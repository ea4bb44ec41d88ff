import { pathToFileURL } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { startTestRunner, type TestSuiteResult } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { resolveChromium } from './chromium.js';
import { sandboxPlugin } from './sandbox-middleware.js';

const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
];

/** Runs the tests of `test/unit` in a browser. A file that cannot be run counts as a failed test. */
export async function runUnitTests(
  files = 'test/unit/**/*.test.ts',
): Promise<{ passed: number; failed: number }> {
  const { executablePath, args, env } = await resolveChromium();
  const launchOptions = {
    executablePath,
    args: [...browserArgs, ...args],
    env: { ...process.env, ...env },
  };
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      files,
      nodeResolve: true,
      plugins: [esbuildPlugin({ ts: true, tsconfig: './tsconfig.json' }), sandboxPlugin()],
      browsers: [chromeLauncher({ launchOptions })],
      // The tests use Lit's development build, which says so on every page.
      filterBrowserLogs: ({ args: said }) => !String(said[0]).startsWith('Lit is in dev mode'),
      testsFinishTimeout: 600_000,
      testFramework: { config: { timeout: 10_000 } },
    },
  });
  if (!runner) throw new Error('The test runner did not start; what it said stands above.');
  await new Promise((resolve) => {
    runner.on('finished', resolve);
    runner.on('stopped', resolve);
  });
  let passed = 0;
  let failed = 0;
  for (const { testResults, errors, passed: isGood } of runner.sessions.all()) {
    const results = testResults ? allTests(testResults) : [];
    const good = results.filter((test) => test.passed).length;
    const bad = results.filter((test) => !test.passed && !test.skipped).length;
    const isBroken = errors.length > 0 || !isGood || !results.length;
    passed += good;
    failed += bad || Number(isBroken);
  }
  await runner.stop();
  return { passed, failed: failed || Number(!passed) };
}

function allTests({ tests, suites }: TestSuiteResult): TestSuiteResult['tests'] {
  return [...tests, ...suites.flatMap(allTests)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await runUnitTests(process.argv[2]);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
