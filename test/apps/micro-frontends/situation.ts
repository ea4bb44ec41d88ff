import assert from 'node:assert/strict';
import type { Place, Proof } from '../place.js';
import { Ground } from './ground.js';
import { rowOf, writeRow } from './handbook.js';

export type Holds = Proof['holds'];

/** What it was proven with, besides the browser. */
type Versions = string | undefined;

/** A way to share a page, proven with two copies of the package and a real browser. */
export function situation(
  name: string,
  inCi: boolean,
  prove: (ground: Ground, holds: Holds, proof: Proof) => Promise<Versions>,
): Place {
  return {
    name,
    inCi,
    prove: async (proof) => {
      const ground = await Ground.set(proof.tarball);
      const tried: string[] = [];
      const held: string[] = [];
      const holds: Holds = async (sentence, work) => {
        tried.push(sentence);
        await proof.holds(sentence, async () => {
          await ground.clear();
          await work();
          held.push(sentence);
        });
      };
      try {
        const more = await prove(ground, holds, proof);
        const chromium = `Chromium ${ground.stage.browser.version()}`;
        const versions = [chromium, more].filter(Boolean).join(', ');
        if (held.length === tried.length) await proof.holds(told, () => tell(name, held, versions));
        return versions;
      } finally {
        await ground.close();
      }
    },
  };
}

const told = 'stands in the handbook as it was proven';

/** `UPDATE_DOCS=1` writes what held; else what is written must be what held. */
function tell(name: string, sentences: readonly string[], versions: string): Promise<void> {
  if (process.env['UPDATE_DOCS']) writeRow({ name, sentences, versions });
  assert.deepEqual(rowOf(name)?.sentences, sentences);
  return Promise.resolve();
}
