// The same job with Adyen's Drop-in: methods that lead elsewhere, to choose from.
import { AdyenCheckout, Dropin, Redirect } from '@adyen/adyen-web';
import { listMethods } from './methods.js';

class PeerAdyen extends HTMLElement {
  async connectedCallback() {
    const place = document.createElement('div');
    this.append(place);
    const paymentMethods = (await listMethods(this)).map(({ paymentMethod }) => ({
      name: paymentMethod,
      type: paymentMethod,
    }));
    const checkout = await AdyenCheckout({
      clientKey: `test_${'A'.repeat(32)}`,
      environment: 'test',
      countryCode: 'NO',
      locale: 'en-US',
      amount: { value: 29500, currency: 'NOK' },
      analytics: { enabled: false },
      paymentMethodsResponse: { paymentMethods },
    });
    new Dropin(checkout, { paymentMethodComponents: [Redirect] }).mount(place);
  }
}

customElements.define('peer-adyen', PeerAdyen);
