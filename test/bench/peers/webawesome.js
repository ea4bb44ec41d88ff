// The same job with a radio group of Web Awesome: what the API lists, to choose from.
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js';
import '@awesome.me/webawesome/dist/components/radio/radio.js';
import { listMethods } from './methods.js';

class PeerWebawesome extends HTMLElement {
  async connectedCallback() {
    const group = document.createElement('wa-radio-group');
    group.label = 'Payment method';
    const radios = (await listMethods(this)).map(({ paymentMethod }) => {
      const radio = Object.assign(document.createElement('wa-radio'), { value: paymentMethod });
      radio.append(paymentMethod);
      return radio;
    });
    group.append(...radios);
    this.append(group);
    // Its texts have a height before it is anything to choose from.
    await radios[0].updateComplete;
    radios[0].dataset.shown = '';
  }
}

customElements.define('peer-webawesome', PeerWebawesome);
