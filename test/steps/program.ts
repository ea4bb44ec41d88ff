import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { verdict, type Count } from '../support/count.js';
import type { Run } from './step.js';

export interface Ended {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

/** How a command is run. */
export interface How {
  /** What its environment has beside ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds without a word: a test that waits for ever says nothing. */
  readonly patience?: number;
}

/** Runs a command to its end, or until it says nothing any more; gives its exit code and all that it printed. */
export function program(line: string, { env, patience = 900_000 }: How = {}): Promise<Ended> {
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
      output += `\n${line} was stopped after ${patience / 1000} s without a word.\n`;
      stop();
    }, patience);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        timer.refresh();
      });
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
