import { nothing, render, type RenderOptions } from 'lit';
import { isLive } from '../platform/live.js';

type Root = HTMLElement | DocumentFragment;

const changes = { childList: true, characterData: true, subtree: true };

/**
 * Renders from nothing what somebody else has changed. Whoever translates a page puts elements of its own in the place
 * of Lit's texts, or drops the comments by which Lit finds its parts: a button would name one amount and ask for
 * another, or nothing could be rendered any more.
 */
export class Redrawing {
  readonly #observer = isLive ? new MutationObserver(() => (this.#isChanged = true)) : undefined;
  #isChanged = false;

  /** The next update renders from nothing. */
  anew(): void {
    this.#isChanged = true;
  }

  /** @param update Lit's own: renders. */
  update(root: Root, options: RenderOptions, update: () => void): void {
    const isForeign = this.#isChanged || !!this.#observer?.takeRecords().length;
    this.#observer?.disconnect();
    this.#isChanged = false;
    try {
      if (isForeign) redraw(root, options, update);
      else update();
    } finally {
      // Styles that an extension puts beside it are none of it.
      const parts = [...root.children].filter(({ localName }) => localName !== 'style');
      for (const part of parts) this.#observer?.observe(part, changes);
    }
  }
}

function redraw(root: Root, options: RenderOptions, update: () => void): void {
  const refocus = keepFocus(root);
  render(nothing, root, options);
  update();
  refocus();
}

/** Gives what leads the reader back to the same control, or to the element where that has gone. */
export function keepFocus(root: Root): () => void {
  const focused = root.querySelector<HTMLElement>(':focus');
  if (!focused) return () => {};
  const place = sameAs(focused, root).indexOf(focused);
  return () => {
    const again = sameAs(focused, root)[place] ?? root.querySelector<HTMLElement>('section');
    again?.focus({ preventScroll: true });
  };
}

/** What says or chooses the same. */
function sameAs(one: HTMLElement, root: Root): HTMLElement[] {
  const nameOf = (element: HTMLElement) => element.getAttribute('value') ?? element.dataset['key'];
  const all = [...root.querySelectorAll<HTMLElement>(one.localName)];
  return all.filter((other) => nameOf(other) === nameOf(one));
}
