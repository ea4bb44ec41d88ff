import type { Family } from '../i18n/keys.js';
import type { File } from '../i18n/load.js';

/** Takes the place of `i18n/load.ts` in a file for a script tag: the texts lie in a folder beside it. */
export const load = (family: Family, code: string): Promise<File> =>
  import(/* @vite-ignore */ `./i18n/${family}.${code}.js`);
