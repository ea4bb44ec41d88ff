import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Milliseconds in which a program ends that is asked to. */
const patience = 3_000;

/** A program that serves something until it is closed. */
export interface Program {
  /** The first line that it printed, which says that it is ready. */
  readonly line: string;
  close(): Promise<void>;
}

/**
 * Starts a program and waits for its first line. Fails with what it said when it ends before.
 *
 * @param settings What its environment has beside ours.
 */
export async function startProgram(
  folder: string,
  [command, ...values]: readonly [string, ...string[]],
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(command, values, {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let complaints = '';
  child.stderr.on('data', (said) => (complaints += String(said)));
  const lines = createInterface(child.stdout);
  const line = await Promise.race([
    once(lines, 'line').then(([first]) => String(first)),
    ended.then(() => Promise.reject(new Error(`${command} ended\n${complaints.slice(-4000)}`))),
  ]);
  const close = async () => {
    // One that has started others ends them when it is asked to; whoever does not listen is ended.
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    await ended;
    clearTimeout(late);
  };
  return { line, close };
}
