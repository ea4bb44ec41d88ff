/**
 * A copy of what a page shows, without shadow trees: the virtual screen reader looks at child nodes only,
 * and an accessibility tree is made of the flat tree (https://drafts.csswg.org/css-scoping/#flattening).
 * Nodes are copied once and changed as the page changes, so that live regions live in the copy as well.
 */
export class Mirror {
  readonly copy = document.createElement('div');
  readonly #original: Element;
  readonly #copies = new WeakMap<Node, Node>();
  readonly #observed = new WeakSet<Node>();
  readonly #observer: MutationObserver;

  /** @param onChange Called when the page may have changed. */
  constructor(original: Element, onChange: () => void) {
    this.#original = original;
    this.#copies.set(original, this.copy);
    this.#observer = new MutationObserver(onChange);
    this.#watch(original);
  }

  copyOf(node: Node): Node | undefined {
    return this.#copies.get(node);
  }

  /** Takes over what is gone and what is no text: nothing of that is announced by a live region. */
  takeAway(): void {
    this.#walk(this.#original, (copy, children) => {
      for (const child of [...copy.childNodes]) if (!children.includes(child)) child.remove();
    });
  }

  /** Takes over what is new. */
  add(): void {
    this.#walk(this.#original, (copy, children) => {
      children.forEach((child, index) => {
        const there = copy.childNodes[index] ?? null;
        if (there !== child) copy.insertBefore(child, there);
      });
    });
    this.#write(this.#original);
  }

  stop(): void {
    this.#observer.disconnect();
    this.copy.remove();
  }

  #walk(node: Node, work: (copy: Node, children: readonly Node[]) => void): void {
    const copy = this.#copied(node);
    const children = this.#flat(node);
    if (copy instanceof Element && node instanceof Element) takeAttributes(copy, node);
    // From below, so that what is new comes with all that is in it, as rendering makes it.
    children.forEach((child) => this.#walk(child, work));
    work(
      copy,
      children.map((child) => this.#copied(child)),
    );
  }

  /** Texts last, each once. */
  #write(node: Node): void {
    const copy = this.#copied(node);
    if (copy instanceof Text && node instanceof Text && copy.data !== node.data) {
      copy.data = node.data;
    }
    this.#flat(node).forEach((child) => this.#write(child));
  }

  /** The children in the flat tree: of the shadow root, and what is assigned to a slot in its place. */
  #flat(node: Node): Node[] {
    const root = node instanceof Element ? node.shadowRoot : null;
    if (root) this.#watch(root);
    return [...(root ?? node).childNodes].flatMap((child) => {
      if (child instanceof HTMLSlotElement) {
        const assigned = child.assignedNodes();
        return assigned.length ? assigned : this.#flat(child);
      }
      return child instanceof Element || child instanceof Text ? [child] : [];
    });
  }

  #copied(node: Node): Node {
    const known = this.#copies.get(node);
    if (known) return known;
    const copy = node instanceof Element ? elementLike(node) : new Text(node.textContent ?? '');
    this.#copies.set(node, copy);
    return copy;
  }

  #watch(root: Node): void {
    if (this.#observed.has(root)) return;
    this.#observed.add(root);
    const all = { attributes: true, characterData: true, childList: true, subtree: true };
    this.#observer.observe(root, all);
  }
}

/** A second custom element would begin a life of its own. */
function elementLike({ namespaceURI, localName }: Element): Element {
  const name = localName.includes('-') ? 'div' : localName;
  return document.createElementNS(namespaceURI, name);
}

/** Of the original's style sheets and properties. */
const derived = ['hidden', 'disabled', 'checked', 'aria-atomic'];

function takeAttributes(copy: Element, original: Element): void {
  for (const { name } of [...copy.attributes]) {
    if (!original.hasAttribute(name) && !derived.includes(name)) copy.removeAttribute(name);
  }
  for (const { name, value } of original.attributes) setAttribute(copy, name, value);
  copy.toggleAttribute('hidden', getComputedStyle(original).display === 'none');
  // By the specification a status is atomic; the virtual screen reader forgets it beside an `aria-live`.
  if (original.getAttribute('role') === 'status') setAttribute(copy, 'aria-atomic', 'true');
  // What changes in a live region that is busy, or stands in something that is, is not said: NVDA waits for the
  // end, and then the change is an old one.
  if (original.hasAttribute('aria-live') && isBusy(original))
    setAttribute(copy, 'aria-live', 'off');
  copy.toggleAttribute('disabled', original.matches(':disabled'));
  if (copy instanceof HTMLInputElement && original instanceof HTMLInputElement) {
    copy.toggleAttribute('checked', original.checked);
    copy.value = original.value;
  }
}

/** Also by what is around the shadow tree. */
function isBusy(element: Element): boolean {
  const root = element.getRootNode();
  const isBusyHere = element.closest('[aria-busy=true]') !== null;
  return isBusyHere || (root instanceof ShadowRoot && isBusy(root.host));
}

/** Without a mutation where there is none. */
function setAttribute(copy: Element, name: string, value: string): void {
  if (copy.getAttribute(name) !== value) copy.setAttribute(name, value);
}
