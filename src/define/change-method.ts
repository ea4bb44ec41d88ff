import { ConnectChangeMethod } from '../elements/change-method.js';
import { define } from '../host/define.js';

define('connect-change-method', ConnectChangeMethod);

declare global {
  interface HTMLElementTagNameMap {
    'connect-change-method': ConnectChangeMethod;
  }
}
