import { readArrival } from '../flow/read-arrival.js';
import type { Arrival } from '../flow/transaction.js';
import { pageDialect } from '../host/page-dialect.js';
import { platform } from '../platform/platform.js';

/** What this page was opened with; shared by its elements. */
export interface PageArrival {
  /** Absent when our parameter was there but could not be read. */
  readonly arrival: Arrival | undefined;
  /** Whether some element has told it. */
  isAnnounced?: boolean;
  /** Whether some element shows what came of it. */
  isShown?: boolean;
  /** Whether the server has said how it went: whoever comes to the page later begins anew. */
  isOver?: boolean;
}

let current: PageArrival | undefined;
/** What was read last: a browser may refuse to change the address, and a page's router may put it back. */
let known = '';

/**
 * Reads the page's address and takes our parameters out of it, so that a reload or the back button
 * does not say the same again. Later callers get what the first one read.
 */
export function pageArrival(resultParam: string | undefined): PageArrival | undefined {
  // Nobody has opened it yet, and nobody may ever.
  if (platform.isPrerendering()) return undefined;
  const read = readArrival(platform.href(), { resultParam, dialect: pageDialect() });
  if (read) {
    const { arrival, rest } = read;
    platform.replaceAddress(rest);
    const claim = JSON.stringify({ arrival });
    if (known !== claim) current = { arrival };
    known = claim;
  }
  return current;
}

/**
 * The subscriber has gone on to something new.
 *
 * @param isLeaving Whether the same may come back: else it is not read again.
 */
export function forgetArrival(isLeaving = false): void {
  current = undefined;
  if (isLeaving) known = '';
}
