import { mkdir, writeFile } from 'node:fs/promises';
import { english } from '../i18n/en/index.js';
import type { Moment, Text } from '../i18n/moments.js';
import { languages } from '../server/languages.js';

/** The moments of some places, as they stand in a module. */
type Places = Readonly<Record<string, Readonly<Record<string, Moment>>>>;

function isText(moment: Moment): moment is Text {
  return !Array.isArray(moment);
}

/** Every text by its key. */
export function byKey(places: Places): Map<string, Text> {
  const all = Object.entries(places).flatMap(([place, moments]) =>
    Object.entries(moments).flatMap(([moment, said]): [string, Text][] => {
      const key = `${place}.${moment}`;
      if (isText(said)) return [[key, said]];
      return [
        [`${key}.title`, said[0]],
        [`${key}.body`, said[1]],
      ];
    }),
  );
  return new Map(all);
}

/** All that the elements say, by language: what a site builds texts of its own on. */
export const dictionaries: ReadonlyMap<string, Map<string, Text>> = new Map([
  ['en', byKey(english)],
  ...Object.entries(languages).map(([code, families]): [string, Map<string, Text>] => [
    code,
    byKey({ ...families.connect, ...families['method-status'], ...families['vipps-payment'] }),
  ]),
]);

/** Each language as one plain object. */
export async function writeDictionaries(): Promise<void> {
  await mkdir('dist/i18n', { recursive: true });
  for (const [code, texts] of dictionaries) {
    const content = JSON.stringify(Object.fromEntries(texts), null, 2);
    await writeFile(`dist/i18n/${code}.js`, `export default ${content};\n`);
  }
}
