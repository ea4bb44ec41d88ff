import { fetchMethods, names, outline, styles, tag, type Method } from './methods.js';

const frame = document.createElement('template');
frame.innerHTML =
  '<section><slot><h2 part="heading">Payment method</h2></slot><div part="list">' +
  '<div part="item skeleton"></div>'.repeat(3) +
  '</div></section>';

const rowFrame = document.createElement('template');
rowFrame.innerHTML =
  '<div part="item" role="listitem"><slot><svg part="icon" viewBox="0 0 24 24" aria-hidden="true">' +
  '<path></path></svg></slot><span part="label"></span></div>';

/** The least that does the job: a custom element without a library. */
class HandWritten extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [styles];
    this.#root.replaceChildren(frame.content.cloneNode(true));
    void this.#load();
  }

  async #load(): Promise<void> {
    const list = this.#root.querySelector('[part=list]');
    try {
      const methods = await fetchMethods(this);
      list?.setAttribute('role', 'list');
      list?.replaceChildren(...methods.map(row));
    } catch {
      list?.replaceChildren('The service is not answering. Please try again.');
    }
  }
}

function row({ paymentMethod, current }: Method): Node {
  const item = rowFrame.content.cloneNode(true);
  if (!(item instanceof DocumentFragment)) return item;
  item.querySelector('slot')?.setAttribute('name', `icon-${paymentMethod}`);
  item.querySelector('path')?.setAttribute('d', outline(paymentMethod));
  item.querySelector('span')?.append(names[paymentMethod] ?? paymentMethod);
  if (current) {
    const badge = document.createElement('i');
    badge.append('In use');
    item.firstElementChild?.setAttribute('aria-current', 'true');
    item.firstElementChild?.append(badge);
  }
  return item;
}

customElements.define(tag, HandWritten);
