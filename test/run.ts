import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inWords, type Count } from './support/count.js';
import { startDriver } from './support/drivers.js';
import { engineNames, findEngine, MissingEngine, titles } from './support/engines.js';
import { Skips } from './support/skips.js';
import { Tallies } from './support/tallies.js';
import { runUnitTests } from './support/unit-runner.js';

/** Everything that has to hold, in order; each step says what it does, since some take a while. */
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const tallies = new Tallies();
const skips = new Skips();
const missing: string[] = [];
const failures: string[] = [];

async function step(title: string, work: () => Promise<Count>): Promise<void> {
  const start = performance.now();
  console.log(`\n▶ ${title}`);
  const count = await work().catch((error: unknown): Count => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  failures.push(...(count.failures ?? (count.failed ? [title] : [])));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`${count.failed ? '✖' : '✔'} ${title}: ${inWords(count)} (${seconds} s)`);
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
  return verdict(code === 0);
}

function verdict(isGood: boolean): Count {
  return { passed: Number(isGood), failed: Number(!isGood), skipped: 0 };
}

/** Fails when a generated file that is committed is not what its generator makes now. */
async function drift(file: string, generate: (folder: string) => string): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-'));
  const made = join(folder, file.split('/').at(-1) ?? '');
  const { code } = await run(generate(folder));
  const isSame = code === 0 && readFileSync(made, 'utf8') === readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  if (!isSame) {
    console.error(
      `${file} is not what its generator makes. Run \`npm run manifest\` or \`types:api\`.`,
    );
  }
  return verdict(isSame);
}

/** Tests that stand in folders, or below them. */
function testsIn(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file}`),
  );
}

/** In milliseconds, for a file that waits for ever outside of its tests. */
const fileLimit = 900_000;

/** Node's own test runner; its closing lines hold the counts. */
async function nodeTests(names: readonly string[], concurrency = 1): Promise<Count> {
  const folders = names.map((name) => (name === 'src' ? name : `test/${name}`));
  const files = testsIn(folders).join(' ');
  const { code, output } = await run(
    `node --import tsx --test --test-reporter=spec --test-timeout=${fileLimit} --test-concurrency=${concurrency} ${files}`,
  );
  skips.add(output);
  tallies.add(output.split('\n'), 'node');
  const count = (name: string) =>
    Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: failed || (code === 0 ? 0 : 1),
    skipped: count('skipped'),
    failures: [...output.matchAll(/^ *✖ (.+) \([\d.]+ms\)$/gm)].map(([, name = '']) => name),
  };
}

/** Starts each engine that is on this machine, and says which are not. */
async function startEngines(): Promise<Count> {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const engine of await Promise.all(engineNames.map(findEngine))) {
    if (engine instanceof MissingEngine) {
      missing.push(engine.advice);
      console.log(`⚠ ${engine.advice}`);
      continue;
    }
    const driver = await startDriver(engine);
    tallies.engines.set(engine.name, driver.version);
    await driver.close();
    console.log(`${titles[engine.name]} ${driver.version} (${engine.source})`);
    count.passed++;
  }
  return count;
}

/** Folders below `src/api` that have a contract of their own. */
const contracts = ['connect', 'onlinefundraising', 'swedbank-pay'];
await step('Browsers', startEngines);
await step('Lint and layers', () => command('npx eslint --config test/lint/eslint.config.js .'));
await step('Ratchet', () => nodeTests(['lint']));
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
await step('Rules in Node', () => nodeTests(['src'], availableParallelism()));
await step('Unit tests in browsers', () => runUnitTests({ tallies }));
await step('Sandbox and contract', () => nodeTests(['sandbox', 'contract']));
// These wait for servers and pages more than they compute.
const concurrency = Math.max(2, availableParallelism() - 1);
await step('End to end in browsers', () => nodeTests(['e2e'], concurrency));
await step('Documentation', () => nodeTests(['handbook'], concurrency));
await step('Every state: pictures and accessibility', () => nodeTests(['visual', 'accessibility']));

await step('Places that have the time', async () => {
  const { code, output } = await run('CI_ONLY=1 npx tsx test/apps/index.ts');
  skips.add(output);
  const counted = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(output.slice(-200));
  if (!counted) return verdict(code === 0);
  const [passed = 0, failed = 0, skipped = 0] = counted
    .slice(1)
    .map((count = '0') => Number(count));
  const failures = [...output.matchAll(/^ *✖ (.+)$/gm)].map(([, sentence = '']) => sentence);
  return { passed, failed: failed || Number(code !== 0), skipped, failures };
});

await step('The figures of the README are those of this run', () => {
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
  const wrong = tallies.figures().filter((figure) => !readme.includes(figure));
  if (wrong.length) console.error(`README.md does not say: ${wrong.join('; ')}`);
  return Promise.resolve(verdict(!wrong.length));
});

console.log(`\n${String(tallies)}`);
tallies.write();
for (const failure of new Set(failures)) console.log(`✖ FAILED: ${failure}`);
for (const line of [...missing, ...skips.lines(missing)]) console.log(`⚠ SKIPPED: ${line}`);
console.log(`\n${inWords(total)}`);
process.exit(total.failed ? 1 : 0);
