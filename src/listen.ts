/**
 * Listens to the elements, and hands over what they have told before: where a server has rendered the page they begin
 * before a framework attaches its listeners. Without Lit, and without the elements; it may be imported anywhere.
 *
 * @packageDocumentation
 */
import type { ConnectEventMap, LoadDetail, OutcomeDetail } from './host/events.js';
import { toldBefore } from './host/told.js';

/** What to do at which event. */
export type Handlers = {
  readonly [Type in keyof ConnectEventMap]?: (event: ConnectEventMap[Type]) => void;
};

/** What is heard of the elements in a place. */
export interface Heard {
  /** Resolves at the first `connect-load`, also with one that was told before. */
  readonly ready: Promise<LoadDetail>;
  /** Resolves at the first `connect-outcome`, also with one that was told before; on most pages never. */
  readonly outcome: Promise<OutcomeDetail>;
  /** No handler is called any more. May be called again, and without its object. */
  readonly stop: () => void;
}

/** Also through the shadow roots around. */
function isInside(place: Node, element: Element): boolean {
  let node: Node | null = element;
  while (node && node !== place) node = node instanceof ShadowRoot ? node.host : node.parentNode;
  return node === place;
}

/**
 * Calls handlers at events of an element, or of those inside of a place, and once more at each `connect-load`,
 * `connect-outcome`, `connect-confirmed` and `connect-error` that an element which is there has told already. Those come
 * in the order in which they were told, in a microtask of their own.
 *
 * A handler of `connect-submit`, `connect-redirect` or `connect-remove` may call `preventDefault()`; what was sent
 * before it listened cannot be taken back.
 *
 * @param place An element, or the document.
 */
export function listen(place: Node, handlers: Handlers = {}): Heard {
  const over = new AbortController();
  const { signal } = over;
  const heard = new WeakSet<Event>();
  let onReady: (detail: LoadDetail) => void = () => {};
  let onOutcome: (detail: OutcomeDetail) => void = () => {};
  const ready = new Promise<LoadDetail>((resolve) => (onReady = resolve));
  const outcome = new Promise<OutcomeDetail>((resolve) => (onOutcome = resolve));
  const all: Handlers = {
    ...handlers,
    'connect-load': (event) => {
      onReady(event.detail);
      handlers['connect-load']?.(event);
    },
    'connect-outcome': (event) => {
      onOutcome(event.detail);
      handlers['connect-outcome']?.(event);
    },
  };
  const hear = (event: Event) => {
    // What is being told now has been kept already.
    if (signal.aborted || heard.has(event) || !(event instanceof CustomEvent)) return;
    heard.add(event);
    for (const [type, handle] of Object.entries(all)) if (type === event.type) handle(event);
  };
  const before = toldBefore().filter(({ element }) => isInside(place, element));
  for (const type of Object.keys(all)) place.addEventListener(type, hear, { signal });
  queueMicrotask(() => before.forEach(({ event }) => hear(event)));
  return { ready, outcome, stop: () => over.abort() };
}
