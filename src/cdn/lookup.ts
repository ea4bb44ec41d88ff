import type { Lookup } from '../i18n/translate.js';
import { keyOf } from './key.js';

/** Takes the place of `i18n/lookup.ts` in what is built: the texts stand under their short keys. */
export function lookup(texts: Readonly<Record<string, string>>): Lookup {
  return (english) => texts[keyOf(english)];
}
