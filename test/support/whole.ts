/**
 * Whether tests in Node that can try a part of what they have try all of it: `npm test` lets them try a part,
 * `npm run test:all`, and whoever runs a file by itself, has all.
 */
export const isWhole = !process.env['SAMPLED'];

/** Of many that are alike the first and the last, or all of them. */
export function some<Item>(list: readonly Item[]): readonly Item[] {
  return list.filter((_, index) => isWhole || index === 0 || index === list.length - 1);
}
