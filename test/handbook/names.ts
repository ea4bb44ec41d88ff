import { readFileSync } from 'node:fs';
import { readEventDetails } from '../../demo/handbook/event-details.js';
import { decodeObject, isObject, text, type JsonObject } from '../../src/api/decode.js';
import { libraries } from '../apps/swapped/libraries.js';

const json = (file: string) => decodeObject(JSON.parse(readFileSync(file, 'utf8')));
const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** What the manifest says, read anew here, so that a mistake of the generator's own reader is seen. */
const declarations = list(json('custom-elements.json')['modules'])
  .flatMap((module) => list(module['declarations']))
  .filter((one) => 'tagName' in one);
export const tags = declarations.map(({ tagName }) => text(tagName));
/** What each event carries, as the interfaces have it. */
export const events = readEventDetails();
const entries = Object.keys(decodeObject(json('package.json')['exports']));

/** What HTML gives to any element. */
const ofEveryElement = ['id', 'class', 'slot', 'dir', 'lang', 'hidden', 'nonce', 'style'];
/** What libraries that swap pages read on any element. */
const ofLibraries = libraries.flatMap(({ staying = '' }) =>
  staying.split(' ').map((one) => one.split('=')[0] ?? ''),
);
const attributes: ReadonlyMap<string, readonly string[]> = new Map(
  declarations.map((one) => [
    text(one['tagName']),
    [...list(one['attributes']).map(({ name }) => text(name)), ...ofEveryElement, ...ofLibraries],
  ]),
);

/** The blocks of code of a page, in any of these languages. */
export function blocksOf(markdown: string, ...languages: readonly string[]): string[] {
  const blocks = [...markdown.matchAll(/^```(\w*)\n([^]*?)^```/gm)];
  return blocks.flatMap(([, language = '', code = '']) =>
    languages.includes(language) ? [code] : [],
  );
}

const comment = /<!--[^]*?-->/g;
const openTag = /<(connect-[a-z-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const attribute = /(?:^|\s)([a-z][a-z-]*)(?=[\s=/]|$)(?:=(?:"[^"]*"|'[^']*'))?/g;

/** The attributes in markup that their element does not have. */
export function unknownAttributes(markup: string): string[] {
  return [...markup.replace(comment, '').matchAll(openTag)].flatMap(([, tag = '', rest = '']) => {
    const known = attributes.get(tag) ?? [];
    const names = [...rest.matchAll(attribute)].map(([, name = '']) => name);
    return names.filter((name) => !known.includes(name)).map((name) => `<${tag} ${name}>`);
  });
}

/** Names that begin as ours do: tags, events, the package. Custom properties have two hyphens before them. */
const ours = /(?<![\w/.-])connect-[a-z]+(?:-[a-z]+)*(?![\w-]|\.[a-z])/g;

/** What a text calls by a name that begins as ours, and that is none. */
export function unknownNames(markdown: string, others: readonly string[] = []): string[] {
  const known = [...tags, ...events.map(({ type }) => type), 'connect-elements', ...others];
  const found = [...markdown.matchAll(ours)].map(([name]) => name);
  return [...new Set(found)].filter((name) => !known.includes(name));
}

/** The paths that code imports from the package, and that the package does not have. */
export function unknownEntries(code: string): string[] {
  const imported = [...code.matchAll(/['"]connect-elements(\/[\w./-]+)?['"]/g)];
  const paths = imported.map(([, path = '']) => `.${path}`);
  return paths.filter((path) => !entries.some((entry) => isEntry(entry, path)));
}

function isEntry(entry: string, path: string): boolean {
  const [start = '', end] = entry.split('*');
  return end === undefined ? entry === path : path.startsWith(start) && path.endsWith(end);
}
