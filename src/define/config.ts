import { ConnectConfig } from '../elements/config.js';
import { define } from '../host/define.js';

define('connect-config', ConnectConfig);

declare global {
  interface HTMLElementTagNameMap {
    'connect-config': ConnectConfig;
  }
}
