import { html } from 'hono/html';

/** What the elements need to know of the servers. */
export interface ConnectSettings {
  apiUrl: string;
  loginUrl: string;
  clientId: string;
}

/** An invoice as the newspaper's server lists it. */
export interface InvoiceRow {
  invoiceNumber: string;
  productCode: string;
  companyCode: string;
  amount: string;
  dueDate: string;
  isPaid: boolean;
}

const withSettings = ({ apiUrl, loginUrl, clientId }: ConnectSettings, content: unknown) =>
  html`<connect-config
    api-url="${apiUrl}"
    login-url="${loginUrl}"
    client-id="${clientId}"
    token-url="/token"
    >${content}</connect-config
  >`;

export function subscriptionPage(settings: ConnectSettings, productCode: string) {
  return withSettings(
    settings,
    html`<p>Weekly Magazine, subscription ${productCode}. It renews by itself.</p>
      <div class="card">
        <connect-payment-methods product-code="${productCode}"></connect-payment-methods>
      </div>
      <div class="card">
        <connect-change-method product-code="${productCode}"></connect-change-method>
      </div>`,
  );
}

export function invoicesPage(settings: ConnectSettings, productCode: string) {
  return withSettings(
    settings,
    html`<div class="card">
      <connect-invoices product-code="${productCode}"></connect-invoices>
    </div>`,
  );
}

/** One invoice on a page of its own, as a link in a letter would lead to it. */
export function invoicePage(settings: ConnectSettings, invoice: InvoiceRow | undefined) {
  const content = invoice ? payInvoice(invoice) : html`<p>There is no such invoice.</p>`;
  return withSettings(
    settings,
    html`<div class="card">${content}</div>
      <p><a href="/invoices">To my invoices</a></p>`,
  );
}

export function agreementsPage(settings: ConnectSettings, productCode: string) {
  const names = { vipps: 'Vipps', payex: 'Cards', klarna: 'Klarna', nexi: 'Cards (Nexi)' };
  return withSettings(
    settings,
    Object.entries(names).map(
      ([provider, name]) =>
        html`<div class="card">
          <connect-agreements provider="${provider}" product-code="${productCode}">
            <h2>${name}</h2>
          </connect-agreements>
        </div>`,
    ),
  );
}

function payInvoice({ invoiceNumber, productCode, companyCode, amount }: InvoiceRow) {
  return html`<connect-pay-invoice
    invoice-number="${invoiceNumber}"
    product-code="${productCode}"
    company-code="${companyCode}"
    amount="${amount}"
  ></connect-pay-invoice>`;
}

export function returnPage(settings: ConnectSettings) {
  return withSettings(
    settings,
    html`<div class="card"><connect-outcome></connect-outcome></div>
      <p><a href="/invoices">To my invoices</a></p>`,
  );
}

/** A stored payment method as the newspaper's server knows it. */
export interface StoredMethodLink {
  guid: string;
  label: string;
}

export function storedMethodPage(chosen: string, others: readonly StoredMethodLink[]) {
  // No settings of Connect: this element talks to the newspaper's own server, which has the key.
  return html`<div class="card">
      <connect-method-status
        api-url="/backend/online-fundraising"
        guid="${chosen}"
      ></connect-method-status>
    </div>
    <details>
      <summary>Other payment methods of the sandbox</summary>
      <ul>
        ${others.map(
          ({ guid, label }) => html`<li><a href="/stored-method?guid=${guid}">${label}</a></li>`,
        )}
      </ul>
    </details>`;
}

/** No settings of Connect: this element talks to the newspaper's own server, which has the key. */
export function vippsPaymentPage(src: string, origin: string, isStaff: boolean) {
  return html`<div class="card">
      <connect-config operation-origins="${origin}">
        <connect-vipps-payment src="${src}" ${isStaff ? 'merchant' : ''}></connect-vipps-payment>
      </connect-config>
      <script type="module" src="/public/vipps.js"></script>
    </div>
    <p>
      <a href="/vipps-payment?new">Start another payment</a> ·
      ${
        isStaff
          ? html`<a href="/vipps-payment">As the subscriber sees it</a>`
          : html`<a href="/vipps-payment?merchant=1">As the newspaper's staff sees it</a>`
      }
    </p>`;
}
