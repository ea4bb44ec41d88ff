import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resolveChromium } from './support/chromium.js';

/**
 * Runs the cases that stand in a folder of their own, beside the checkout or where `CASES_FOLDER` says: what
 * the elements are to be able to, whether or not they are already. Their own last line is `N of M hold`. They
 * are part of no count here, and run what `npm run build` has made. What stands after the command, a part of
 * a case's name, picks the cases.
 */
const folder = resolve(process.env['CASES_FOLDER'] ?? '../shared/cases');
const program = join(folder, 'run.mjs');
const built = 'dist/cdn/connect-elements.js';

/** The cases start their browser themselves, from a variable. */
async function runCases(): Promise<number> {
  const { executablePath, env: own } = await resolveChromium('installed');
  const env = { ...process.env, ...own, CHROMIUM: process.env['CHROMIUM'] ?? executablePath };
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
    env,
    stdio: 'inherit',
  });
  return new Promise((settle, reject) => {
    child.on('error', reject);
    child.on('close', (code) => settle(code ?? 1));
  });
}

if (!existsSync(program)) {
  console.log(
    `There are no cases to run: ${program} is not there. CASES_FOLDER names another folder.`,
  );
} else if (!existsSync(built)) {
  console.error(`${built} is not there: run \`npm run build\` first.`);
  process.exitCode = 1;
} else {
  process.exitCode = await runCases();
}
