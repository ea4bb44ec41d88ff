import type { ReactiveControllerHost } from 'lit';
import { isObject, type JsonObject } from '../api/decode.js';
import { isLive } from '../platform/live.js';

/** Calls back when an element of the page says what it has removed: whoever shows the same shows what was. */
export function hearRemoved(
  host: ReactiveControllerHost,
  hear: (removed: JsonObject) => void,
): void {
  const onRemoved = ({ detail }: HTMLElementEventMap['connect-removed']) => {
    if (isObject(detail.agreement)) hear(detail.agreement);
  };
  host.addController({
    hostConnected: () => {
      if (isLive) document.addEventListener('connect-removed', onRemoved);
    },
    hostDisconnected: () => document.removeEventListener('connect-removed', onRemoved),
  });
}
