import { platform } from '../platform/platform.js';
import { parseQuery, type Arrival } from './return-url.js';

/** What this page was opened with; shared by its elements. */
export interface PageArrival {
  /** Absent when our parameter was there but could not be read. */
  readonly arrival: Arrival | undefined;
  /** Whether some element has told it. */
  announced: boolean;
  /** Whether some element shows what came of it. */
  isShown?: boolean;
}

let current: PageArrival | undefined;
/** What was read last: a page's router, or a browser, may leave the address as it is. */
let known = '';

/**
 * Reads the page's address and takes our parameters out of it, so that a reload or the back button
 * does not say the same again. Later callers get what the first one read.
 */
export function pageArrival(resultParam: string): PageArrival | undefined {
  const url = new URL(platform.href());
  const parsed = parseQuery(url.searchParams, resultParam);
  if (parsed && known !== url.href) {
    known = url.href;
    parsed.names.forEach((name) => url.searchParams.delete(name));
    platform.replaceAddress(url.href);
    current = { arrival: parsed.arrival, announced: false };
  }
  return current;
}

/** The subscriber has gone on to something new. */
export function forgetArrival(): void {
  current = undefined;
  known = '';
}
