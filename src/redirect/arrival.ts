import { Journal } from '../flow/journal.js';
import { readArrival, type ReadArrival } from '../flow/read-arrival.js';
import { keptAddress } from '../flow/return-address.js';
import { openClaim } from '../flow/steps.js';
import type { Arrival, Subject } from '../flow/transaction.js';
import { pageDialect } from '../host/page-dialect.js';
import type { ConnectSettings } from '../host/settings.js';
import { whenSignedOut } from '../host/signed-out.js';
import { platform } from '../platform/platform.js';
import { flowPage } from './flow-page.js';
import { claimOf, isAbout, rememberTold, wasTold } from './told-claims.js';

/** How an address is read, and where it is remembered what it said. */
type Settings = Pick<ConnectSettings, 'resultParam' | 'subscriber' | 'storage'>;

/** What this page was opened with; shared by its elements. */
export interface PageArrival {
  /** Absent when our parameter was there but could not be read. */
  readonly arrival: Arrival | undefined;
  /** Whether an earlier page of the tab has told it: what is kept of it says how far it has come since. */
  readonly isOld: boolean;
  /** Whether some element has told it. */
  isAnnounced: boolean;
  /** Whether some element shows what came of it. */
  isShown?: boolean;
  /** Whether the reader has closed what was shown of it: no list shows it again. */
  isClosed?: boolean;
  /** Whether some element has told that the server does not confirm it. */
  isDenied?: boolean;
  /** Whether the server has said how it went: whoever comes to the page later begins anew. */
  isOver?: boolean;
}

let current: PageArrival | undefined;
/** Who was here when it was read, as far as anybody has said. */
let openedFor: string | undefined;
/** What was read last: a browser may refuse to change the address, and a page's router may put it back. */
let known = '';

whenSignedOut(() => forgetArrival());

/**
 * Reads the page's address. What it says stays there until it has been told; from then on it is taken out, so
 * that a reload or the back button does not say the same again. Later callers get what the first one read.
 */
export function pageArrival(settings: Settings): PageArrival | undefined {
  // Nobody has opened it yet, and nobody may ever.
  if (platform.isPrerendering()) return undefined;
  const { subscriber = openedFor } = settings;
  // It came back to somebody else.
  if (openedFor && subscriber !== openedFor) forgetArrival();
  openedFor = subscriber;
  const read = readAddress(settings);
  if (read) {
    const claim = claimOf(read.arrival);
    if (known !== claim && !isPutBack(read)) {
      // What says nothing is no news where a page knows more; where nothing is kept any more, nobody else asks about it.
      const { arrival, isTold } = read;
      const isSilent = read.isSilent && arrival && isRemembered(arrival, settings);
      const isOld = !isTold && wasTold(settings, arrival, isSilent);
      current = { arrival, isOld, isAnnounced: isOld || !!isTold };
    }
    known = claim;
    if (!current || current.isAnnounced) settleAddress(settings);
  }
  return current;
}

/** Whether a router has put back of what this very page has read what says the least. */
function isPutBack({ arrival, isSilent }: ReadArrival): boolean {
  return !!isSilent && !!arrival && isAbout(known, arrival);
}

/** It is told now, and to nobody again. */
export function noteTold(page: PageArrival, settings: Settings): void {
  page.isAnnounced = true;
  rememberTold(settings, claimOf(page.arrival));
  if (page.arrival) remember(page.arrival, settings);
  settleAddress(settings);
}

/** The server has said how it went. */
export function endArrival(page: PageArrival, settings: Settings): void {
  page.isOver = true;
  settleAddress(settings);
}

/**
 * The subscriber has gone on to something new.
 *
 * @param isLeaving Whether the same may come back: else it is not read again.
 */
export function forgetArrival(isLeaving = false): void {
  current = undefined;
  if (isLeaving) known = '';
  const read = readAddress({});
  if (read?.isTold) platform.replaceAddress(read.rest);
}

function readAddress({ resultParam }: Settings): ReadArrival | undefined {
  return readArrival(platform.href(), { resultParam, dialect: pageDialect() });
}

/** What may yet turn out to be paid is kept for the page that is about it, whoever has told it here. */
function remember({ outcome, isGuessed, ...transaction }: Arrival, settings: Settings): void {
  const claim = openClaim(outcome, isGuessed);
  if (claim) journalOf(transaction, settings).remember({ phase: 'back', transaction, claim });
}

/** Whether a reload finds it in the browser's storage, which may be blocked or full. */
function isRemembered(arrival: Arrival, settings: Settings): boolean {
  const phase = journalOf(arrival, settings).recall()?.phase;
  return settings.storage !== 'none' && (phase === 'back' || phase === 'done');
}

function journalOf(subject: Subject, settings: Settings): Journal {
  return new Journal(flowPage(settings, subject.flow), subject, '');
}

/** Takes out of the address what has been told; it keeps itself what can be kept nowhere else. */
function settleAddress(settings: Settings): void {
  const read = readAddress(settings);
  if (!read || claimOf(read.arrival) !== known) return;
  const { rest } = read;
  const arrival = isPutBack(read) ? current?.arrival : read.arrival;
  // Of what is open the server is asked again after a reload.
  const isOpen = arrival && openClaim(arrival.outcome, arrival.isGuessed) && !current?.isOver;
  const isKept = isOpen && current && !isRemembered(arrival, settings);
  platform.replaceAddress(isKept ? keptAddress(rest, arrival) : rest);
}
