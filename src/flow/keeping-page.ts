import { keptKey } from './kept-key.js';
import type { FlowPage } from './seam.js';
import type { RedirectFlowName } from './transaction.js';

/** A browser's storage, which keeps things for all of its tabs or for this one alone. */
export interface KeepingBrowser extends FlowPage {
  /**
   * Reads a text, after writing it when there is a `value`; an empty one takes it away.
   *
   * @param isTab Keeps it for this tab alone.
   */
  store(key: string, value?: string, isTab?: boolean): string | null;
}

const pages = new WeakMap<KeepingBrowser, Map<string, FlowPage>>();

/** Whether what is open is kept for the tab alone: an invoice has one payer, and a method may be the next reader's too. */
export function isForTab(flow: RedirectFlowName, subscriber: string | undefined): boolean {
  return !subscriber && flow !== 'pay-invoice';
}

/**
 * The page as a flow sees it that keeps things for a subscriber. The same for all that keep in the same place, since
 * flows of one page tell each other what they have kept.
 */
export function keepingPage(
  browser: KeepingBrowser,
  flow: RedirectFlowName,
  subscriber: string | undefined,
): FlowPage {
  const isTab = isForTab(flow, subscriber);
  const known = pages.get(browser) ?? new Map<string, FlowPage>();
  pages.set(browser, known);
  const place = JSON.stringify([subscriber || '', isTab]);
  const page =
    known.get(place) ??
    pageWith(browser, (key, value) => browser.store(keptKey(subscriber, key), value, isTab));
  known.set(place, page);
  return page;
}

/** A page in all but where it keeps things. */
export function pageWith(page: FlowPage, store: FlowPage['store']): FlowPage {
  return {
    store,
    now: () => page.now(),
    random: () => page.random(),
    wait: (ms) => page.wait(ms),
    isSeen: () => page.isSeen(),
    lock: (name, options) => page.lock(name, options),
    free: (name, onHeld) => page.free(name, onHeld),
  };
}
