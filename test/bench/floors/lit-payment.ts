import { html, LitElement, type TemplateResult } from 'lit';
import { names, outline, styles } from './methods.js';

const methods = ['vippsEcommerce', 'payEx', 'nexi', 'swish'] as const;

/** The least that offers with Lit to pay an invoice, with what it costs: it asks nothing, as `connect-pay-invoice` does. */
class BarePayment extends LitElement {
  static override styles = styles;

  protected override render(): TemplateResult {
    const amount = new Intl.NumberFormat('en', { style: 'currency', currency: 'NOK' });
    const sum = amount.format(Number(this.getAttribute('amount')));
    return html`<section>
      <slot><h2 part="heading">Pay</h2></slot>
      <p>Invoice ${this.getAttribute('invoice-number')}<br /><big>${sum}</big></p>
      <fieldset part="list">${methods.map(row)}</fieldset>
      <button>Pay ${sum}</button>
    </section>`;
  }
}

function row(method: string, index: number): TemplateResult {
  return html`<label part="item"
    ><input type="radio" name="choice" value=${method} .checked=${index === 0} />
    <svg part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${outline(method)}></path></svg>
    <span part="label">${names[method] ?? method}</span></label
  >`;
}

customElements.define('connect-pay-invoice', BarePayment);
