import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inWords, type Count } from './support/count.js';
import { engineNames, findEngine, MissingEngine } from './support/engines.js';
import { firstOnPath } from './support/programs.js';
import { Skips } from './support/skips.js';

/**
 * Runs what depends on the browser as on a machine that has Node, npm and what every Linux has, and nothing
 * else: in the browser that npm brings along. What is built has to stand in `dist/`.
 */
const programs = ['node', 'npm', 'npx', 'sh', 'env', 'tar', 'gzip'];

/** What the bundled browser does otherwise, or could: history, storage, locks, focus, fonts, frames. */
const commands = [
  `node --import tsx --test --test-reporter=spec --test-timeout=600000 ${e2e('double', 'tabs', 'app-switch', 'seen-again')}`,
  `npx tsx test/support/unit-runner.ts 'test/unit/{tabs,look,form,seam}.test.ts'`,
  'npx tsx test/apps/index.ts Frames',
];

function e2e(...names: readonly string[]): string {
  return names.map((name) => `test/e2e/${name}.test.ts`).join(' ');
}

/** A folder where these programs are, by links, and no browser is. */
function makePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-path-'));
  for (const name of programs) {
    const program = firstOnPath([name]);
    if (!program) throw new Error(`There is no ${name} on this machine.`);
    symlinkSync(program, join(folder, name));
  }
  return folder;
}

/** A browser that is found elsewhere would prove nothing. */
async function assertBare(): Promise<void> {
  const engines = await Promise.all(engineNames.map(findEngine));
  const found = engines.filter((engine) => !(engine instanceof MissingEngine));
  const sources = found.map((engine) => ('source' in engine ? engine.source : ''));
  if (sources.join() !== 'bundled') throw new Error(`These browsers were found: ${sources.join()}`);
}

function run(command: string): Promise<{ isGood: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('close', (code) => resolve({ isGood: code === 0, output }));
  });
}

const folder = makePath();
process.env['PATH'] = folder;
process.env['FORCE_BUNDLED'] = '1';
for (const name of ['CHROME_PATH', 'FIREFOX_PATH', 'WEBKIT_DRIVER_PATH', 'XVFB_PATH']) {
  delete process.env[name];
}
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const skips = new Skips();
try {
  await assertBare();
  for (const command of commands) {
    console.log(`\n▶ ${command}`);
    const { isGood, output } = await run(command);
    skips.add(output);
    total.passed += Number(isGood);
    total.failed += Number(!isGood);
  }
} finally {
  rmSync(folder, { recursive: true });
}
for (const line of skips.lines()) console.log(`⚠ SKIPPED: ${line}`);
console.log(`\nIn the bundled browser alone, by command\n${inWords(total)}`);
process.exit(total.failed ? 1 : 0);
