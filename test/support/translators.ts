/**
 * What translating a page does to its nodes. Both ways enter shadow roots; what they write is marked, so that a test
 * sees that it was translated.
 */
export interface Translator {
  readonly name: string;
  /** Translates what is in a root as it stands. */
  translate(root: ParentNode & Node): void;
}

const mark = '⟦translated⟧ ';

/** Whether it has something to translate. */
function isForeign({ data, parentElement }: Text): boolean {
  return data.trim() !== '' && !data.startsWith(mark) && parentElement?.localName !== 'style';
}

function textsIn(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode instanceof Text && isForeign(currentNode)) texts.push(currentNode);
  }
  return texts;
}

/** Google's, in Chrome: an element of its own takes the place of each text. */
function replaceTexts(root: Node): void {
  for (const text of textsIn(root)) {
    const font = document.createElement('font');
    font.textContent = mark + text.data;
    text.replaceWith(font);
  }
}

const isBlock = (node: Node) =>
  node instanceof Element && !['inline', 'none'].includes(getComputedStyle(node).display);

/** Whether it is taken as one: what is a block, and has a comment or another block in it, is taken apart. */
const isOne = (element: Element) =>
  !isBlock(element) ||
  ![...element.childNodes].some((node) => node instanceof Comment || isBlock(node));

/** Firefox's: texts are written in place, and of what is taken as one the comments are dropped. */
function mergeElements(root: ParentNode & Node): void {
  for (const child of [...root.childNodes]) {
    if (child instanceof Text) writeTexts([child]);
    if (!(child instanceof Element) || !textsIn(child).length) continue;
    if (isOne(child)) dropComments(child);
    else mergeElements(child);
  }
}

function writeTexts(texts: readonly Text[]): void {
  for (const text of texts) if (isForeign(text)) text.data = mark + text.data;
}

function dropComments(element: Element): void {
  writeTexts(textsIn(element));
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

export const translators: readonly Translator[] = [
  { name: 'with elements of its own', translate: replaceTexts },
  { name: 'with texts in place, without comments', translate: mergeElements },
];

export function isTranslated(element: Element): boolean {
  return (element.shadowRoot?.textContent ?? '').includes(mark.trim());
}
