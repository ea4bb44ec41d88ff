import { ConnectPayInvoice } from '../elements/pay-invoice.js';
import { define } from '../host/define.js';

define('connect-pay-invoice', ConnectPayInvoice);

declare global {
  interface HTMLElementTagNameMap {
    'connect-pay-invoice': ConnectPayInvoice;
  }
}
