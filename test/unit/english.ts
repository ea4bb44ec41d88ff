import { texts } from '../../src/i18n/en.js';

/** A text with a value put in, as the elements say it in English. */
export function filled(text: string, value: string | number): string {
  return text.replace('{0}', String(value));
}

/** What is said while a number of seconds is waited for. */
export function pausing(count: number): string {
  return filled(texts.pausing, `${count} s`);
}

/** What is said below a payment that is registered. */
export function receipt(transactionId: number, invoiceNumber = ''): string {
  const invoice = invoiceNumber && `${filled(texts.invoice, invoiceNumber)} · `;
  return invoice + filled(texts.transaction, transactionId);
}
