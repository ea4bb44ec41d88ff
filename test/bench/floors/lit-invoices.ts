import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { field, styles } from './methods.js';

interface Invoice {
  readonly invoiceNumber: string;
  readonly dueDate: string;
  readonly amount: number;
  readonly isPaid: boolean;
}

/** The least that lists invoices with Lit: the unpaid first, twenty until all are asked for. */
class BareInvoices extends LitElement {
  static override styles = styles;

  #invoices: readonly Invoice[] = [];
  #isAllShown = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const shown = this.#isAllShown ? this.#invoices : this.#invoices.slice(0, 20);
    return html`<section>
      <slot><h2 part="heading">Invoices</h2></slot>
      <div part="list" role="list">${shown.map(row)}</div>
      ${
        shown.length < this.#invoices.length
          ? html`<button data-key="invoices.all" @click=${() => this.#showAll()}>Show all</button>`
          : nothing
      }
    </section>`;
  }

  #showAll(): void {
    this.#isAllShown = true;
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    const setting = (name: string) => this.getAttribute(name) ?? '';
    const code = encodeURIComponent(setting('product-code'));
    const response = await fetch(`${setting('api-url')}/v1/customer/invoice/payment/${code}`, {
      headers: { Accept: 'application/json', Authorization: `Bearer ${setting('token')}` },
    });
    const list = field(await response.json(), 'invoices');
    const invoices = Array.isArray(list) ? list.map(decode) : [];
    this.#invoices = invoices.sort(
      (a, b) => Number(a.isPaid) - Number(b.isPaid) || (a.dueDate < b.dueDate ? -1 : 1),
    );
    this.requestUpdate();
  }
}

function decode(item: unknown): Invoice {
  return {
    invoiceNumber: String(field(item, 'invoiceNumber')),
    dueDate: String(field(item, 'dueDate')),
    amount: Number(field(item, 'invoiceAmount')),
    isPaid: field(item, 'invoiceStatus') === 'Paid',
  };
}

const money = () => new Intl.NumberFormat('en', { style: 'currency', currency: 'NOK' });
const day = () => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
let formats: { money: Intl.NumberFormat; day: Intl.DateTimeFormat } | undefined;

function row({ invoiceNumber, dueDate, amount, isPaid }: Invoice): TemplateResult {
  const { money: sums, day: days } = (formats ??= { money: money(), day: day() });
  return html`<div part="item" role="listitem">
    <span part="label">Invoice ${invoiceNumber}</span>
    <span part="description">${isPaid ? 'Paid' : html`Due ${days.format(new Date(dueDate))}`}</span>
    <b>${sums.format(amount)}</b>${isPaid ? nothing : html`<button>Pay</button>`}
  </div>`;
}

customElements.define('connect-invoices', BareInvoices);
