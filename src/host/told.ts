/** An event that was fired, and by whom: after it has been fired an event may not know any more. */
export interface Told {
  readonly element: Element;
  readonly event: Event;
}

/** Of these one wants to know who comes late; what can be cancelled is over by then. */
const kept: readonly string[] = [
  'connect-load',
  'connect-outcome',
  'connect-confirmed',
  'connect-error',
];
/** A page that lives for days does not keep all of them. */
const most = 50;
/** Shared by all copies of the library on the page. */
const key = Symbol.for('connect-elements told');

function isList(value: unknown): value is Told[] {
  return Array.isArray(value);
}

/** What the elements of the page have told, oldest first. */
export function toldBefore(): Told[] {
  const known: unknown = Reflect.get(globalThis, key);
  if (isList(known)) return known;
  const list: Told[] = [];
  Reflect.set(globalThis, key, list);
  return list;
}

/** Whether nobody on the page will say it again: an element that takes the place of another does not. */
export function isToldOnce({ type }: Event): boolean {
  return type === 'connect-outcome' || type === 'connect-confirmed';
}

/**
 * Keeps an event for those who begin to listen later, and of who has left the page meanwhile only what nobody will say
 * again.
 */
export function keepTold(element: Element, event: Event): Event {
  const list = toldBefore();
  if (!kept.includes(event.type)) return event;
  list.push({ element, event });
  const there = list.filter((one) => one.element.isConnected || isToldOnce(one.event)).slice(-most);
  list.splice(0, list.length, ...there);
  return event;
}
