import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isObject, type JsonObject } from '../../src/api/decode.js';
import type { Extent } from './step.js';

/** A command, or what it does by parts, by their names. */
type Kind = Extent | 'portions';

/** What the last runs of each command took: seconds, by the title of the step. */
export type Seconds = ReadonlyMap<string, number>;

const file = 'node_modules/.cache/connect-elements/seconds.json';

function read(): JsonObject {
  const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return isObject(known) ? known : {};
}

/** Adds what a run took to what earlier ones did. */
export function remember(kind: Kind, seconds: Seconds): void {
  mkdirSync(dirname(file), { recursive: true });
  const merged = Object.fromEntries([...recall(kind), ...seconds]);
  const all = { ...read(), [kind]: merged };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

export function recall(kind: Kind): Seconds {
  const known = read()[kind];
  return new Map(
    Object.entries(isObject(known) ? known : {}).map(([title, value]) => [title, Number(value)]),
  );
}
