import type { Dictionary } from './keys.js';

/** All that the elements say in one language, by key. */
declare const texts: Dictionary;
export default texts;
