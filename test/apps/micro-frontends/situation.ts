import assert from 'node:assert/strict';
import { MissingAbility } from '../../support/abilities.js';
import type { Place, Proof } from '../place.js';
import { Ground } from './ground.js';
import { rowOf, writeRow, type Row } from './handbook.js';

export type Holds = Proof['holds'];

/** What it was proven with, besides the browser. */
type Versions = string | undefined;

/** A way to share a page, proven with two copies of the package and a real browser. */
export function situation(
  name: string,
  prove: (ground: Ground, holds: Holds, proof: Proof) => Promise<Versions>,
): Place {
  return {
    name,
    prove: async (proof) => {
      const ground = await Ground.set(proof.tarball);
      const tried: string[] = [];
      const skipped: string[] = [];
      const held: string[] = [];
      const holds: Holds = async (sentence, work) => {
        tried.push(sentence);
        await proof.holds(sentence, async () => {
          await ground.clear();
          await work().catch((error: unknown) => {
            if (error instanceof MissingAbility) skipped.push(sentence);
            throw error;
          });
          held.push(sentence);
        });
      };
      try {
        const more = await prove(ground, holds, proof);
        const chromium = `Chromium ${ground.stage.browser.version()}`;
        const versions = [chromium, more].filter(Boolean).join(', ');
        if (held.length + skipped.length === tried.length) {
          const isWhole = !skipped.length;
          await proof.holds(told, () => tell({ name, sentences: tried, versions }, isWhole));
        }
        return versions;
      } finally {
        await ground.close();
      }
    },
  };
}

const told = 'stands in the handbook as it was proven';

/**
 * `UPDATE_DOCS=1` writes what held, unless something could not be tried in this browser; else what is written
 * must be what was tried.
 */
function tell(row: Row, isWhole: boolean): Promise<void> {
  if (process.env['UPDATE_DOCS'] && isWhole) writeRow(row);
  assert.deepEqual(rowOf(row.name)?.sentences, row.sentences);
  return Promise.resolve();
}
