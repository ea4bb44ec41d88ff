// A form of JustiFi's: the first field to fill in. It asks nothing before that.
import { defineCustomElement } from '@justifi/webcomponents/dist/module/justifi-card-billing-form-simple.js';

defineCustomElement();

class PeerJustifi extends HTMLElement {
  connectedCallback() {
    const form = document.createElement('justifi-card-billing-form-simple');
    this.append(form);
    const root = form.shadowRoot ?? form;
    const look = () => {
      if (root.querySelector('input')?.getBoundingClientRect().height) form.dataset.shown = '';
    };
    new MutationObserver(look).observe(root, { childList: true, subtree: true });
    look();
  }
}

customElements.define('peer-justifi', PeerJustifi);
