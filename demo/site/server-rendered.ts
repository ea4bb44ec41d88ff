import { pathToFileURL } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { Hono } from 'hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { html as text, raw } from 'hono/html';
import { html } from 'lit';
import type { ConnectSettings, InvoiceRow } from './pages.js';

/** What the page may be asked for. */
export interface Wish {
  /** BCP 47 tag; the languages of the library, and English. */
  readonly lang: string;
  /** Whether the file for a script tag takes over, instead of the package with Lit's hydration. */
  readonly isScriptTag: boolean;
}

/** What the package imports; a site's bundler finds it by itself. */
const imports = {
  'connect-elements': '/dist/index.js',
  lit: '/modules/lit/index.js',
  'lit/': '/modules/lit/',
  'lit-element/': '/modules/lit-element/',
  'lit-html': '/modules/lit-html/lit-html.js',
  'lit-html/': '/modules/lit-html/',
  '@lit/context': '/modules/@lit/context/index.js',
  '@lit/reactive-element': '/modules/@lit/reactive-element/reactive-element.js',
  '@lit/reactive-element/': '/modules/@lit/reactive-element/',
  '@lit-labs/ssr-client/': '/modules/@lit-labs/ssr-client/',
};

/** As a site would import them, from what was built; once, when a page asks first. */
let elements: Promise<unknown> | undefined;

function loadElements(): Promise<unknown> {
  const files = ['dist/index.js', 'dist/ssr.js'].map((file) => pathToFileURL(file).href);
  return (elements ??= Promise.all(files.map((file): Promise<unknown> => import(file))));
}

/** Some of the subscriber's pages, with what the elements can show before any script has run. */
export async function serverRenderedPage(
  { apiUrl, loginUrl, clientId }: ConnectSettings,
  invoice: InvoiceRow | undefined,
  productCode: string,
  { lang }: Wish,
) {
  await loadElements();
  // Back from the provider, the page is about the same invoice.
  const choice = html`<connect-pay-invoice
    return-url=${`/server-rendered?pay=${invoice?.invoiceNumber}`}
    invoice-number=${invoice?.invoiceNumber}
    product-code=${invoice?.productCode}
    company-code=${invoice?.companyCode}
    amount=${invoice?.amount}
  ></connect-pay-invoice>`;
  const page = html`<connect-config
    lang=${lang}
    api-url=${apiUrl}
    login-url=${loginUrl}
    client-id=${clientId}
    token-url="/token"
  >
    ${invoice ? html`<div class="card">${choice}</div>` : ''}
    <div class="card">
      <connect-change-method
        product-code=${productCode}
        methods="recurringVippsPayment recurringPayExCardPayment autoGiro"
      ></connect-change-method>
    </div>
    <div class="card">
      <connect-payment-methods product-code=${productCode}></connect-payment-methods>
    </div>
  </connect-config>`;
  return text`${links}${raw(await collectResult(render(page)))}`;
}

const links = text`<p>
  A server has rendered this page, so that it is there without JavaScript too. The same in
  <a href="?">English</a> · <a href="?lang=nb">Norwegian</a> · <a href="?lang=fi">Finnish</a> ·
  <a href="?script-tag">with the file for a script tag</a> ·
  <a href="/docs/server-rendering.html">how it is done</a>
</p>`;

/** What takes over in the browser. Hydration has to be there before Lit is. */
export function takeover({ isScriptTag }: Wish) {
  if (isScriptTag) {
    return text`<script type="module" src="/dist/cdn/connect-elements.js"></script>`;
  }
  return text`<script type="importmap">
      ${raw(JSON.stringify({ imports }))}
    </script>
    <script type="module" src="/public/hydrate.js"></script>`;
}

/** The modules of Lit, as they are installed. */
export function modules(): Hono {
  const app = new Hono();
  for (const name of ['lit', 'lit-element', 'lit-html', '@lit', '@lit-labs/ssr-client']) {
    const rewriteRequestPath = (path: string) => path.replace('/modules', '');
    app.use(`/${name}/*`, serveStatic({ root: './node_modules', rewriteRequestPath }));
  }
  return app;
}
