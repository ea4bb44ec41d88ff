import { ConnectDue } from '../elements/due.js';
import { define } from '../host/define.js';
import './change-method.js';
import './pay-invoice.js';

define('connect-due', ConnectDue);

declare global {
  interface HTMLElementTagNameMap {
    'connect-due': ConnectDue;
  }
}
