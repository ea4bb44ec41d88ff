import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Subject } from './subjects.js';

/** The last build that rewrote Lit and itself to be small: what is measured now is held against it. */
const commit = 'f036f62';
const folder = resolve('.cache/bench-earlier');
const path = `${folder}/dist/cdn/connect-elements.js`;

/** Built once, from the repository's own history. */
export function earlierSubject(): Subject {
  if (!existsSync(path)) {
    console.log(`Building ${commit}, to measure beside it.`);
    mkdirSync(folder, { recursive: true });
    const tree = execFileSync('git', ['archive', commit], { maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x', '-C', folder], { input: tree });
    const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
    // A bundler that ran in this process has set it, and npm would install nothing to build with.
    const env = { ...process.env, NODE_ENV: undefined };
    execFileSync('npm', ['ci', ...quiet], { cwd: folder, env, stdio: 'inherit' });
    execFileSync('npx', ['vite', 'build'], { cwd: folder, env, stdio: 'inherit' });
  }
  return {
    name: `connect-elements.js of ${commit}`,
    path,
    tag: 'connect-payment-methods',
    option: '[part~=item] [part~=label]',
  };
}
