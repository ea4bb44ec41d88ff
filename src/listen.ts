/**
 * Listens to the elements, and hands over what they have told before: where a server has rendered the page they begin
 * before a framework attaches its listeners. Without Lit, and without the elements; it may be imported anywhere.
 *
 * @packageDocumentation
 */
import type { ConnectEventMap, LoadDetail, OutcomeDetail } from './host/events.js';
import { isToldOnce, toldBefore, type Told } from './host/told.js';

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

/** What was handled in a place by those who have stopped since. */
const handled = new WeakMap<Node, WeakSet<Event>>();

function handledIn(place: Node): WeakSet<Event> {
  const known = handled.get(place) ?? new WeakSet<Event>();
  handled.set(place, known);
  return known;
}

/** Milliseconds in which a framework has made anew what it could not take over. */
const remaking = 5_000;

/** What anybody has heard, wherever. */
const heardByAny = new WeakSet<Event>();

/** Also through the shadow roots around. */
function isInside(place: Node, element: Element): boolean {
  let node: Node | null = element;
  while (node && node !== place) node = node instanceof ShadowRoot ? node.host : node.parentNode;
  return node === place;
}

/**
 * Whether an element that has left was made anew there, as frameworks do whose hydration has failed, and nobody has heard
 * what it has told.
 */
function isMadeAnew(place: Node, { element, event }: Told): boolean {
  if (element.isConnected || !isToldOnce(event) || heardByAny.has(event)) return false;
  // A clock that events have too.
  if (new Event('now').timeStamp - event.timeStamp > remaking) return false;
  const { localName } = element;
  return place.nodeName.toLowerCase() === localName || !!partsOf(place)?.querySelector(localName);
}

function partsOf(place: Node): ParentNode | undefined {
  const isParent =
    place instanceof Element || place instanceof Document || place instanceof DocumentFragment;
  return isParent ? place : undefined;
}

/**
 * Calls handlers at events of an element, or of those inside of a place, and once more at each `connect-load`,
 * `connect-outcome`, `connect-confirmed` and `connect-error` that an element which is there has told already. Those come
 * in the order in which they were told, in a microtask of their own. So does an outcome, and what the server said of it,
 * that nobody has heard of an element which was made anew, as frameworks do whose hydration has failed.
 *
 * What a handler has got that was stopped since, no other gets for the same place: whoever stops and begins again, as an
 * effect of a framework does, counts nothing twice. The promises resolve all the same.
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
  const resolving: Handlers = {
    'connect-load': ({ detail }) => onReady(detail),
    'connect-outcome': ({ detail }) => onOutcome(detail),
  };
  const call = (some: Handlers, event: CustomEvent) => {
    for (const [type, handle] of Object.entries(some)) if (type === event.type) handle(event);
  };
  const isHere = (told: Told) => isInside(place, told.element) || isMadeAnew(place, told);
  const before = toldBefore().filter(isHere);
  const handledHere = handledIn(place);
  const earlier = before.map(({ event }) => event).filter((event) => handledHere.has(event));
  const hear = (event: Event) => {
    // What is being told now has been kept already.
    if (signal.aborted || heard.has(event) || !(event instanceof CustomEvent)) return;
    heard.add(event);
    heardByAny.add(event);
    call(resolving, event);
    if (!earlier.includes(event)) call(handlers, event);
  };
  const types = Object.keys({ ...resolving, ...handlers });
  for (const type of types) place.addEventListener(type, hear, { signal });
  // One each: a handler that throws keeps nothing from the next.
  for (const { event } of before) queueMicrotask(() => hear(event));
  const stop = () => {
    over.abort();
    for (const { event } of toldBefore()) {
      if (heard.has(event) && event.type in handlers) handledHere.add(event);
    }
  };
  return { ready, outcome, stop };
}
