import { adoptStyles, LitElement, noChange, type PropertyValues } from 'lit';
import { isLive } from '../platform/live.js';

/** Lit's hydration changes `LitElement` when both are loaded, which it has to be first to do. */
const hydrates = Object.hasOwn(LitElement, 'observedAttributes');
/** Elements in their first update, which takes up what the server has rendered and nothing else. */
const hydrating = new WeakSet<Element>();
/** Elements that still show what the server could know. */
const previewing = new WeakSet<Element>();

/** Whether an element takes up what the server has rendered: it then knows nothing but its attributes. */
export function isHydrating(element: Element): boolean {
  return hydrating.has(element);
}

/**
 * Whether an element shows what can be known before anything is read, instead of a skeleton: what one can
 * choose from. Those are the elements that are fields of forms.
 */
export function isPreview(element: Element): boolean {
  return (!isLive || previewing.has(element)) && 'formAssociated' in element.constructor;
}

/** It has something better to show now. */
export function endPreview(element: Element): void {
  previewing.delete(element);
}

/** Whether a radio button is chosen. A server would write false as an attribute, which then is there. */
export function whenChecked(isChecked: boolean): unknown {
  return isLive || isChecked ? isChecked : noChange;
}

/** Where a server writes down what an element was given, since a page may change it before hydration. */
const note = 'data-given';

/** What an element renders by, as far as the page's HTML says it. A token is in no HTML of a server's. */
function given(element: Element): string {
  const observedAttributes: unknown = Reflect.get(element.constructor, 'observedAttributes');
  const observed = Array.isArray(observedAttributes) ? observedAttributes.map(String) : [];
  // The last is added by Lit's hydration.
  const names = observed.filter((name) => !/^(token|defer-hydration)$/.test(name));
  return JSON.stringify(names.map((name) => element.getAttribute(name)));
}

/** On a server: writes down what the element was given. */
export function noteGiven(element: Element): void {
  if (!isLive) element.setAttribute(note, given(element));
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

/**
 * Takes up what a server has rendered. With Lit's hydration its nodes stay; without, or when the page gives
 * the element something else than the server had, they are replaced in one go.
 *
 * The first update renders the same as the server did, with blanks for texts: Lit believes that they are
 * there already. The second, in the same task, puts in what the element really has to say.
 */
export abstract class PrerenderedElement extends LitElement {
  declare readonly ['constructor']: typeof PrerenderedElement;
  /** What was chosen in markup that is replaced. */
  #kept: string | undefined;

  constructor() {
    super();
    // Without one, no event of what is inside comes by on a server, and settings are asked for by event.
    if (!isLive) this.attachShadow(this.constructor.shadowRootOptions);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { shadowRoot } = this;
    // Lit believes texts and attributes that differ, as long as the templates are the same.
    const isOther = this.hasAttribute(note) && this.getAttribute(note) !== given(this);
    this.removeAttribute(note);
    if (!shadowRoot) {
      if (!isLive || this.ownerDocument === document) return super.createRenderRoot();
      return this.#style(this.attachShadow(this.constructor.shadowRootOptions));
    }
    if (!hydrates || isOther || !isMarked(shadowRoot)) {
      this.#kept = chosenIn(shadowRoot)?.value;
      // Empties a root that came with the page's HTML, and gives it.
      const root = this.attachShadow(this.constructor.shadowRootOptions);
      adoptStyles(root, this.constructor.elementStyles);
      return root;
    }
    const root = super.createRenderRoot();
    hydrating.add(this);
    previewing.add(this);
    adoptStyles(shadowRoot, this.constructor.elementStyles);
    shadowRoot.querySelector('style')?.remove();
    return root;
  }

  /**
   * Moved to another document: style sheets that were made in one are no good in another, and are gone after the
   * way back as well.
   *
   * @internal
   */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#style(this.shadowRoot);
  }

  protected override performUpdate(): void {
    const chosen = hydrating.has(this) && chosenIn(this.renderRoot);
    super.performUpdate();
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept) this.takeUp(kept);
    if (!hydrating.delete(this)) return;
    this.requestUpdate();
    super.performUpdate();
    // As if the reader had chosen it now.
    if (!chosen || !chosen.isConnected) return;
    chosen.checked = true;
    chosen.dispatchEvent(new Event('change', { bubbles: true }));
  }

  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch (cause) {
      if (!hydrating.has(this)) throw cause;
      this.renderRoot.replaceChildren();
      super.update(changed);
    }
  }

  #style(root: ShadowRoot): ShadowRoot {
    const { elementStyles } = this.constructor;
    root.querySelector('style')?.remove();
    if (this.ownerDocument === document) adoptStyles(root, elementStyles);
    else {
      const style = this.ownerDocument.createElement('style');
      style.textContent = elementStyles.map(String).join('');
      root.append(style);
    }
    return root;
  }

  /**
   * What the reader had chosen before there was a script to notice, in markup that is replaced.
   *
   * @param value Of the radio button.
   */
  protected takeUp(value: string): void;
  protected takeUp(): void {}
}
