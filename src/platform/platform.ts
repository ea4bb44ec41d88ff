import { early } from './early.js';
import { free, lock, type LockOptions, type Release } from './locks.js';
import { world, type World } from './world.js';

/**
 * The one seam to whatever has an effect outside the elements or differs from run to run.
 * Tests replace members of {@link platform}; they never patch a global.
 */
export interface Platform extends World {
  readonly early: NonNullable<World['early']>;
  /** The page's address. `document.baseURI` is not used: a `<base>` tag must not move a token or a payer. */
  href(): string;
  /** Whether the page has no origin of its own, as in a sandboxed frame without `allow-same-origin`. */
  isOpaque(): boolean;
  /** One navigation, of the outermost window for `_top`. */
  navigate(url: string, target: string): void;
  /** As far as the page and the browser let it: an address that stays is read once all the same. */
  replaceAddress(url: string): void;
  /**
   * Reads an entry of the site's storage, after writing it when there is a `value`; an empty one takes it
   * away. Storage is a comfort: where it is blocked, as in sandboxed frames, nothing is kept and nothing
   * is found.
   *
   * @param isSession Keeps it for this tab alone.
   */
  store(key: string, value?: string, isSession?: boolean): string | null;
  /** Puts a text on the clipboard; false where the browser does not let it. */
  copy(text: string): Promise<boolean>;
  /**
   * Takes a lock that all tabs and windows of the site share. Where the browser has none (without TLS, or
   * in a sandboxed frame) it is free but for this page.
   *
   * @returns what lets it go, after so many milliseconds; undefined when another has it.
   */
  lock(name: string, options?: LockOptions): Promise<Release | undefined>;
  /** Resolves when no tab has the lock; calls `onHeld` first when one has. */
  free(name: string, onHeld: () => void): Promise<void>;
  /** Whether somebody may be looking at the page: it is neither hidden nor prerendered. */
  isSeen(): boolean;
  /** Whether the browser renders the page before anybody has asked for it. */
  isPrerendering(): boolean;
}

export const platform: Platform = {
  ...world,
  early,
  href: () => location.href,
  isOpaque: () => origin === 'null',
  navigate: (url, target) => {
    try {
      (target === '_top' ? (window.top ?? window) : window).location.href = url;
    } catch {
      // The browser refuses to move another window; the link in the message is what is left.
    }
  },
  replaceAddress: (url) => {
    try {
      history.replaceState(history.state, '', url);
    } catch {
      // Some browsers refuse it to a page without an origin, and after a hundred changes.
    }
  },
  store: (key, value, isSession) => {
    try {
      const storage = isSession ? sessionStorage : localStorage;
      if (value) storage.setItem(key, value);
      else if (value != null) storage.removeItem(key);
      return storage.getItem(key);
    } catch {
      return null;
    }
  },
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  },
  lock,
  free,
  isSeen: () => document.visibilityState === 'visible',
  isPrerendering: () => 'prerendering' in document && document.prerendering === true,
};
