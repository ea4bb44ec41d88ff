/** Writes an event in the console where the element or one around it says so. */
export function logWhereAsked(element: Element, type: string, detail: object): void {
  if (!element.closest('[debug]')) return;
  void import('./debug.js').then(({ log }) => log(element.localName, type, detail));
}
