import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveChromium } from './support/chromium.js';
import { runUnitTests } from './support/unit-runner.js';

interface Count {
  passed: number;
  failed: number;
}

/** Everything that has to hold, in order; each step says what it does, since some take a while. */
const total: Count = { passed: 0, failed: 0 };

async function step(title: string, work: () => Promise<Count>): Promise<void> {
  const start = performance.now();
  console.log(`\n▶ ${title}`);
  const { passed, failed } = await work().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${failed ? '✖' : '✔'} ${title}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

/** Runs a command, shows what it prints, and gives its exit code and its output. */
function run(command: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function command(line: string): Promise<Count> {
  const { code } = await run(line);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Fails when a generated file that is committed is not what its generator makes now. */
async function drift(file: string, generate: (folder: string) => string): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-'));
  const made = join(folder, file.split('/').at(-1) ?? '');
  const { code } = await run(generate(folder));
  const isSame = code === 0 && readFileSync(made, 'utf8') === readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  if (isSame) return { passed: 1, failed: 0 };
  console.error(
    `${file} is not what its generator makes. Run \`npm run manifest\` or \`types:api\`.`,
  );
  return { passed: 0, failed: 1 };
}

/** Node's own test runner; its closing lines hold the counts. */
async function nodeTests(folders: readonly string[]): Promise<Count> {
  const files = folders.map((folder) => `test/${folder}/*.test.ts`).join(' ');
  const { code, output } = await run(`node --import tsx --test --test-reporter=spec ${files}`);
  const count = (name: string) =>
    Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: failed || (code === 0 ? 0 : 1) };
}

const { executablePath, source } = await resolveChromium();
console.log(`Browser (${source}): ${executablePath}`);

/** Folders below `src/api` that have a contract of their own. */
const contracts = ['connect', 'onlinefundraising', 'swedbank-pay'];
await step('Lint and layers', () => command('npx eslint --config test/lint/eslint.config.js .'));
await step('Formatting', () => command('npm run --silent format:check'));
await step('Types', () => command('npx tsc'));
for (const name of contracts) {
  await step(`Types of the contract are up to date: ${name}`, () =>
    drift(
      `src/api/${name}/schema.ts`,
      (folder) => `npx openapi-typescript src/api/${name}/openapi.yaml -o ${folder}/schema.ts`,
    ),
  );
}
await step('The manifest is up to date', () =>
  drift(
    'custom-elements.json',
    (folder) =>
      `MANIFEST_FOLDER=${folder} npx cem analyze --quiet --config test/package/manifest.config.js`,
  ),
);
await step('Build', () => command('npm run --silent build'));
await step('Bytes and package', () => nodeTests(['bench', 'package']));
await step('Unit tests in a browser', runUnitTests);
await step('Sandbox and contract', () => nodeTests(['sandbox', 'contract']));
await step('End to end in a browser', () => nodeTests(['e2e']));

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
