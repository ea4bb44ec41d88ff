import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { verdict, type Count } from '../support/count.js';
import type { Run } from './step.js';

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

/** Of a test that waits for ever, milliseconds. */
const patience = 900_000;

/** Runs a command to its end, or until it has had its time; gives its exit code and all that it printed. */
export function program(line: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const start = performance.now();
  // Without npx, which looks for the package each time.
  const PATH = [resolve('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((done) => {
    const child = spawn(line, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH, ...env },
      // A group of its own, so that what it has started ends with it.
      detached: true,
    });
    let output = '';
    const stop = () => {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      output += `\n${line} was stopped after ${patience / 1000} s.\n`;
      stop();
    }, patience);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    process.once('exit', stop);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('exit', stop);
      done({ code: code ?? 1, output, seconds: (performance.now() - start) / 1000 });
    });
  });
}

/** A command that holds when it ends well. */
export async function command(line: string, { say }: Run): Promise<Count> {
  const { code, output } = await program(line);
  if (output.trim()) say(output.trim());
  return verdict(code === 0);
}
