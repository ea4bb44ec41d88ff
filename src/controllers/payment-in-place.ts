import { leftOf, type Invoice } from '../api/connect/invoice-list.js';
import { OpenedElement } from './opened-element.js';

/** The invoice of a list that is paid below its row, by an element of its own. */
export class PaymentInPlace extends OpenedElement {
  #invoice: Invoice | undefined;

  /** The one that is paid; as paid, once the server has confirmed it. */
  get invoice(): Invoice | undefined {
    return this.element && this.#invoice;
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
    const element = this.put('connect-pay-invoice', priced, ({ shadowRoot }) =>
      shadowRoot?.querySelector('input')?.focus(),
    );
    // The row is heading enough.
    element.append(Object.assign(document.createElement('span'), { hidden: true }));
    element.addEventListener('connect-confirmed', ({ detail }) => {
      if (detail.confirmed && element === this.element) this.#invoice = asPaid(invoice);
    });
    this.#invoice = invoice;
  }

  /** The focus goes back to the row's button. */
  async close(): Promise<void> {
    const row = this.element?.parentElement;
    this.takeOut();
    await this.host.updateComplete;
    row?.querySelector('button')?.focus();
  }

  /** The list was read: what it does not have may be of a subscriber who has logged out meanwhile. */
  listed(isListed: boolean): void {
    if (!isListed && this.element?.isConnected === false) this.takeOut();
  }
}

function asPaid(invoice: Invoice): Invoice {
  return { ...invoice, standing: 'paid', isPaid: true };
}
