import { execFileSync } from 'node:child_process';
import { findPlaces } from '../apps/find.js';
import { steps } from './steps.js';

/** Paths by which a change touches the places of a folder of `test/apps`, beside that folder. */
const touching: Readonly<Record<string, readonly string[]>> = {
  cms: ['demo/wordpress/'],
  frameworks: ['src/frameworks/'],
  'micro-frontends': ['src/define/', 'src/host/define.ts', 'src/host/settings'],
  package: ['package.json', 'vite.config.ts', 'src/package/', 'src/index.ts'],
  proxies: ['demo/site/', 'demo/wordpress/'],
  ssr: ['src/server/', 'src/host/prerendered.ts'],
};

function git(...values: string[]): string {
  try {
    return String(execFileSync('git', values, { stdio: ['ignore', 'pipe', 'ignore'] })).trim();
  } catch {
    // A copy without its history: nothing is known of the change.
    return '';
  }
}

/** Files of the change: since it left the main branch, or of the last commit there. */
function changedFiles(): readonly string[] {
  const base = git('merge-base', 'HEAD', process.env['BASE'] ?? 'main');
  const since = base && base !== git('rev-parse', 'HEAD') ? base : 'HEAD~1';
  return git('diff', '--name-only', since, 'HEAD').split('\n').filter(Boolean);
}

export function isTouched(folder: string, changed: readonly string[]): boolean {
  const paths = [`test/apps/${folder}/`, ...(touching[folder] ?? [])];
  return changed.some((file) => paths.some((path) => file.startsWith(path)));
}

const dayOfYear = (now: Date) =>
  Math.floor((now.getTime() - Date.UTC(now.getUTCFullYear(), 0, 0)) / 86_400_000);

/** Every third of a list, beginning with another each day. */
export function third<Item>(list: readonly Item[], now: Date): Item[] {
  return list.filter((_, index) => (index + dayOfYear(now)) % 3 === 0);
}

/** What of the long checks is done today: the places that the change touches, and a third of the rest. */
export async function turn(now = new Date()): Promise<ReadonlySet<string>> {
  const changed = changedFiles();
  const touched = (await findPlaces())
    .filter(({ folder }) => isTouched(folder, changed))
    .map(({ name }) => name);
  const portions = await Promise.all(steps.map(async (step) => (await step.portions?.()) ?? []));
  const rest = portions.flat().filter((portion) => !touched.includes(portion));
  return new Set([...touched, ...third(rest, now)]);
}
