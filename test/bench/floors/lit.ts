import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { fetchMethods, names, outline, styles, tag, type Method } from './methods.js';

const skeletonRow = html`<div part="item skeleton"></div>`;

/** The least that does the job with Lit. */
class BareLit extends LitElement {
  static override styles = styles;

  #methods: readonly Method[] | undefined;
  #failed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    return html`<section>
      <slot><h2 part="heading">Payment method</h2></slot>
      ${this.#failed ? 'The service is not answering. Please try again.' : this.#renderList()}
    </section>`;
  }

  #renderList(): TemplateResult {
    if (!this.#methods) {
      return html`<div part="list">${skeletonRow}${skeletonRow}${skeletonRow}</div>`;
    }
    return html`<div part="list" role="list">${this.#methods.map(row)}</div>`;
  }

  async #load(): Promise<void> {
    try {
      this.#methods = await fetchMethods(this);
    } catch {
      this.#failed = true;
    }
    this.requestUpdate();
  }
}

function row({ paymentMethod, current }: Method): TemplateResult {
  return html`<div part="item" role="listitem" aria-current=${current ? 'true' : nothing}>
    <slot name=${`icon-${paymentMethod}`}
      ><svg part="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d=${outline(paymentMethod)}></path></svg></slot
    ><span part="label">${names[paymentMethod] ?? paymentMethod}</span
    >${current ? html`<i>In use</i>` : ''}
  </div>`;
}

customElements.define(tag, BareLit);
