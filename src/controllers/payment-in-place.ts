import type { ConnectElement } from '../host/connect-element.js';
import type { Invoice } from '../api/connect/invoice-list.js';

/** The invoice of a list that is paid below its row, by an element of its own. */
export class PaymentInPlace {
  readonly #host: ConnectElement;
  #opened: { readonly invoice: Invoice; readonly element: HTMLElement } | undefined;

  constructor(host: ConnectElement) {
    this.#host = host;
  }

  /** The one that is paid; as paid, once the server has confirmed it. */
  get invoice(): Invoice | undefined {
    return this.#opened?.invoice;
  }

  get element(): HTMLElement | undefined {
    return this.#opened?.element;
  }

  /** Whether there is an element to pay with. */
  static get isPossible(): boolean {
    return customElements.get('connect-pay-invoice') !== undefined;
  }

  /** @param productCode Of the list; an invoice may have none of its own. */
  open(invoice: Invoice, productCode: string | undefined): void {
    const { invoiceNumber, companyCode, total } = invoice;
    const element = document.createElement('connect-pay-invoice');
    const about = { invoiceNumber, productCode: invoice.productCode || productCode, companyCode };
    Object.assign(element, about, total && { amount: total.toFixed(2) });
    // The row is heading enough.
    element.append(Object.assign(document.createElement('span'), { hidden: true }));
    element.addEventListener('connect-confirmed', ({ detail }) => {
      if (detail.confirmed) this.#opened = { element, invoice: asPaid(invoice) };
    });
    const focus = () => element.shadowRoot?.querySelector('input')?.focus();
    const onLoad = () => void element.updateComplete.then(focus);
    element.addEventListener('connect-load', onLoad, { once: true });
    this.#opened = { invoice, element };
    this.#host.requestUpdate();
  }

  /** The focus goes back to the row's button. */
  async close(): Promise<void> {
    const row = this.element?.parentElement;
    this.forget();
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    row?.querySelector('button')?.focus();
  }

  forget(): void {
    this.#opened = undefined;
  }

  /** It is paid by the same settings as the list is read. */
  settle(): void {
    if (this.element) Object.assign(this.element, this.#host.ownSettings());
  }
}

function asPaid(invoice: Invoice): Invoice {
  return { ...invoice, standing: 'paid', isPaid: true };
}
