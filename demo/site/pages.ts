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

export function invoicesPage(
  settings: ConnectSettings,
  invoices: readonly InvoiceRow[],
  chosen: InvoiceRow | undefined,
) {
  return withSettings(
    settings,
    html`<table>
        <thead>
          <tr>
            <th>Invoice</th>
            <th>Due</th>
            <th class="amount">NOK</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${invoices.map(invoiceRow)}
        </tbody>
      </table>
      ${chosen ? html`<div class="card">${payInvoice(chosen)}</div>` : ''}`,
  );
}

function invoiceRow(invoice: InvoiceRow) {
  return html`<tr>
    <td>${invoice.invoiceNumber}</td>
    <td>${invoice.dueDate}</td>
    <td class="amount">${invoice.amount}</td>
    <td>
      ${invoice.isPaid ? 'Paid' : html`<a href="/invoices?pay=${invoice.invoiceNumber}">Pay</a>`}
    </td>
  </tr>`;
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

/** No settings of Connect: this element talks to the newspaper's own server, which has the key. */
export function vippsPaymentPage(src: string, origin: string, isStaff: boolean) {
  return html`<div class="card">
      <connect-config operation-origins="${origin}">
        <connect-vipps-payment src="${src}" ${isStaff ? 'merchant' : ''}></connect-vipps-payment>
      </connect-config>
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

export function frontPage() {
  return html`<p>
      These are the account pages of a small newspaper. Log in, then see how the subscription is
      paid, change it, or pay an invoice. The money is not real; the requests, the login and the
      redirects are.
    </p>
    <p><a class="button" href="/login">Log in as a subscriber</a></p>`;
}
