import { readFileSync } from 'node:fs';
import { isObject, text } from '../../../src/api/decode.js';

const data: unknown = JSON.parse(
  readFileSync('node_modules/@mdn/browser-compat-data/data.json', 'utf8'),
);

/** Those that the table has: as the data names them, and as one calls them. */
export const browsers: readonly (readonly [key: string, title: string])[] = [
  ['chrome', 'Chrome'],
  ['edge', 'Edge'],
  ['firefox', 'Firefox'],
  ['safari', 'Safari'],
  ['safari_ios', 'Safari on iOS'],
  ['samsunginternet_android', 'Samsung Internet'],
];

function at(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), data);
}

/** Whether the data knows a feature by this key. */
export function isKnown(key: string): boolean {
  const node = at(key);
  return isObject(node) && isObject(node['__compat']);
}

/** The keys below a key. */
export function within(key: string): string[] {
  const node = at(key);
  if (!isObject(node)) return [];
  return Object.keys(node)
    .filter((name) => name !== '__compat')
    .map((name) => `${key}.${name}`)
    .flatMap((one) => [one, ...within(one)]);
}

/** `≤79` is 79: it is not known how long before. A version that is still to come is none. */
function toNumber(version: unknown): number {
  const [, found] =
    /^≤?(\d+(?:\.\d+)?)/.exec(text(typeof version === 'string' ? version : '')) ?? [];
  return found === undefined ? Infinity : Number(found);
}

/** From which version on a browser has all of a feature without a flag or prefix; Infinity when it has not. */
export function since(key: string, browser: string): number {
  const node = at(`${key}.__compat.support.${browser}`);
  const statements: readonly unknown[] = Array.isArray(node) ? node : [node];
  const whole = statements
    .filter(isObject)
    .filter((one) =>
      ['flags', 'prefix', 'alternative_name', 'partial_implementation', 'version_removed'].every(
        (name) => !(name in one),
      ),
    );
  return Math.min(Infinity, ...whole.map((one) => toNumber(one['version_added'])));
}

/** When a version came out, as `2024-05`. */
export function releasedIn(browser: string, version: number): string {
  const releases = at(`browsers.${browser}.releases`);
  const found = isObject(releases)
    ? Object.entries(releases).find(([name]) => Number(name) === version)?.[1]
    : undefined;
  return isObject(found) ? text(found['release_date']).slice(0, 7) : '';
}

/** The version of the data. */
export function dataVersion(): string {
  return text(at('__meta.version'));
}
