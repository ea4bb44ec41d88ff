import type { Family } from '../i18n/dictionary.js';
import type { Texts } from '../i18n/load.js';

/** Takes the place of `i18n/load.ts` in a file for a script tag: the texts lie in a folder beside it. */
export const load = (family: Family, code: string): Promise<Texts> =>
  import(/* @vite-ignore */ `./i18n/${family}.${code}.js`);
