import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Internals } from './internals.js';

/** A field of forms. */
export interface LabelledHost extends ReactiveControllerHost, HTMLElement {
  readonly prerendered: { readonly isHydrating: boolean };
}

/** What a page's `<label for>` calls an element, which a screen reader cannot see from inside of it. */
export class Labels implements ReactiveController {
  readonly #host: LabelledHost;
  readonly #internals: Internals;
  #observer: MutationObserver | undefined;
  #text = '';

  constructor(host: LabelledHost, internals: Internals) {
    this.#host = host;
    this.#internals = internals;
    host.addController(this);
  }

  /** Empty without a label. */
  get text(): string {
    return this.#host.prerendered.isHydrating ? '' : this.#text;
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(this.#look);
    this.#look();
    // A label may have come or gone: the group is called by it when the reader comes to it.
    this.#host.addEventListener('focusin', this.#look);
  }

  hostUpdated(): void {
    this.#look();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#host.removeEventListener('focusin', this.#look);
  }

  readonly #look = (): void => {
    const { labels } = this.#internals;
    this.#observer?.disconnect();
    for (const label of labels) {
      this.#observer?.observe(label, { childList: true, characterData: true, subtree: true });
    }
    const text = labels.map((label) => this.#textOf(label)).join(' ');
    if (text === this.#text) return;
    this.#text = text;
    this.#host.requestUpdate();
  };

  /** Without what stands in the element itself, when the label is around it. */
  #textOf(label: Node): string {
    const others = [...label.childNodes].filter((node) => !node.contains(this.#host));
    return others
      .map((node) => node.textContent)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  }
}
