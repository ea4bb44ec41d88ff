import type { Families, Texts } from '../keys.js';
import { addAgreement } from './add-agreement.js';
import { agreements } from './agreements.js';
import { changeMethod } from './change-method.js';
import { due } from './due.js';
import { invoices } from './invoices.js';
import { outcome } from './outcome.js';
import { payInvoice } from './pay-invoice.js';
import { paymentMethods } from './payment-methods.js';
import { shared } from './shared.js';

export default {
  shared,
  'payment-methods': paymentMethods,
  'pay-invoice': payInvoice,
  'change-method': changeMethod,
  'add-agreement': addAgreement,
  agreements,
  invoices,
  outcome,
  due,
} satisfies Texts<Families['connect']>;
