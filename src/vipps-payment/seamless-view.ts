import { isObject, type JsonObject } from '../api/decode.js';
import { inTime } from '../platform/in-time.js';
import { platform } from '../platform/platform.js';
import { scripts } from '../platform/script.js';

/**
 * The vendor's events, and what each is to us: an outcome, an error, or a beginning or an exit. What is completed
 * may have been cancelled, says the vendor: only the server knows which. A payment that fails for good has an
 * outcome; a single try that fails is an error. An event that is not here
 * keeps the vendor's default: `onApplicationConfigured`, `onOutOfViewOpen`, `onPaymentToS` and
 * `onPaymentMenuInstrumentSelected`.
 */
const events = {
  onPaymentCreated: 'begins',
  onPaymentPending: 'initiated',
  onPaymentCompleted: 'unknown',
  onPaymentCanceled: 'cancelled',
  onPaymentFailed: 'failed',
  onPaymentTransactionFailed: 'declined',
  onError: 'server',
  onExternalRedirect: 'leaves',
} as const;

/** What the vendor's script adds to the page. */
declare const payex: { hostedView: { vipps(config: object): { open(): void } } };

export type SeamlessEvent = (typeof events)[keyof typeof events];

/**
 * Shows the vendor's payment page in an iframe of the vendor's own, in the light DOM, where its script
 * can find the place by an id. Both leave the page with the signal.
 *
 * @param heed Takes what the page says until then.
 * @param failure Gives what is thrown when the script does not come, or is refused by the page's Trusted
 *   Types. This file has no errors of its own: it is loaded when it is used, apart from the elements.
 * @throws a native error when it is another script.
 */
export async function openSeamlessView(
  element: HTMLElement,
  href: string,
  heed: (event: SeamlessEvent, detail: JsonObject) => void,
  signal: AbortSignal,
  failure: (isRefused: boolean) => Error,
): Promise<void> {
  const id = `connect-${platform.random().toString(36).slice(2, 14)}`;
  const container = Object.assign(document.createElement('div'), { id, slot: 'seamless' });
  element.append(container);
  signal.addEventListener('abort', () => container.remove());
  const script = scripts.load(container, href, element.nonce);
  await inTime(script).catch((cause: unknown) => {
    throw failure(cause instanceof TypeError);
  });
  signal.throwIfAborted();
  const config: Record<string, unknown> = { container: id };
  for (const [name, event] of Object.entries(events)) {
    config[name] = (detail: unknown) => {
      if (!signal.aborted) heed(event, isObject(detail) ? detail : {});
    };
  }
  payex.hostedView.vipps(config).open();
}
