import { ConnectOutcome } from '../elements/outcome.js';
import { define } from '../host/define.js';

define('connect-outcome', ConnectOutcome);

declare global {
  interface HTMLElementTagNameMap {
    'connect-outcome': ConnectOutcome;
  }
}
