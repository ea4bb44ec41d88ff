import { early } from './early.js';
import { page, type Page } from './page.js';
import { world, type World } from './world.js';

/**
 * The one seam to whatever has an effect outside the elements or differs from run to run.
 * Tests replace members of {@link platform} and {@link page}; they never patch a global.
 */
export interface Platform extends World, Page {
  readonly early: NonNullable<World['early']>;
  /** Whether the page has no origin of its own, as in a sandboxed frame without `allow-same-origin`. */
  isOpaque(): boolean;
  /** Puts a text on the clipboard; false where the browser does not let it. */
  copy(text: string): Promise<boolean>;
}

export const platform: Platform = {
  ...world,
  ...page,
  early,
  isOpaque: () => origin === 'null',
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
};
