import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { decodeObject } from '../../src/api/decode.js';
import type { Mutant } from './instrument.js';
import type { Verdict } from './judge.js';

const file = 'node_modules/.cache/mutation.json';

/** What a run has found out of the code as it stood then: the tests have only become more since. */
export function recall(): ReadonlyMap<string, unknown> {
  if (!existsSync(file)) return new Map();
  const known: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(decodeObject(known)));
}

export function remember(verdicts: ReadonlyMap<Mutant, Verdict>): void {
  const found = [...verdicts].map(([{ key }, verdict]) => [key, verdict] as const);
  writeFileSync(file, JSON.stringify(Object.fromEntries([...recall(), ...found])));
}
