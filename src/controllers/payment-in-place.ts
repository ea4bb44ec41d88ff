import type { ReactiveController } from 'lit';
import { leftOf, type Invoice } from '../api/connect/invoice-list.js';
import type { ConnectElement } from '../host/connect-element.js';
import { isUnderWay, openedElement, settle, TakenOut } from './opened-element.js';

/** The invoice of a list that is paid below its row, by an element of its own. */
export class PaymentInPlace implements ReactiveController {
  readonly #host: ConnectElement;
  #opened: { readonly invoice: Invoice; readonly element: HTMLElement } | undefined;
  readonly #takenOut = new TakenOut();

  constructor(host: ConnectElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The one that is paid; as paid, once the server has confirmed it. */
  get invoice(): Invoice | undefined {
    return this.#opened?.invoice;
  }

  get element(): HTMLElement | undefined {
    return this.#opened?.element;
  }

  /** Whether it is at the server, or leaves for the login server. */
  get isUnderWay(): boolean {
    return isUnderWay(this.element);
  }

  /** Whether there is an element to pay with. */
  static get isPossible(): boolean {
    return customElements.get('connect-pay-invoice') !== undefined;
  }

  /** @param productCode Of the list; an invoice may have none of its own. */
  open(invoice: Invoice, productCode: string | undefined): void {
    const { invoiceNumber, companyCode } = invoice;
    const left = leftOf(invoice);
    const about = { invoiceNumber, productCode: invoice.productCode || productCode, companyCode };
    const priced = { ...about, ...(left && { amount: left.toFixed(2) }) };
    const element = openedElement('connect-pay-invoice', priced, ({ shadowRoot }) =>
      shadowRoot?.querySelector('input')?.focus(),
    );
    // The row is heading enough.
    element.append(Object.assign(document.createElement('span'), { hidden: true }));
    element.addEventListener('connect-confirmed', ({ detail }) => {
      if (detail.confirmed) this.#opened = { element, invoice: asPaid(invoice) };
    });
    this.#opened = { invoice, element };
    this.#host.requestUpdate();
  }

  /** The focus goes back to the row's button. */
  async close(): Promise<void> {
    const row = this.element?.parentElement;
    this.#opened = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    row?.querySelector('button')?.focus();
  }

  /** The list is read anew, or has left the page. */
  forget(): void {
    if (!this.#takenOut.keeps(this.element, this.#host)) this.#opened = undefined;
  }

  /** The list was read: what it does not have may be of a subscriber who has logged out meanwhile. */
  listed(isListed: boolean): void {
    if (!isListed && !this.element?.isConnected) this.#opened = undefined;
  }

  hostUpdate(): void {
    settle(this.element, this.#host);
  }
}

function asPaid(invoice: Invoice): Invoice {
  return { ...invoice, standing: 'paid', isPaid: true };
}
