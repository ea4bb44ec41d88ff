// What some servers put in the place of a window and a document, before anything else.
import '@lit-labs/ssr/lib/install-global-dom-shim.js';
import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

await import('connect-elements');
console.log(
  await collectResult(
    render(
      html`<connect-pay-invoice
        invoice-number="1"
        product-code="P"
        company-code="C"
      ></connect-pay-invoice>`,
    ),
  ),
);
