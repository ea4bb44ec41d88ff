import { addAgreement } from './add-agreement.js';
import { agreements } from './agreements.js';
import { changeMethod } from './change-method.js';
import { due } from './due.js';
import { invoices } from './invoices.js';
import { methodStatus } from './method-status.js';
import { outcome } from './outcome.js';
import { payInvoice } from './pay-invoice.js';
import { paymentMethods } from './payment-methods.js';
import { shared } from './shared.js';
import { vippsPayment } from './vipps-payment.js';

/** All that the elements say in English, by place. An element takes those of its own places alone. */
export const english = {
  shared,
  'payment-methods': paymentMethods,
  'pay-invoice': payInvoice,
  'change-method': changeMethod,
  'add-agreement': addAgreement,
  agreements,
  invoices,
  'method-status': methodStatus,
  'vipps-payment': vippsPayment,
  outcome,
  due,
};
