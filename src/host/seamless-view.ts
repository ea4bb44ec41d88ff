import { invalidResponse, isObject, type JsonObject } from '../api/decode.js';
import { ConnectError } from '../api/errors.js';
import { platform } from '../platform/platform.js';
import { scripts } from '../platform/script.js';

/** What to do at each of the vendor's events, by its name in the vendor's configuration. */
export type SeamlessHandlers = Readonly<Record<string, (detail: JsonObject) => void>>;

/**
 * Shows the vendor's payment page in an iframe of the vendor's own, in the light DOM, where its script
 * can find the place by an id. Both leave the page with the signal.
 *
 * An event without a handler keeps the vendor's default: `onApplicationConfigured`, `onOutOfViewOpen`,
 * `onPaymentMenuInstrumentSelected` and `onPaymentToS`.
 *
 * @throws {ConnectError} `network` when the script does not come, `invalid-response` when it is another.
 */
export async function openSeamlessView(
  element: HTMLElement,
  href: string,
  handlers: SeamlessHandlers,
  signal: AbortSignal,
): Promise<void> {
  const container = document.createElement('div');
  container.slot = 'seamless';
  container.id = `connect-${platform.random().toString(36).slice(2)}`;
  element.append(container);
  signal.addEventListener('abort', () => container.remove());
  try {
    await scripts.load(href, element.nonce, signal);
  } catch {
    throw new ConnectError('network', 'no script');
  }
  signal.throwIfAborted();
  const configured = Object.entries(handlers).map(([name, act]) => [
    name,
    (detail: unknown) => void (signal.aborted || act(isObject(detail) ? detail : {})),
  ]);
  const payex: unknown = Reflect.get(globalThis, 'payex');
  const view = isObject(payex) && payex['hostedView'];
  const config: unknown = Object.fromEntries([['container', container.id], ...configured]);
  call(call(view, 'vipps', config), 'open');
}

function call(target: unknown, name: string, ...values: unknown[]): unknown {
  const method = isObject(target) && target[name];
  if (typeof method !== 'function') throw invalidResponse(`payex ${name}`);
  return Reflect.apply(method, target, values);
}
