import { world, type World } from './world.js';

/**
 * The one seam to whatever has an effect outside the elements or differs from run to run.
 * Tests replace members of {@link platform}; they never patch a global.
 */
export interface Platform extends World {
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
   * in a sandboxed frame) it is always free.
   *
   * @returns what lets it go, after so many milliseconds; undefined when another has it.
   */
  lock(name: string): Promise<((ms?: number) => void) | undefined>;
  /** Resolves when no tab has the lock; calls `onHeld` first when one has. */
  free(name: string, onHeld: () => void): Promise<void>;
}

export const platform: Platform = {
  ...world,
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
  lock: (name) =>
    new Promise((resolve) => {
      const hold = (lock: Lock | null) =>
        new Promise<void>((letGo) => {
          resolve(lock ? (ms) => void (ms ? setTimeout(letGo, ms) : letGo()) : undefined);
          if (!lock) letGo();
        });
      const free = () => resolve(() => {});
      if (locks()) locks()?.request(name, { ifAvailable: true }, hold).catch(free);
      else free();
    }),
  free: async (name, onHeld) => {
    // Who only looks does not stand in the way of others who do.
    const look = (ifAvailable: boolean) =>
      locks()?.request(name, { mode: 'shared', ifAvailable }, (lock) => lock);
    try {
      if ((await look(true)) === null) {
        onHeld();
        await look(false);
      }
    } catch {
      // None in a sandboxed frame.
    }
  },
};

/** TypeScript knows no page without TLS. */
function locks(): LockManager | undefined {
  const { locks }: { locks?: LockManager } = navigator;
  return locks;
}
