import { adoptStyles, LitElement, noChange } from 'lit';
import { isLive } from '../platform/live.js';

/** Lit's hydration changes `LitElement` when both are loaded, which it has to be first to do. */
const hydrates = Object.hasOwn(LitElement, 'observedAttributes');

/** Whether a radio button is chosen. A server would write false as an attribute, which then is there. */
export function whenChecked(isChecked: boolean): unknown {
  return isLive || isChecked ? isChecked : noChange;
}

/** Where a server writes down what an element was given, since a page may change it before hydration. */
const note = 'data-given';

/** A token is in no HTML of a server's, and the other is added by Lit's hydration. */
const ungiven: readonly string[] = ['token', 'defer-hydration'];

/** What an element renders by, as far as the page's HTML says it. */
function given(element: Element): string {
  const observedAttributes: unknown = Reflect.get(element.constructor, 'observedAttributes');
  const observed = Array.isArray(observedAttributes) ? observedAttributes.map(String) : [];
  const names = observed.filter((name) => !ungiven.includes(name));
  return JSON.stringify(names.map((name) => element.getAttribute(name)));
}

/** On a server: the `lang` of the element or of one of ours around it. Only an event knows who is there. */
export function langAround(element: Element): { lang: string } | undefined {
  const event = new Event('connect-lang', { bubbles: true, composed: true });
  element.dispatchEvent(event);
  for (const one of event.composedPath()) {
    const lang = one instanceof LitElement && one.getAttribute('lang');
    if (lang) return { lang };
  }
  return undefined;
}

/** The radio button that the reader has chosen before there was a script to notice. */
function chosenIn(root: ParentNode): HTMLInputElement | undefined {
  return [...root.querySelectorAll('input')].find(
    ({ checked, defaultChecked }) => checked && !defaultChecked,
  );
}

/**
 * Whether the comments are all there by which Lit finds what it has rendered. Minifiers and caches take comments
 * out of HTML, and so do ways to parse it; Lit then renders everything a second time below what nobody drives.
 */
function isMarked(root: ShadowRoot): boolean {
  const isMark = (node: Node | null | undefined, mark: string) =>
    node instanceof Comment && node.data.startsWith(mark);
  const driven = [root.querySelector('section'), ...root.querySelectorAll('input, button')];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  let open = 0;
  while (walker.nextNode()) {
    if (isMark(walker.currentNode, 'lit-part')) open++;
    if (isMark(walker.currentNode, '/lit-part')) open--;
  }
  const isFramed = isMark(root.lastChild, '/lit-part') && open === 0;
  return isFramed && driven.every((one) => isMark(one?.previousSibling, 'lit-node'));
}

/** An element as a server may have rendered it. */
export interface PrerenderedHost extends LitElement {
  readonly constructor: Pick<typeof LitElement, 'elementStyles' | 'shadowRootOptions'>;
}

/**
 * Takes up what a server has rendered. With Lit's hydration its nodes stay; without, or when the page gives
 * the element something else than the server had, they are replaced in one go.
 *
 * The first update renders the same as the server did, with blanks for texts: Lit believes that they are
 * there already. The second, in the same task, puts in what the element really has to say.
 *
 * No callback of a controller comes at these moments of an element's life, which therefore calls it itself.
 */
export class Prerendered {
  /** Takes up what the reader had chosen, before there was a script to notice, in markup that is replaced. */
  takeUp: (value: string) => void = () => {};
  readonly #host: PrerenderedHost;
  #isHydrating = false;
  #isPreview = !isLive;
  /** What was chosen in markup that is replaced. */
  #kept: string | undefined;

  constructor(host: PrerenderedHost) {
    this.#host = host;
    // Without one, no event of what is inside comes by on a server, and settings are asked for by event.
    if (!isLive) host.attachShadow(host.constructor.shadowRootOptions);
  }

  /** In its first update an element takes up what is there: it then knows nothing but its attributes. */
  get isHydrating(): boolean {
    return this.#isHydrating;
  }

  /**
   * Whether to show what can be known before anything is read, instead of a skeleton: what one can choose
   * from. Those are the elements that are fields of forms.
   */
  get isPreview(): boolean {
    return this.#isPreview && 'formAssociated' in this.#host.constructor;
  }

  /** There is something better to show now. */
  endPreview(): void {
    this.#isPreview = !isLive;
  }

  /** On a server: writes down what the element was given. */
  noteGiven(): void {
    if (!isLive) this.#host.setAttribute(note, given(this.#host));
  }

  /** @param create Makes or finds the root, as Lit does. */
  root(create: () => HTMLElement | DocumentFragment): HTMLElement | DocumentFragment {
    const host = this.#host;
    const { shadowRoot } = host;
    const { elementStyles, shadowRootOptions } = host.constructor;
    // Lit believes texts and attributes that differ, as long as the templates are the same.
    const isOther = host.hasAttribute(note) && host.getAttribute(note) !== given(host);
    host.removeAttribute(note);
    if (!shadowRoot) {
      if (!isLive || host.ownerDocument === document) return create();
      return this.#style(host.attachShadow(shadowRootOptions));
    }
    if (!hydrates || isOther || !isMarked(shadowRoot)) {
      this.#kept = chosenIn(shadowRoot)?.value;
      // Empties a root that came with the page's HTML, and gives it.
      const root = host.attachShadow(shadowRootOptions);
      adoptStyles(root, elementStyles);
      return root;
    }
    const root = create();
    this.#isHydrating = this.#isPreview = true;
    adoptStyles(shadowRoot, elementStyles);
    shadowRoot.querySelector('style')?.remove();
    return root;
  }

  /** Moved to another document: style sheets that were made in one are no good in another, also after the way back. */
  adopted(): void {
    if (this.#host.shadowRoot) this.#style(this.#host.shadowRoot);
  }

  /** @param performUpdate Lit's own: renders and calls what is to be called then. */
  performUpdate(performUpdate: () => void): void {
    const chosen = this.#isHydrating && chosenIn(this.#host.renderRoot);
    performUpdate();
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept) this.takeUp(kept);
    if (!this.#isHydrating) return;
    this.#isHydrating = false;
    this.#host.requestUpdate();
    performUpdate();
    // As if the reader had chosen it now.
    if (!chosen || !chosen.isConnected) return;
    chosen.checked = true;
    chosen.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** @param update Lit's own: renders. */
  update(update: () => void): void {
    try {
      update();
    } catch (cause) {
      if (!this.#isHydrating) throw cause;
      this.#host.renderRoot.replaceChildren();
      update();
    }
  }

  #style(root: ShadowRoot): ShadowRoot {
    const { elementStyles } = this.#host.constructor;
    root.querySelector('style')?.remove();
    if (this.#host.ownerDocument === document) adoptStyles(root, elementStyles);
    else {
      const style = this.#host.ownerDocument.createElement('style');
      style.textContent = elementStyles.map(String).join('');
      // Before what Lit renders, which may be rendered from nothing.
      root.prepend(style);
    }
    return root;
  }
}
