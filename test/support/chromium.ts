import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { firstOnPath, isExecutable } from './programs.js';

/** A browser to test with, and how to start it. */
export interface Chromium {
  executablePath: string;
  /** `CHROME_PATH`, `installed` or `bundled`. */
  source: string;
  args: string[];
  env: Record<string, string>;
}

const installed = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
/** What the bundled browser's package changes in the environment, and what we change for it. */
const borrowed = ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME'];

/**
 * Which one, where there are both: the one that npm brought along is the same on every machine and takes half the
 * processor's time, but keeps no page in a back/forward cache and lets a frame of another site keep things.
 */
export type Preference = 'bundled' | 'installed';

/** `INSTALLED_FIRST=1` tests all in what readers have, as `npm run test:all` does. */
function usual(): Preference {
  return process.env['INSTALLED_FIRST'] ? 'installed' : 'bundled';
}

/**
 * The browser of `CHROME_PATH`, else the one that is preferred, else the other. `FORCE_BUNDLED=1` takes the one that
 * npm brought along, as a machine without a browser would.
 */
export async function resolveChromium(preference = usual()): Promise<Chromium> {
  const { CHROME_PATH: given, FORCE_BUNDLED: isForced } = process.env;
  if (given && !isForced) return givenAs(given);
  const executablePath = isForced ? undefined : firstOnPath(installed);
  const other = executablePath && { executablePath, source: 'installed', args: [], env: {} };
  if (other && preference === 'installed') return other;
  try {
    return await unpackBundled();
  } catch (cause) {
    if (other) return other;
    const advice = 'Install Google Chrome or Chromium, or set CHROME_PATH to the program.';
    throw new Error(`No browser to test with was found. ${advice}`, { cause });
  }
}

function givenAs(executablePath: string): Chromium {
  if (isExecutable(executablePath))
    return { executablePath, source: 'CHROME_PATH', args: [], env: {} };
  throw new Error(`CHROME_PATH is ${executablePath}, which is no program that can be started.`);
}

async function unpackBundled(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The bundled browser is for Linux on x64 only.');
  }
  const cache = resolve('node_modules/.cache/chromium');
  const folder = join(cache, bundledVersion());
  const executablePath = join(folder, 'chromium');
  if (!isExecutable(executablePath)) {
    await mkdir(cache, { recursive: true });
    // Under another name until it is complete: a killed run must not leave half a browser to be trusted.
    const fresh = await mkdtemp(join(cache, 'unpacking-'));
    await inflateInto(fresh);
    await rename(fresh, folder).catch(async (cause: unknown) => {
      await rm(fresh, { recursive: true, force: true });
      // Another run was first.
      if (!isExecutable(executablePath)) throw cause;
    });
  }
  // The browser's own font settings name folders that do not exist here, and text would have no width.
  const fonts = join(folder, 'fonts.conf');
  await writeFile(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir>` +
      `<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  return {
    executablePath,
    source: 'bundled',
    args: ['--no-zygote', '--headless=shell', '--font-render-hinting=none'],
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: fonts },
  };
}

function bundledVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest: unknown = createRequire(entry)('../../package.json');
  if (manifest instanceof Object && 'version' in manifest) return String(manifest.version);
  throw new Error('The bundled browser does not say its version.');
}

/** The package unpacks into the temporary folder, and its libraries only when it believes to be at Lambda. */
async function inflateInto(folder: string): Promise<void> {
  const saved = borrowed.map((name) => [name, process.env[name]] as const);
  process.env['TMPDIR'] = folder;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    await bundled.executablePath();
  } finally {
    for (const [name, value] of saved) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
