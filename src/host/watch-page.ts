import { platform } from '../platform/platform.js';
import { whenSignedOut } from './signed-out.js';
import { forgetAccesses } from './token-pool.js';
import { turn } from './turn.js';

/**
 * How the page comes to be seen: out of the back/forward cache or a prerendering, which nothing on it has lived
 * through; by a reader who is back at its tab; or by one who is back at its window.
 */
export type Seen = 'restored' | 'shown' | 'focused';

/** Who is told what happens to the page. */
export interface Watched {
  seen(how: Seen): void;
  /** Another tab has written or taken away what is stored under this key; all of it when there is none. */
  stored(key: string | null): void;
  /** The subscriber has logged out. */
  forget(): void;
}

/** Milliseconds. A browser says the same in several ways, one after the other. */
const once = 1_000;

/** From what says least. */
const order: readonly Seen[] = ['focused', 'shown', 'restored'];

const all = new Set<Watched>();
let isHeard = false;
let last = { at: -Infinity, rank: 0 };

whenSignedOut(() => all.forEach((one) => one.forget()));

/** From now on, until `unwatch`. */
export function watch(one: Watched): void {
  all.add(one);
  if (!isHeard) hearPage();
  isHeard = true;
}

export function unwatch(one: Watched): void {
  all.delete(one);
}

function hearPage(): void {
  // Who has just opened the page has not come back to it.
  last = { at: platform.now(), rank: 0 };
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // Somebody else may have logged in on another page meanwhile.
    forgetAccesses();
    tell('restored');
  });
  addEventListener('focus', () => tell('focused'));
  // To hear of other tabs Chromium waits for another process: not before there is something to see.
  const onStorage = ({ key }: StorageEvent) => all.forEach((one) => one.stored(key));
  void turn().then(() => addEventListener('storage', onStorage));
  document.addEventListener('prerenderingchange', () => tell('restored'));
  // A tab that was frozen, or hidden.
  document.addEventListener('resume', () => tell('shown'));
  document.addEventListener('visibilitychange', () => platform.isSeen() && tell('shown'));
}

function tell(how: Seen): void {
  const at = platform.now();
  const rank = order.indexOf(how);
  const isSoon = Math.abs(at - last.at) < once;
  // Who has only got the focus back may have been told less than there is to say.
  if (isSoon && how !== 'restored' && rank <= last.rank) return;
  last = { at, rank };
  all.forEach((one) => one.seen(how));
}
