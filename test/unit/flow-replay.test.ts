// In every engine: storage, locks and the order in which they answer are the engine's own.
import { expect } from '@open-wc/testing';
import { nameOfState } from '../walk/names.js';
import { path } from '../walk/path.js';
import { RealPage } from '../walk/real.js';
import type { Move } from '../walk/world.js';

const paths = 200;
const length = 40;
const day = 24 * 60 * 60_000;

/** The same move as in the model, in this browser. */
async function take(move: Move, pages: (RealPage | undefined)[], invoice: string): Promise<void> {
  const { who, name, event, next } = move;
  if (name === 'ten minutes pass') RealPage.later += 10.5 * 60_000;
  if (name === 'a week passes') RealPage.later += 7.1 * day;
  if (who < 0) return;
  const subject = {
    flow: 'pay-invoice',
    paymentMethod: 'vippsEcommerce',
    productCode: 'P',
    invoiceNumber: invoice,
  } as const;
  if (!next.actors[who]?.isAlive) {
    pages[who]?.die();
    pages[who] = undefined;
    return;
  }
  const page = (pages[who] ??= new RealPage(subject));
  if (event) await page.take(event);
}

function named(pages: readonly (RealPage | undefined)[]): string {
  return pages.map((page) => nameOfState(page?.state ?? { name: 'idle' })).join(' | ');
}

async function replay(seed: number): Promise<void> {
  const pages: (RealPage | undefined)[] = [undefined, undefined];
  RealPage.later = 0;
  const invoice = `${Date.now()}-${seed}`.slice(-10);
  const said: string[] = [];
  for (const move of path(seed, length)) {
    said.push(`${'AB'[move.who] ?? ''} ${move.name}`);
    await take(move, pages, invoice);
    const expected = move.next.actors.map(({ state }) => nameOfState(state)).join(' | ');
    const start = performance.now();
    while (named(pages) !== expected && performance.now() - start < 1500) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    // A lock that has been let go of is free a moment later, when nobody who only looks is in the queue.
    for (let look = 0; look < 3; look++) await navigator.locks.query();
    expect(named(pages), `path ${seed}: ${said.join(' → ')}`).to.equal(expected);
  }
  for (const page of pages) page?.die();
}

describe('the real runner, on real storage and locks', function () {
  this.timeout(60_000);
  for (let from = 0; from < paths; from += 50) {
    it(`ends as the model does, on paths ${from} to ${from + 49}`, async () => {
      for (let seed = from; seed < from + 50; seed++) await replay(seed);
    });
  }

  it('would not, if the model were another', async () => {
    const [first] = path(1, 1);
    expect(first && nameOfState(first.next.actors[0].state)).to.not.equal(
      nameOfState({ name: 'choosing', insists: true }),
    );
  });

  after(() => console.log(`tally ${paths} paths of the flow replayed`));
});
