import { ConnectPaymentMethods } from '../elements/payment-methods.js';
import { define } from '../host/define.js';

define('connect-payment-methods', ConnectPaymentMethods);

declare global {
  interface HTMLElementTagNameMap {
    'connect-payment-methods': ConnectPaymentMethods;
  }
}
