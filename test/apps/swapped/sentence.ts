import type { Library } from './libraries.js';
import type { Changing } from './pages.js';
import type { Visit } from './visit.js';

/** What a sentence needs to know beside the visit. */
export interface Setting {
  readonly library: Library;
  readonly changing: Changing;
}

/** What has to hold, and how it is tried. */
export type Sentence = readonly [string, (visit: Visit, setting: Setting) => Promise<void>];
