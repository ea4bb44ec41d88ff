import { forgetReads } from '../api/shared-read.js';
import { platform } from '../platform/platform.js';
import { forgetAccesses } from './token-pool.js';

const hearers = new Set<() => void>();

/** Calls back whenever the subscriber has logged out, once no token is known any more. */
export function whenSignedOut(hear: () => void): void {
  hearers.add(hear);
}

/**
 * Forgets, at once, every token, what was read with one, and what the elements show; they say that nobody is
 * logged in. To be called when a subscriber logs out on a page that is not loaded anew. Each element reads
 * again once it is given a setting, such as `subscriber` or `token`, or by its `reload()`.
 *
 * What is kept in the browser stays: `subscriber` says whose it is.
 */
export function signedOut(): void {
  forgetAccesses();
  forgetReads();
  platform.early.forget();
  hearers.forEach((hear) => hear());
}
