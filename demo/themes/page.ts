import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { fixtures } from './fixtures.js';

/** The examples, each a file beside this one; `none` is how the elements come. */
export const themes = [
  'none',
  'daily',
  'magazine',
  'admin',
  'dark',
  'high-contrast',
  'square',
] as const;

/** How the page is looked at. */
interface Look {
  readonly theme: string;
  readonly direction: string;
  /** Whether the address carries what came of a payment. */
  readonly isBack: boolean;
}

/** The page at `/themes`, its style sheets, and the few answers that its elements ask for. */
export function themesPage(): Hono {
  const app = new Hono();
  app.get('/', (c) => {
    const asked = c.req.query('theme');
    const theme = themes.find((name) => name === asked) ?? 'none';
    const direction = c.req.query('dir') === 'rtl' ? 'rtl' : 'ltr';
    return c.html(page({ theme, direction, isBack: c.req.query('connect') !== undefined }));
  });
  app.route('/api', fixtures());
  app.use('/:file{[a-z-]+\\.css}', serveStatic({ root: './demo' }));
  return app;
}

function page(look: Look) {
  const { theme, direction } = look;
  return html`<!doctype html>
    <html lang="en" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>The same elements, under another style sheet</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/themes/page.css" />
        <link rel="stylesheet" href="/themes/reserve.css" />
        ${theme === 'none' ? '' : html`<link rel="stylesheet" href="/themes/${theme}.css" />`}
        <script type="module" src="/dist/cdn/connect-elements.js"></script>
      </head>
      <body>
        ${choice(look)}
        <main>
          <h1>My subscription</h1>
          ${elements(look)}
        </main>
      </body>
    </html>`;
}

const address = (theme: string, direction: string, more = '') =>
  `/themes?theme=${theme}&dir=${direction}${more}`;

/** Links: the switch needs no script. */
function choice({ theme, direction }: Look) {
  const link = (name: string, towards: string, label: string, isCurrent: boolean) =>
    html`<a href="${address(name, towards)}" ${isCurrent ? html`aria-current="page"` : ''}
      >${label}</a
    >`;
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  return html`<nav aria-label="Themes">
    ${themes.map((name) => link(name, direction, name, name === theme))}
    ${link(theme, other, other === 'rtl' ? 'right to left' : 'left to right', false)}
  </nav>`;
}

/** What comes back from a payment of an invoice, as the login server would write it. */
const back = (invoice: string, status: string) =>
  `&connect=pay-invoice~return~4711~vippsEcommerce~CO27409~${invoice}&status=${status}`;

function elements({ theme, direction, isBack }: Look) {
  const to = (invoice: string, status: string) => address(theme, direction, back(invoice, status));
  // The sandbox's account is not needed here: fixed answers stand in for an API.
  return html`<connect-config api-url="/themes/api" login-url="/themes" client-id="no.example">
      ${isBack ? html`<div class="card"><connect-outcome></connect-outcome></div>` : ''}
      <div class="card">
        <connect-pay-invoice
          invoice-number="7435367"
          product-code="CO27409"
          company-code="5646903690"
          amount="295.00"
        ></connect-pay-invoice>
      </div>
      <div class="card">
        <connect-payment-methods
          product-code="CO27409"
          style="--reserve-rows: 3"
        ></connect-payment-methods>
      </div>
      <div class="card"><connect-invoices product-code="CO27409"></connect-invoices></div>
      <div class="card">
        <connect-agreements
          provider="payex"
          product-code="CO27409"
          style="--reserve-rows: 2"
        ></connect-agreements>
      </div>
    </connect-config>
    <p>
      Back from a payment: <a href="${to('7435301', 'finished')}">paid</a> ·
      <a href="${to('7435368', 'cancelled')}">cancelled</a>. Pay shows a refusal.
    </p>`;
}
