// As a site that registers nothing by itself, and leaves the names to its pages.
export { ConnectConfig } from 'connect-elements/config';
export { ConnectInvoices } from 'connect-elements/invoices';
export { ConnectPayInvoice } from 'connect-elements/pay-invoice';
