import { count, plural } from './format.js';
import type { Values } from './keys.js';
import type { Text } from './moments.js';

/**
 * A text with its values put in, in one go: a value that has braces itself is left as it is. Numbers are
 * written as the language does; a name without a value stays.
 *
 * @param language BCP 47 tag.
 */
export function fill(text: Text, values: Values, language: string): string {
  const chosen = typeof text === 'string' ? text : ofNumber(text, values, language);
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? count(value, language) : (value ?? whole);
  });
}

function ofNumber(text: Exclude<Text, string>, values: Values, language: string): string {
  const counted = Object.values(values).find((value) => typeof value === 'number');
  const category = typeof counted === 'number' ? plural(counted, language) : 'other';
  return text[category] ?? text.other;
}
