import { ConnectVippsPayment } from '../elements/vipps-payment.js';
import { define } from '../host/define.js';

define('connect-vipps-payment', ConnectVippsPayment);

declare global {
  interface HTMLElementTagNameMap {
    'connect-vipps-payment': ConnectVippsPayment;
  }
}
