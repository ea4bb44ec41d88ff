import { ConnectAgreements } from '../elements/agreements.js';
import { define } from '../host/define.js';

define('connect-agreements', ConnectAgreements);

declare global {
  interface HTMLElementTagNameMap {
    'connect-agreements': ConnectAgreements;
  }
}
