import { isKnown, isOurs, languageCode } from '../i18n/translate.js';
import { canonicalTag } from '../i18n/language-tag.js';
import { isLive } from '../platform/live.js';
import { langAround } from './prerendered.js';

/** What was spoken last inside whatever has a `lang`. */
const spoken = new WeakMap<object, string>();

/**
 * The language that an element speaks: the nearest `lang` around it, also outside the shadow tree that it
 * is part of. What the site has configured wins over that of the whole page. English when there is none,
 * when it is no language tag (BCP 47), and when there are no texts in it.
 *
 * Where there are no texts in what is asked for, it is what was spoken there until now: readers have whole pages
 * translated, into languages of which the elements have none. Those that come later go by the others.
 *
 * @param before What this one spoke until now, where no other has.
 */
export function languageOf(element: Element, ofSite?: string, before = 'en'): string {
  const nearest = isLive ? around(element, '[lang]') : langAround(element);
  const isOfPage = isLive && nearest === document.documentElement;
  const lang = (isOfPage ? undefined : nearest?.lang) ?? ofSite ?? nearest?.lang ?? 'en';
  const tag = canonicalTag(lang);
  if (!tag) return 'en';
  const isSpoken = isKnown(languageCode(tag));
  if (isSpoken && nearest) spoken.set(nearest, tag);
  return isSpoken ? tag : ((nearest && spoken.get(nearest)) ?? before);
}

/**
 * The direction in which a language of ours is read, where whoever gives the direction around the element has
 * another language; else empty.
 */
export function directionOf(element: Element, language: string): 'ltr' | '' {
  const code = languageCode(language);
  const turned = isLive && isOurs(code) && around(element, '[dir]');
  if (!turned) return '';
  const there = canonicalTag(around(turned, '[lang]')?.lang ?? '');
  return languageCode(there ?? '') === code ? '' : 'ltr';
}

/** The nearest that a selector finds, also outside the shadow tree that an element is part of. */
function around(element: Element, selector: string): HTMLElement | null {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : undefined;
  return element.closest<HTMLElement>(selector) ?? (host ? around(host, selector) : null);
}

let observer: MutationObserver | undefined;

/**
 * Calls back when a `lang` or `dir` changes anywhere in the document; inside a shadow tree nobody looks. One
 * observer serves the whole page.
 */
export function watchLanguage(onChange: () => void): void {
  if (observer) return;
  observer = new MutationObserver(onChange);
  observer.observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
}
