import { parseAst, type Plugin } from 'vite';
import { keyOf } from './key.js';

/** A property of an object that is written out. */
interface Property {
  readonly start: number;
  readonly end: number;
  readonly english: string;
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return value instanceof Object && 'type' in value;
}

/** The keys of every object below a node of a syntax tree. */
function keys(node: unknown): Property[] {
  if (Array.isArray(node)) return node.flatMap(keys);
  if (!isNode(node)) return [];
  const inner = Object.values(node).flatMap(keys);
  const { type, key } = node;
  if (type !== 'Property' || !isNode(key)) return inner;
  const english = key['value'] ?? key['name'];
  const { start, end } = key;
  const isKey = typeof english === 'string' && typeof start === 'number' && typeof end === 'number';
  return isKey ? [...inner, { start, end, english }] : inner;
}

/** The code of a language's texts with short keys in place of the English ones. */
export function shortened(code: string): string {
  // From the end, so that what is before an edit stays where it was.
  const edits = keys(parseAst(code)).sort((a, b) => b.start - a.start);
  return edits.reduce(
    (all, { start, end, english }) =>
      all.slice(0, start) + JSON.stringify(keyOf(english)) + all.slice(end),
    code,
  );
}

/** Leaves the English out of the files of other languages: it stands in the elements already. */
export const languageFiles: Plugin = {
  name: 'connect-elements:language-files',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/lookup.js') ? new URL('lookup.ts', import.meta.url).pathname : undefined,
};

/** After the types are gone, which no parser of JavaScript reads. */
export const shortKeys: Plugin = {
  name: 'connect-elements:short-keys',
  transform: (code, id) =>
    /\/i18n\/\w\w\/[\w-]+\.ts$/.test(id) ? { code: shortened(code), map: null } : undefined,
};
