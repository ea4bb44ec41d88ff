import { payInvoice } from './en/pay-invoice.js';
import { has } from './has.js';

/** What a way to pay an invoice is called, and a second line about it; nothing for one that we do not know. */
export function invoiceMethodTexts(paymentMethod: string) {
  const [name, hint] = [`method.${paymentMethod}`, `method.${paymentMethod}.hint`] as const;
  return {
    name: has(payInvoice, name) ? (`pay-invoice.${name}` as const) : undefined,
    hint: has(payInvoice, hint) ? (`pay-invoice.${hint}` as const) : undefined,
  };
}
