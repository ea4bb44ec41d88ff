import type { Dialect } from '../api/connect/dialect.js';
import { Journal } from './journal.js';
import { readArrival, type ReadArrival } from './read-arrival.js';
import { keptAddress } from './return-address.js';
import type { FlowPage } from './seam.js';
import { openClaim } from './steps.js';
import { subjectKey } from './subject-key.js';
import type { Arrival, Subject } from './transaction.js';

/** Where a page's address is. */
interface Addressed {
  href(): string;
  replaceAddress(url: string): void;
}

interface Reading {
  readonly resultParam?: string | undefined;
  readonly dialect: Partial<Dialect>;
}

/** What the page's address says about a flow's subject. */
export function flowArrival(
  subject: Subject,
  page: FlowPage,
  browser: Addressed,
  reading: Reading,
) {
  let isTold = false;
  const read = (): (ReadArrival & { readonly arrival: Arrival }) | undefined => {
    const found = readArrival(browser.href(), reading);
    const { arrival } = found ?? {};
    const isOurs = arrival && subjectKey(arrival) === subjectKey(subject);
    return found && isOurs ? { ...found, arrival } : undefined;
  };
  const isRemembered = () => {
    const phase = new Journal(page, subject, '').recall()?.phase;
    return phase === 'back' || phase === 'done';
  };
  return {
    /** Whether an earlier page, or flow of this one, has told it. */
    isTold: () => isTold,
    /** Hands it on and takes it out of the address; there stays what the browser does not keep and may yet be paid. */
    take(hand: (arrival: Arrival) => void): boolean {
      const found = read();
      if (!found) return false;
      const { arrival, rest } = found;
      isTold = found.isTold === true;
      hand(arrival);
      const isOpen = openClaim(arrival.outcome, arrival.isGuessed) && !isRemembered();
      browser.replaceAddress(isOpen ? keptAddress(rest, arrival) : rest);
      return true;
    },
    /** It is confirmed, or somebody has begun anew. */
    end(): void {
      const found = read();
      if (found?.isTold) browser.replaceAddress(found.rest);
    },
  };
}
