import type { Dictionary, Text } from './dictionary.js';
import type { Lookup } from './translate.js';

/** The texts of a language, one for each English one. */
export function lookup<Of extends Text>(texts: Dictionary<Of>): Lookup {
  const all = new Map<string, string>(Object.entries(texts));
  return (english) => all.get(english);
}
