/** A component of a site's own, as one would write it around an element. */
export class AccountPage extends HTMLElement {
  connectedCallback() {
    const element = document.createElement('connect-pay-invoice');
    const about = {
      'api-url': 'https://api.example/capi',
      'login-url': 'https://login.example/login',
      'client-id': 'no.example.gazette',
      'invoice-number': '7435367',
      'product-code': 'CO27409',
      'company-code': '5646903690',
      lang: 'en',
    };
    for (const [name, value] of Object.entries(about)) element.setAttribute(name, value);
    element.token = 'of-kari';
    const said = document.createElement('p');
    element.addEventListener('connect-outcome', ({ detail }) => {
      said.textContent = detail.outcome === 'finished' ? 'Thank you' : 'Not paid';
    });
    this.append(element, said);
  }
}

customElements.define('gazette-account', AccountPage);
