import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { render } from '@lit-labs/ssr';
import { RenderResultReadable } from '@lit-labs/ssr/lib/render-result-readable.js';
import { html } from '@lit-labs/ssr';
import 'connect-elements';
import { styleSources } from 'connect-elements/ssr';

const { API_URL, LOGIN_URL, CLIENT_ID, TOKEN_URL } = process.env;
const policy = `default-src 'self'; connect-src *; img-src data:; style-src ${(await styleSources()).join(' ')}`;

const page = (lang) =>
  html`<!doctype html>
    <html lang=${lang}>
      <head>
        <meta charset="utf-8" />
        <title>Invoice</title>
        <link rel="icon" href="data:," />
        <script type="module" src="/elements/connect-elements.js"></script>
      </head>
      <body>
        <connect-config
          lang=${lang}
          api-url=${API_URL}
          login-url=${LOGIN_URL}
          client-id=${CLIENT_ID}
          token-url="/token"
          token="not-for-the-page"
        >
          <connect-pay-invoice
            invoice-number="7435367"
            product-code="CO27409"
            company-code="5646903690"
            amount="295.00"
          ></connect-pay-invoice>
          <connect-invoices product-code="CO27409"></connect-invoices>
        </connect-config>
      </body>
    </html>`;

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/token') {
    response.setHeader('Content-Type', 'application/json');
    response.end(await (await fetch(TOKEN_URL)).text());
  } else if (/^\/elements\/[\w./-]+\.js$/.test(pathname) && !pathname.includes('..')) {
    const file = `node_modules/connect-elements/dist/cdn/${pathname.slice('/elements/'.length)}`;
    response.setHeader('Content-Type', 'text/javascript');
    response.end(await readFile(file));
  } else {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy);
    new RenderResultReadable(render(page(searchParams.get('lang') ?? 'en'))).pipe(response);
  }
});
server.listen(0, 'localhost', () => console.log(`http://localhost:${server.address().port}/`));
