import type { Internals } from '../host/internals.js';
import { all, flag, list, reflectedFlag, reflectedText, text } from '../host/declared.js';

/** What can be handed over to an element where one chooses, which is a field of a form. */
export const fieldKinds = {
  ...all(text, ['productCode', 'value']),
  ...all(flag, ['remember', 'required']),
  methods: list,
  name: reflectedText,
  disabled: reflectedFlag,
};

/** What a form is told of an element that is a field of it. */
export interface Field {
  /** What is sent; nothing is when it is undefined. */
  readonly chosen: string | undefined;
  /** What the browser gives back when the reader comes back to the page; empty where nothing was chosen. */
  readonly kept: string;
  readonly isRequired: boolean;
  /** Why the page does not take what is chosen; empty when it does. */
  readonly refusal: string;
  /** Why nothing can be chosen, in words. */
  readonly reason: string;
}

/** What a label, and a form that is not valid, bring the focus to: the choice, else what says why there is none. */
export function placeToBe(root: ParentNode): HTMLElement | undefined {
  const places = root.querySelectorAll<HTMLElement>('input:checked, [part=message]');
  const isThere = (place: HTMLElement) => place.getClientRects().length;
  return [...places].find(isThere) ?? root.querySelector('section') ?? undefined;
}

/** Tells the form around what is chosen, and whether it may be sent. */
export function tellForm(internals: Internals, root: ParentNode, field: Field): void {
  const { chosen, kept, isRequired, refusal, reason } = field;
  const valueMissing = isRequired && !chosen;
  const customError = !!refusal;
  internals.setFormValue(chosen ?? null, kept);
  // Without a place inside, browsers find no way to bring the reader to what is not valid. To look for one has the page
  // laid out.
  const place = valueMissing || customError ? placeToBe(root) : undefined;
  internals.setValidity({ valueMissing, customError }, refusal || reason, place);
}

/** Tells a page that the value is another, as the browser's own fields do. */
export function tellInput(element: HTMLElement): void {
  element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The radio button's own comes out before there is a new value, and is told by the element instead. */
export function stopInput(event: Event): void {
  event.stopPropagation();
}

/**
 * Radio buttons are about to be taken away. Chromium keeps one that is taken out of a shadow root, with all that
 * hangs on it, for as long as the root is there, unless it has left its group.
 */
export function leaveGroup(root: ParentNode): void {
  root.querySelectorAll('input').forEach((radio) => radio.removeAttribute('name'));
}
