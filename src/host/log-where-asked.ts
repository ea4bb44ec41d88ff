/** Writes an event in the console where the element or one around it says so. */
export function logWhereAsked(element: Element, type: string, detail: object): void {
  if (!element.closest('[debug]:not([debug=false])')) return;
  // Where it cannot be had, as behind a content blocker, nobody reads it either.
  import(/* webpackChunkName: "connect-elements.debug" */ './debug.js')
    .then(({ log }) => log(element.localName, type, detail))
    .catch(() => {});
}
