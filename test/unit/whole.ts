/**
 * Whether tests in a page that can try a part of what they have try all of it: `npm test` lets them try a part,
 * `npm run test:all`, and whoever runs a file by itself, has all.
 */
export const isWhole = Reflect.get(window, 'isWhole') !== false;
