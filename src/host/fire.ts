import { logWhereAsked } from './log-where-asked.js';
import { keepTold } from './told.js';

/** Fires an event of an element; false when it was cancelable and cancelled. */
export function fire(element: Element, name: string, detail: object, cancelable: boolean): boolean {
  const type = `connect-${name}`;
  logWhereAsked(element, type, detail);
  const options = { detail, bubbles: true, composed: true, cancelable };
  return element.dispatchEvent(keepTold(element, new CustomEvent(type, options)));
}
