import { transition } from '../../src/flow/transition.js';
import { begin, moves, type Move } from './world.js';

const bounds = { elements: 2, made: 3 } as const;

/** Numbers from 0 to 1 that are the same for the same seed: mulberry32. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What may happen at any time, and would fill the path. */
const dull = ['hears', 'is seen again', 'dies', 'ten minutes pass', 'a week passes', 'is vetoed'];
const often = 12;

/** A way through the model, by chance. A page can die between two moves here, not in the middle of one. */
export function path(seed: number, length: number): readonly Move[] {
  const random = numbers(seed);
  const way: Move[] = [];
  let world = begin('pay-invoice');
  for (let step = 0; step < length; step++) {
    const move = oneOf(moves(world, transition, bounds), random);
    if (!move) break;
    way.push(move);
    world = move.next;
  }
  return way;
}

function oneOf(possible: readonly Move[], random: () => number): Move | undefined {
  const weights = possible.map(({ name }) => {
    if (name.endsWith('and dies')) return 0;
    return dull.includes(name) ? 1 : often;
  });
  let left = random() * weights.reduce<number>((sum, weight) => sum + weight, 0);
  return possible.find((_, index) => (left -= weights[index] ?? 0) < 0);
}
