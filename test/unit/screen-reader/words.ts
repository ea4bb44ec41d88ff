/** What is pressed and waited for in the flows: the elements' own words, so that a change of wording is one here. */
export { agreements } from '../../../src/i18n/agreements.js';
export { changeMethod, errorText, payInvoice, texts } from '../../../src/i18n/en.js';
export { invoices } from '../../../src/i18n/invoices.js';
export { methodStatus } from '../../../src/i18n/method-status.js';
export { vippsPayment } from '../../../src/i18n/vipps-payment.js';
export { filled, pausing } from '../english.js';
