// What a server renders of a page: printed, with the settings of its environment.
import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import 'connect-elements';
import 'connect-elements/ssr';

const { API_URL, LOGIN_URL, CLIENT_ID } = process.env;

const page = html`<connect-config
  api-url=${API_URL}
  login-url=${LOGIN_URL}
  client-id=${CLIENT_ID}
  token-url="/token"
  ><connect-pay-invoice
    invoice-number="7435367"
    product-code="CO27409"
    company-code="5646903690"
    amount="295.00"
  ></connect-pay-invoice
></connect-config>`;

console.log(await collectResult(render(page)));
