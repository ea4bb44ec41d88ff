import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'vite';
import { copyDeclarations, writeDeclarations } from './declarations.js';
import { writeDictionaries } from './dictionaries.js';
import { writeEditorData } from './editors.js';
import { writeIntegrity } from './integrity.js';

/** Runs a script in a process of its own, beside this one. */
function run(...line: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, line, { stdio: 'inherit' }).on('close', (code) => {
      if (code) reject(new Error(`${line.join(' ')} ended with ${code}`));
      else resolve();
    });
  });
}

/** The package's scripts, and what it has beside them. */
async function writePackage(): Promise<void> {
  // What the others write is there already, or comes meanwhile.
  await build({ build: { emptyOutDir: false } });
  copyDeclarations('frameworks');
  copyDeclarations('i18n');
  writeDeclarations('demo/sandbox/package.ts');
  await writeDictionaries();
  writeEditorData();
  writeIntegrity();
}

rmSync('dist', { recursive: true, force: true });
await Promise.all([
  writePackage(),
  // The compiler in its native form, which takes a fifth of the time; ESLint can only use the other.
  run('node_modules/typescript-native/bin/tsc', '-p', 'src'),
  run('--import', 'tsx', 'demo/handbook/build.ts'),
]);
