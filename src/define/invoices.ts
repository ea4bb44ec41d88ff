import { ConnectInvoices } from '../elements/invoices.js';
import { define } from '../host/define.js';
import './pay-invoice.js';

define('connect-invoices', ConnectInvoices);

declare global {
  interface HTMLElementTagNameMap {
    'connect-invoices': ConnectInvoices;
  }
}
