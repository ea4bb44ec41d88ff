import { all, flag, list, reflectedFlag, reflectedText, text } from '../host/declared.js';

/** What can be handed over to an element where one chooses, which is a field of a form. */
export const fieldKinds = {
  ...all(text, ['productCode', 'value']),
  ...all(flag, ['remember', 'required']),
  methods: list,
  name: reflectedText,
  disabled: reflectedFlag,
};

/** What a label, and a form that is not valid, bring the focus to: the choice, else what says why there is none. */
export function placeToBe(root: ParentNode): HTMLElement | undefined {
  const places = root.querySelectorAll<HTMLElement>('input:checked, [part=message]');
  const isThere = (place: HTMLElement) => place.getClientRects().length;
  return [...places].find(isThere) ?? root.querySelector('section') ?? undefined;
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
