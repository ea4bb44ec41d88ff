import { isServer } from 'lit';
import type { Dictionary, Family, Text } from './dictionary.js';
import { load } from './load.js';

/** Gives a text in a language, with a value where it says `{0}`. */
export type Translate = (text: Text, value?: string) => string;

/** Gives a text of one language; undefined for one that it does not have. */
export type Lookup = (english: string) => string | undefined;

/** Ours, by family and language. */
const fetched: Record<string, Lookup> = {};
/** The site's, by language and English. */
const ofSite: Record<string, Partial<Dictionary>> = {};

/** Languages that come with the library: English is in every file, others are fetched when they are used. */
const ours = /^(nb|nn|sv|da|fi)$/;

const underWay: Record<string, Promise<void> | undefined> = {};

/** A language tag (BCP 47) without script and region. */
export function languageCode(tag: string): string {
  return tag.replace(/-.*/, '');
}

/** Whether there are texts in a language, by its code. */
export function isKnown(code: string): boolean {
  return code === 'en' || ours.test(code) || code in ofSite;
}

/** Takes up a site's own texts, which win over ours. */
export function changeTexts(code: string, texts: Partial<Dictionary>): void {
  ofSite[code] = { ...ofSite[code], ...texts };
}

/** Takes up texts of ours that need not be fetched. */
export function takeTexts(family: Family, code: string, texts: Lookup): void {
  fetched[family + code] = texts;
}

/**
 * Fetches the texts of a family of elements, once for the page.
 *
 * @returns what to wait for; undefined when nothing is missing any more. Where they cannot be had, the
 * browser says so in the console, and the texts stay English.
 */
export function fetchTexts(family: Family, tag: string): Promise<void> | undefined {
  const code = languageCode(tag);
  const name = family + code;
  // A server has them before it renders, or English.
  if (!isServer && ours.test(code) && !(name in underWay)) {
    underWay[name] = load(family, code)
      .then((texts) => void (fetched[name] = texts.default))
      .catch(() => {})
      .finally(() => (underWay[name] = undefined));
  }
  return underWay[name];
}

/**
 * A text of a family in the language of a tag, with a value where it says `{0}`. English where there is
 * none; blank while it is fetched, so that no reader sees two languages.
 */
export function translate(family: Family, tag: string, text: Text, value = ''): string {
  const code = languageCode(tag);
  const name = family + code;
  const found = ofSite[code]?.[text] ?? fetched[name]?.(text) ?? (underWay[name] ? '\u00a0' : text);
  // A function, since the value may have a dollar sign.
  return found.replace('{0}', () => value);
}
