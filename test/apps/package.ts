import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeObject, isObject, text } from '../../src/api/decode.js';
import { MissingProgram } from './place.js';

const execute = promisify(execFile);

/** Runs a command to its end and gives what it printed; fails with all of it when the command does. */
export async function run(folder: string, command: string, ...values: string[]): Promise<string> {
  try {
    // A bundler that ran in this process has set it, and npm would install nothing to build with.
    const env = { ...process.env, NODE_ENV: undefined };
    const options = { cwd: folder, env, maxBuffer: 2 ** 26 };
    const { stdout } = await execute(command, values, options);
    return stdout;
  } catch (cause) {
    const said = cause instanceof Object && 'stdout' in cause ? String(cause.stdout) : '';
    throw new Error(`${command} ${values.join(' ')} failed\n${said.slice(-4000)}`, { cause });
  }
}

/** What npm says when nobody answers where packages come from. */
const unanswered = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ETIMEDOUT',
];

export function isUnanswered(said: string): boolean {
  return unanswered.some((code) => said.includes(`npm error code ${code}`));
}

let registry: Promise<string | undefined> | undefined;

/**
 * Asks once whether somebody answers where packages come from: npm itself would try again for minutes, in each place.
 *
 * @throws {MissingProgram} When nobody does.
 */
export async function assertRegistry(): Promise<void> {
  registry ??= execute('npm', ['ping', '--fetch-retries=0', '--fetch-timeout=20000']).then(
    () => undefined,
    (error: unknown) => (isObject(error) ? String(error['stderr']) : undefined),
  );
  const said = await registry;
  if (said !== undefined && isUnanswered(said)) {
    throw new MissingProgram("npm's registry, to install the place's packages");
  }
}

export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'connect-elements-'));
}

/** Packs what is in `dist`, as npm would publish it. */
export async function pack(folder: string): Promise<string> {
  const said = await run(
    '.',
    'npm',
    'pack',
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    folder,
  );
  return join(folder, said.trim());
}

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];

/** A copy of an app with what its lock file names and the packed package. */
export async function installApp(app: string, tarball: string): Promise<string> {
  await assertRegistry();
  const folder = await makeFolder();
  await cp(`test/apps/${app}`, folder, {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist)$/.test(path),
  });
  await run(folder, 'npm', 'ci', ...quiet);
  // Not saved: its hash changes with every build.
  await run(folder, 'npm', 'install', '--no-save', '--no-package-lock', ...quiet, tarball);
  return folder;
}

/** Which version of a package is installed in a folder. */
export async function versionOf(folder: string, name: string): Promise<string> {
  const file = join(folder, 'node_modules', name, 'package.json');
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
  return text(decodeObject(manifest)['version']);
}

/** The same of several, each behind its title, for the table of what is proven. */
export async function versionsOf(
  folder: string,
  packages: Readonly<Record<string, string>>,
): Promise<string> {
  const versions = Object.entries(packages).map(
    async ([title, name]) => `${title} ${await versionOf(folder, name)}`,
  );
  return (await Promise.all(versions)).join(', ');
}

export function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
