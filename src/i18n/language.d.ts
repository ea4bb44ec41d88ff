import type { Dictionary } from './dictionary.js';

/** All that the elements say in one language, by the English. */
declare const texts: Dictionary;
export default texts;
