import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from '../../../demo/server.js';
import { listen } from '../../../demo/sandbox/http-server.js';
import { until } from '../frameworks/visit.js';
import { startProgram } from '../program.js';
import { port } from './frameworks.js';

/** Nothing is told to those who made the frameworks. */
export const silent = { NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' };

/** What is built or installed in the folder of an app. */
const made = ['node_modules', 'package-lock.json'];

/** Has the app speak to these servers: its files name those of `npm start`, as the handbook does. */
export function aim(folder: string, demo: Demo): void {
  const { apiUrl, loginUrl } = demo.sandbox;
  const addresses = [
    ['http://localhost:8081/capi', apiUrl],
    ['http://localhost:8082/login', loginUrl],
    ['http://localhost:8080', demo.url],
  ] as const;
  const rest = readdirSync(folder).filter((name) => !made.includes(name));
  for (const name of rest) {
    const path = join(folder, name);
    for (const file of filesIn(path)) {
      const text = readFileSync(file, 'utf8');
      const aimed = addresses.reduce((now, [from, to]) => now.replaceAll(from, to), text);
      if (aimed !== text) writeFileSync(file, aimed);
    }
  }
}

function filesIn(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [path];
  }
}

async function freePort(): Promise<string> {
  const server = await listen('localhost', 0);
  const { port } = new URL(server.origin);
  await server.close();
  return port;
}

/** Starts a server of the framework's in its folder, and waits until it gives pages. */
export async function startServer(
  folder: string,
  [command, ...values]: readonly [string, ...string[]],
  mode: 'production' | 'development',
) {
  const free = await freePort();
  const url = `http://localhost:${free}`;
  const settings = { ...silent, PORT: free, HOST: 'localhost', ORIGIN: url, NODE_ENV: mode };
  const rest = values.map((value) => (value === port ? free : value));
  const program = await startProgram(folder, [command, ...rest], settings);
  const isUp = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    await until('the server gives pages', isUp);
  } catch (error) {
    await program.close();
    throw error;
  }
  return { url, close: () => program.close() };
}
