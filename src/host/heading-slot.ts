import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** Elements that show nothing by themselves. */
const unseen = ['template', 'script', 'noscript', 'style', 'link', 'meta', 'br'];
/** Those that are nothing by themselves: a CMS leaves them empty, and translators put one around what was a text. */
const empty = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'font'];
/** White space, and what editors leave of it that takes no room: where a word may be parted, where it may not. */
const blank = /^[\s\p{Cf}]*$/u;

/**
 * Whether something between the tags is meant to be seen where the heading is. A line break, a comment, a
 * template, what frameworks find their place by, and the empty paragraph or heading of a CMS are not.
 */
function isContent(node: Node): boolean {
  if (node instanceof Text) return !blank.test(node.data);
  if (!(node instanceof Element) || !isSlotted(node) || unseen.includes(node.localName))
    return false;
  return !empty.includes(node.localName) || [...node.childNodes].some(isContent);
}

/** Whether a browser puts it into the slot without a name, where it takes the place of what is there. */
function isSlotted(node: Node): boolean {
  return node instanceof Text || (node instanceof Element && !node.slot);
}

/** The place of the heading, which only what has something to show takes. */
export class HeadingSlot implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  /** Something stands between the tags, and nothing of it can be seen. */
  #isBlank = false;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * @param heading What stands there unless the page has put another between the tags.
   * @param isHydrating What a server has rendered is to be found as it is.
   */
  render(heading: unknown, isHydrating: boolean): unknown {
    const isOurs = this.#isBlank && !isHydrating;
    return isOurs ? heading : html`<slot>${heading}</slot>`;
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => this.#look());
    // A text may be written after its node was put in.
    const all = { childList: true, characterData: true, subtree: true, attributeFilter: ['slot'] };
    this.#observer.observe(this.#host, all);
    this.#look();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #look(): void {
    const slotted = [...this.#host.childNodes].filter(isSlotted);
    const isBlank = slotted.length > 0 && !slotted.some(isContent);
    if (isBlank !== this.#isBlank) this.#host.requestUpdate();
    this.#isBlank = isBlank;
  }
}
