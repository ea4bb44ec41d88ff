import { isLive } from '../platform/live.js';
import { inTime } from '../platform/in-time.js';
import { fill } from './fill.js';
import { find } from './find.js';
import { places, type Dictionary, type Family, type TextKey, type Texts } from './keys.js';
import type { Values } from './keys.js';
import type { Source } from './source.js';

/** Ours, by family and language. */
const fetched: Record<string, Partial<Texts>> = {};
/** The site's, by language and key. */
const ofSite: Record<string, Partial<Dictionary>> = {};

/** Languages that come with the library: English is in every file, others are fetched when they are used. */
const ours: readonly string[] = ['nb', 'nn', 'sv', 'da', 'fi'];

const underWay: Record<string, Promise<void> | undefined> = {};

let isWarned = false;

/** A language tag (BCP 47) without script and region. */
export function languageCode(tag: string): string {
  return tag.replace(/-.*/, '');
}

/** Whether there are texts of ours in a language, by its code. All of these are read from the left. */
export function isOurs(code: string): boolean {
  return code === 'en' || ours.includes(code);
}

/** Whether there are texts in a language, by its code. */
export function isKnown(code: string): boolean {
  return isOurs(code) || code in ofSite;
}

/** Takes up a site's own texts, by key, which win over ours. The console says once what is no key. */
export function changeTexts(code: string, texts: Partial<Dictionary>): void {
  ofSite[code] = { ...ofSite[code], ...texts };
  const unknown = Object.keys(texts).find((key) => !places.includes(key.split('.')[0] ?? ''));
  if (unknown == null || isWarned) return;
  isWarned = true;
  console.warn(
    `texts: "${unknown}" is no key. The English is none any more: write pay-invoice.action`,
  );
}

/** Takes up texts of ours that need not be fetched. */
export function takeTexts(family: Family, code: string, texts: Partial<Texts>): void {
  fetched[family + code] = texts;
}

/**
 * Fetches the texts of a family of elements, once for the page.
 *
 * @returns what to wait for; undefined when nothing is missing any more. Where they cannot be had, the
 * browser says so in the console, and the texts stay English; where they never come, they do from a deadline on.
 */
export function fetchTexts({ family, languages }: Source, tag: string): Promise<void> | undefined {
  const code = languageCode(tag);
  const name = family + code;
  const load = languages[code];
  // A server has them before it renders, or English.
  if (isLive && load && !(name in underWay)) {
    const taken = load().then((texts) => takeTexts(family, code, texts.default));
    underWay[name] = inTime(taken)
      .catch(() => {})
      .finally(() => (underWay[name] = undefined));
  }
  return underWay[name];
}

/** Whether a text is not there in the language of a tag, and is English instead. */
export function isInEnglish(family: Family, tag: string, key: TextKey): boolean {
  const code = languageCode(tag);
  const name = family + code;
  if (code === 'en' || underWay[name]) return false;
  return (ofSite[code]?.[key] ?? find(fetched[name] ?? {}, key)) == null;
}

/**
 * A text of a family in the language of a tag, with its values. English where there is none; blank while it
 * is fetched, so that no reader sees two languages.
 *
 * @param english The English of the places that the element speaks of.
 */
export function translate(
  family: Family,
  tag: string,
  english: Partial<Texts>,
  key: TextKey,
  values: Values = {},
): string {
  const code = languageCode(tag);
  const name = family + code;
  const own = ofSite[code]?.[key] ?? find(fetched[name] ?? {}, key);
  if (own != null) return fill(own, values, tag);
  return underWay[name] ? '\u00a0' : fill(find(english, key) ?? key, values, 'en');
}
