import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { decodeObject, text } from '../../src/api/decode.js';

/** Peers, and what makes certificates: nothing but the bench installs them, aside from the repository's own packages. */
export const peersFolder = resolve('.cache/bench-peers');

/** Installs what the lock file in `test/bench/peers` names, once. */
export function installPeers(): void {
  cpSync('test/bench/peers', peersFolder, { recursive: true });
  if (existsSync(`${peersFolder}/node_modules/.package-lock.json`)) return;
  console.log('Installing the peers that are measured beside.');
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  execFileSync('npm', ['ci', ...quiet], { cwd: peersFolder, stdio: 'inherit' });
}

/** A CommonJS module of theirs. */
export function fromPeers(name: string): unknown {
  return createRequire(`${peersFolder}/package.json`)(name);
}

/** The version that is installed. */
export function peerVersion(name: string): string {
  const file = `${peersFolder}/node_modules/${name}/package.json`;
  return text(decodeObject(JSON.parse(readFileSync(file, 'utf8')))['version']);
}
