import type { ProductPaymentMethod } from './payment.js';

/** The ways in which a product can be paid (Change payment method), in the order in which they are shown. */
export const productMethods: readonly string[] = [
  'invoice',
  'autoGiro',
  'recurringVippsPayment',
  'recurringPayExCardPayment',
  'recurringKlarnaPayment',
  'recurringNexiPayment',
] satisfies readonly ProductPaymentMethod[];
