import { ConnectMethodStatus } from '../elements/method-status.js';
import { define } from '../host/define.js';

define('connect-method-status', ConnectMethodStatus);

declare global {
  interface HTMLElementTagNameMap {
    'connect-method-status': ConnectMethodStatus;
  }
}
