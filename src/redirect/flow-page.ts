import { isForTab, pageWith } from '../flow/keeping-page.js';
import type { RedirectFlowName } from '../flow/transaction.js';
import type { FlowPage } from '../flow/seam.js';
import { keep, type Keeping } from '../host/kept.js';
import { platform } from '../platform/platform.js';

const pages = new Map<string, FlowPage>();

/**
 * The page as a flow sees it that keeps things for this subscriber. The same for all that keep in the same
 * place, since flows of one page tell each other what they have kept.
 */
export function flowPage(keeping: Keeping, flow: RedirectFlowName): FlowPage {
  const { subscriber, storage } = keeping;
  const isTab = isForTab(flow, subscriber);
  const place = JSON.stringify([subscriber, storage, isTab]);
  const page =
    pages.get(place) ??
    pageWith(platform, (key, value) => keep({ subscriber, storage }, key, value, isTab));
  pages.set(place, page);
  return page;
}
