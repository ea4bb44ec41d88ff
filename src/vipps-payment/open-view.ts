import { isSecure } from '../api/address.js';
import { text, type JsonObject } from '../api/decode.js';
import { configError, ConnectError } from '../api/errors.js';
import type { SeamlessEvent } from '../flow/vipps/events.js';
import { loaded, notLoaded } from './loaded.js';
import type { SeamlessEvent as Said } from './seamless-view.js';

/** Shows the vendor's payment page in an element, and tells what it says until the signal aborts. */
export async function openView(
  element: HTMLElement,
  url: string,
  heed: (event: SeamlessEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const { openSeamlessView } = await loaded(
    import(/* webpackChunkName: "connect-elements.seamless-view" */ './seamless-view.js'),
  );
  signal.throwIfAborted();
  const hear = (said: Said, detail: JsonObject) => heed(understood(said, detail));
  await openSeamlessView(element, url, hear, signal, notLoaded);
}

/** What an event of the vendor's page means. */
function understood(said: Said, { details, redirectUrl }: JsonObject): SeamlessEvent {
  switch (said) {
    case 'begins':
      return { type: 'begun' };
    case 'leaves':
      return leaving(text(redirectUrl));
    case 'declined':
    case 'server':
      return {
        type: 'tried',
        error: new ConnectError(said, `seamless view: ${text(details)}`),
      };
    case 'unknown':
      return { type: 'claimed', claim: 'open' };
    default:
      return { type: 'claimed', claim: said };
  }
}

function leaving(url: string): SeamlessEvent {
  return URL.canParse(url) && isSecure(new URL(url))
    ? { type: 'sent-away', url }
    : { type: 'misled', error: configError('redirectUrl', 'an https address') };
}
