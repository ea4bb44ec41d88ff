/** A live example of an element: markup that a reader can change. */
export interface Example {
  readonly markup: string;
  /** What to know of it; Markdown. */
  readonly note: string;
  /** What the address of the example's page says at first, as after a return from the login server. */
  readonly query?: string;
}

const back =
  'The way to the login server and the provider is real, and leads back here: log in there as Kari, ' +
  'then choose how it ends.';

export const examples: Readonly<Record<string, Example>> = {
  'connect-config': {
    markup: `<connect-config client-id="no.sandbox.newspaper">
  <connect-payment-methods product-code="CO27500"></connect-payment-methods>
  <connect-change-method product-code="CO27500"></connect-change-method>
</connect-config>`,
    note: 'Write `country="se"` on it: the elements then ask for a token of their own, since who changes the server inherits none.',
  },
  'connect-payment-methods': {
    markup: `<connect-payment-methods product-code="CO27500"></connect-payment-methods>`,
    note: 'Another `product-code`, such as `CO27410`, is not this subscriber’s: see what the element says then.',
  },
  'connect-pay-invoice': {
    markup: `<connect-pay-invoice
  invoice-number="7435500"
  product-code="CO27500"
  company-code="5646903690"
  amount="295.00"
></connect-pay-invoice>`,
    note: back,
  },
  'connect-change-method': {
    markup: `<connect-change-method product-code="CO27500"></connect-change-method>`,
    note: back,
  },
  'connect-invoices': {
    markup: `<connect-invoices product-code="CO27500"></connect-invoices>`,
    note: 'The attribute `unpaid` leaves out what is paid.',
  },
  'connect-agreements': {
    markup: `<connect-agreements provider="payex" product-code="CO27409">
  <h2>Your cards</h2>
</connect-agreements>`,
    note: back,
  },
  'connect-outcome': {
    markup: `<connect-outcome></connect-outcome>`,
    query: '&connect=pay-invoice~return~1~vippsEcommerce~CO27500~7435502&status=finished',
    note: 'The example begins as if the login server had just sent the browser back. The claim is made up; the element asks the server, which knows this invoice to be paid.',
  },
  'connect-due': {
    markup: `<connect-due product-code="CO27500" watch="card" dismissible></connect-due>`,
    note: 'Pay what is open, or choose Later: the strip goes, and what stands below it moves up.',
  },
  'connect-method-status': {
    markup: `<connect-method-status
  api-url="/examples/online-fundraising"
  guid="a863d62e-d53b-4651-9b7b-000000000001"
></connect-method-status>`,
    note: '`api-url` is a backend of the site, which has the merchant’s key.',
  },
  'connect-vipps-payment': {
    markup: `<connect-vipps-payment
  src="/examples/swedbank-pay/vipps/payments/latest"
></connect-vipps-payment>`,
    note: '`src` is at a backend of the site, which has the merchant’s key. With the attribute `merchant` the element also offers what the shop’s staff may do.',
  },
};
