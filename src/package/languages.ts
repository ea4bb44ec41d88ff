import { readdirSync } from 'node:fs';

/** The languages that there are texts in beside English, by their codes: a folder each. */
export const languages = readdirSync('src/i18n', { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name)
  .filter((name) => name !== 'en');
