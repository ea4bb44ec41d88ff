import type { ConnectDetail, ConnectEventMap, Flow } from '../host/events.js';
import { cancelable, flows, samples } from './details.js';

/** By the tag; of an element that is none of ours, that of `connect-pay-invoice`. */
function flowOf(tag: string): Flow {
  return new Map<string, Flow>(Object.entries(flows)).get(tag) ?? 'pay-invoice';
}

/**
 * Fires an event as the elements do: it bubbles, is composed, and can be cancelled where theirs can.
 *
 * @param element A fake or a real element, or whatever stands for one in the test.
 * @param detail What the test is about; the rest is filled in, `flow` by the tag.
 * @returns false when a listener has called `preventDefault()` on an event where that means something.
 */
export function fire<Type extends keyof ConnectEventMap>(
  element: Element,
  type: Type,
  detail: Partial<ConnectDetail<Type>> = {},
): boolean {
  const event = new CustomEvent(type, {
    detail: { flow: flowOf(element.localName), ...samples[type], ...detail },
    bubbles: true,
    composed: true,
    cancelable: cancelable.includes(type),
  });
  return element.dispatchEvent(event);
}
