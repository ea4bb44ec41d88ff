/** What the press is measured beside: an element by hand that reads whether the invoice is paid, pays it, and leaves. */
class HandPressed extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.append('Pay');
    button.onclick = () => void this.#pay();
    this.attachShadow({ mode: 'open' }).append(button);
  }

  async #pay(): Promise<void> {
    const setting = (name: string) => this.getAttribute(name) ?? '';
    const productCode = setting('product-code');
    const invoiceNumber = setting('invoice-number');
    const list = await this.#ask(`/v1/customer/invoice/payment/${productCode}`);
    if (JSON.stringify(list).includes(`"${invoiceNumber}","paid":true`)) return;
    const companyCode = setting('company-code');
    const payment = { invoiceNumber, productCode, companyCode, paymentMethod: 'creditcardPayex' };
    const made = await this.#ask('/v1/api/payment/invoice', payment);
    const id = typeof made === 'object' && made !== null && 'transactionId' in made;
    const back = encodeURIComponent(location.href);
    const query = `clientId=${setting('client-id')}&returnUrl=${back}&errorUrl=${back}`;
    const about = `transactionId=${id ? String(made.transactionId) : ''}`;
    location.assign(`${setting('login-url')}/payment/invoice/pay?${query}&${about}`);
  }

  async #ask(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.getAttribute('api-url')}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${this.getAttribute('token')}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body ? JSON.stringify(body) : null,
      credentials: 'omit',
      cache: 'no-store',
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response.json();
  }
}

customElements.define('hand-pressed', HandPressed);
