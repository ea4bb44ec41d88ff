/**
 * Marks what is said in English inside an element that speaks another language, so that a screen reader speaks it
 * as English, from the left: texts that a site's own language leaves out, and those that could not be fetched.
 *
 * @param texts What was said in English, as it was said.
 */
export function markEnglish(root: Node, texts: ReadonlySet<string>): void {
  if (!texts.size) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    const text = textContent?.trim();
    if (!parentElement || !text || parentElement.localName === 'section') continue;
    if (texts.has(text)) Object.assign(parentElement, { lang: 'en', dir: 'ltr' });
    else ['lang', 'dir'].forEach((name) => parentElement.removeAttribute(name));
  }
}
