/** Registers every element. The file for a script tag gives no more than this: a page asks `customElements` for classes. */
import './define/config.js';
import './define/payment-methods.js';
import './define/pay-invoice.js';
import './define/change-method.js';
import './define/invoices.js';
import './define/agreements.js';
import './define/outcome.js';
import './define/due.js';
import './define/method-status.js';
import './define/vipps-payment.js';

export { configure } from './host/page-settings.js';
export { signedOut } from './host/signed-out.js';
export { version } from './host/define.js';
