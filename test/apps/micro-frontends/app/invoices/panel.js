import { configure } from 'connect-elements';

/** What this team shows on a page of the other's. */
export function mount(place) {
  place.innerHTML = `<connect-pay-invoice
    invoice-number="7435367"
    product-code="CO27409"
    company-code="5646903690"
  ></connect-pay-invoice>
  <button type="button">Norsk</button>`;
  place.querySelector('button').onclick = () => configure({ lang: 'nb' });
}
