/**
 * What an element stands on: the nearest colour around it that nothing shines through, else the browser's own
 * canvas. The text colour of a page goes with it, and a dialog takes neither by itself.
 */
export function groundOf(element: Element): string {
  for (let one: Element | null = element; one; one = around(one)) {
    const { backgroundColor } = getComputedStyle(one);
    // A colour with a part of transparency is written with `rgba` or, in newer notations, behind a slash.
    if (!backgroundColor.startsWith('rgba') && !backgroundColor.includes('/'))
      return backgroundColor;
  }
  return 'Canvas';
}

/** The element around, out of a shadow tree too. */
function around(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
