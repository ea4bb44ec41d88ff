import { existsSync, readdirSync } from 'node:fs';
import { elementNames } from './scenario.js';

/** Where style sheets for the elements may be; each is a theme. */
const themeFolder = 'demo/themes';
const ownThemes = ['light', 'dark', 'contrast'];
const languages = ['en', 'nb', 'nn', 'sv', 'da', 'fi'];

/** How a page is to look; what an address asks for beyond this is the default. */
export interface Look {
  readonly lang: string;
  readonly theme: string;
  readonly dir: string;
  readonly width: string;
  /** On the index: of one element alone, or of all. */
  readonly element: string;
}

/** The page's own themes, then those that are style sheets. */
export function themes(): string[] {
  const files = existsSync(themeFolder) ? readdirSync(themeFolder) : [];
  const named = files.filter((file) => file.endsWith('.css')).map((file) => file.slice(0, -4));
  return [...ownThemes, ...named.filter((name) => !ownThemes.includes(name)).sort()];
}

/** What an address may ask for, the default first. */
export function choices(): Readonly<Record<keyof Look, readonly string[]>> {
  return {
    lang: languages,
    theme: themes(),
    dir: ['ltr', 'rtl'],
    width: ['400', '320', 'full'],
    element: ['all', ...elementNames],
  };
}

export function lookOf(query: (name: string) => string | undefined): Look {
  const known = choices();
  const pick = (name: keyof Look) =>
    known[name].find((value) => value === query(name)) ?? known[name][0] ?? '';
  return {
    lang: pick('lang'),
    theme: pick('theme'),
    dir: pick('dir'),
    width: pick('width'),
    element: pick('element'),
  };
}

/** The style sheet of a theme that has one. */
export function themeSheet(theme: string): string | undefined {
  return ownThemes.includes(theme) ? undefined : `/themes/${theme}.css`;
}
