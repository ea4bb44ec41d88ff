import { adoptStyles, LitElement, noChange } from 'lit';
import { isLive } from '../platform/live.js';
import { version } from './define.js';
import { keepFocus } from './redrawing.js';

/** Lit's hydration changes `LitElement` when both are loaded, which it has to be first to do. */
const hydrates = Object.hasOwn(LitElement, 'observedAttributes');

/** Whether a radio button is chosen. A server would write false as an attribute, which then is there. */
export function whenChecked(isChecked: boolean): unknown {
  return isLive || isChecked ? isChecked : noChange;
}

/** Where a server writes down what an element was given, since a page may change it before hydration. */
const note = 'data-given';

/** What an element renders by, however it was given, and the version of the templates. */
function given(host: PrerenderedHost): string {
  const names = [...host.constructor.elementProperties.keys()].filter(
    (name) => name !== 'subscriber',
  );
  const values = names.map((name): [PropertyKey, unknown] => [name, Reflect.get(host, name)]);
  return JSON.stringify({ version, ...Object.fromEntries(values) });
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

/**
 * The radio button that the reader has chosen before there was a script to notice.
 *
 * @param isOfServer Whether a server has rendered it for sure. A copy of what a script has rendered has the first choice
 * made too, and never as an attribute.
 */
function chosenIn(root: ParentNode, isOfServer: boolean): HTMLInputElement | undefined {
  const inputs = [...root.querySelectorAll('input')];
  if (!isOfServer && !inputs.some(({ defaultChecked }) => defaultChecked)) return undefined;
  return inputs.find(({ checked, defaultChecked }) => checked && !defaultChecked);
}

const isMark = (node: Node | null | undefined, mark: string) =>
  node instanceof Comment && node.data.startsWith(mark);

/** Of a text: whoever translates a page before its scripts have come puts an element there. */
const isReplaced = (node: Node) =>
  node instanceof Comment && node.data === 'lit-part' && node.nextSibling instanceof Element;

/**
 * Whether the comments are all there by which Lit finds what it has rendered, and the texts behind them. Minifiers and
 * caches take comments out of HTML, and so do ways to parse it; Lit then renders everything a second time below what
 * nobody drives.
 */
function isMarked(root: ShadowRoot): boolean {
  const driven = [root.querySelector('section'), ...root.querySelectorAll('input, button')];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  let open = 0;
  while (walker.nextNode()) {
    if (isReplaced(walker.currentNode)) return false;
    if (isMark(walker.currentNode, 'lit-part')) open++;
    if (isMark(walker.currentNode, '/lit-part')) open--;
  }
  const isFramed = isMark(root.lastChild, '/lit-part') && open === 0;
  return isFramed && driven.every((one) => isMark(one?.previousSibling, 'lit-node'));
}

/** Whether the browser is still reading what a server has rendered there: nothing stands behind it yet. */
function isBeingRead(host: Element): boolean {
  const isLoading = host.ownerDocument.readyState === 'loading' && host.hasAttribute(note);
  return isLoading && !host.firstChild && isLast(host);
}

/**
 * Whether nothing stands behind a node, nor behind those that it is part of: whose shadow root it is the last of, too.
 * What stands beside that root may have come before it.
 */
function isLast(node: Node): boolean {
  if (node.nextSibling) return false;
  const around = node instanceof ShadowRoot ? node.host : node.parentNode;
  return !around || isLast(around);
}

/** Resolves when the browser has read more of a page behind an element, or the end of it. */
function readMore(host: Element): Promise<unknown> {
  const page = host.ownerDocument;
  return new Promise((resolve) => {
    const hear = () => {
      observer.disconnect();
      page.removeEventListener('readystatechange', hear);
      resolve(page);
    };
    const observer = new MutationObserver(hear);
    const observe = (root: Node) => {
      observer.observe(root, { childList: true, subtree: true });
      if (root instanceof ShadowRoot) observe(root.host.getRootNode());
    };
    observe(host.getRootNode());
    page.addEventListener('readystatechange', hear);
  });
}

/** An element as a server may have rendered it. */
export interface PrerenderedHost extends LitElement {
  readonly constructor: Pick<
    typeof LitElement,
    'elementProperties' | 'elementStyles' | 'shadowRootOptions'
  >;
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
  /** Takes up what the reader had chosen, as if it were chosen now. */
  takeUp: (value: string) => void = () => {};
  readonly #host: PrerenderedHost;
  readonly #anew: () => void;
  #isHydrating = false;
  #isPreview = !isLive;
  /** What the server has written down. */
  #noted: string | null = null;
  /** Leads the reader to where they were, with what they had chosen before there was a script to notice. */
  #resume: (() => void) | undefined;

  /** @param anew Has the next update render everything from nothing. */
  constructor(host: PrerenderedHost, anew: () => void) {
    this.#host = host;
    this.#anew = anew;
    // Without one, no event of what is inside comes by on a server, and settings are asked for by event.
    if (!isLive) host.attachShadow(host.constructor.shadowRootOptions);
  }

  /**
   * Whether the rest of what a server has rendered is still on its way. Beside what is rendered by then the reader would
   * choose in the one and press the button of the other.
   *
   * @param again Called when more has come.
   */
  isComing(again: () => void): boolean {
    const host = this.#host;
    const isComing = isBeingRead(host);
    if (isComing) {
      void readMore(host).then(() => {
        if (host.isConnected && host.hasAttribute(note)) again();
      });
    }
    return isComing;
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
    const { shadowRootOptions } = host.constructor;
    this.#noted = host.getAttribute(note);
    host.removeAttribute(note);
    if (!shadowRoot) {
      if (!isLive || host.ownerDocument === document) return create();
      return this.#style(host.attachShadow(shadowRootOptions));
    }
    const refocus = keepFocus(shadowRoot);
    const chosen = chosenIn(shadowRoot, this.#noted !== null)?.value;
    this.#resume = () => {
      refocus();
      if (chosen) this.takeUp(chosen);
    };
    // What nobody has written down may be a copy of what somebody has used.
    this.#isHydrating = hydrates && this.#noted !== null && isMarked(shadowRoot);
    this.#isPreview = this.#isHydrating;
    if (this.#isHydrating) create();
    else shadowRoot.replaceChildren();
    return this.#style(shadowRoot);
  }

  /** Moved to another document: style sheets that were made in one are no good in another, also after the way back. */
  adopted(): void {
    if (this.#host.shadowRoot) this.#style(this.#host.shadowRoot);
  }

  /** @param performUpdate Lit's own: renders and calls what is to be called then. */
  performUpdate(performUpdate: () => void): void {
    const resume = this.#resume;
    this.#resume = undefined;
    performUpdate();
    if (this.#isHydrating) {
      this.#isHydrating = false;
      // Lit believes texts and attributes that differ, as long as the templates are the same.
      if (this.#noted !== given(this.#host)) this.#anew();
      this.#host.requestUpdate();
      performUpdate();
    }
    resume?.();
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
