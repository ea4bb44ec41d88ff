import { english as all } from '../../src/i18n/en/index.js';
import { fill } from '../../src/i18n/fill.js';
import { find } from '../../src/i18n/find.js';
import type { TextKey, Values } from '../../src/i18n/keys.js';

/** What the elements say in English under a key, with its values. */
export function english(key: TextKey, values: Values = {}): string {
  const text = find(all, key);
  if (text === undefined) throw new Error(`no English for ${key}`);
  return fill(text, values, 'en');
}

/** What a flow says while a number of seconds is waited for. */
export function pausing(
  flow: 'pay-invoice' | 'change-method' | 'add-agreement' | 'method-status' | 'vipps-payment',
  seconds: number,
): string {
  return english(`${flow}.wait`, { seconds });
}

/** What is said below a payment that is registered. */
export function receipt(transactionId: number, invoiceNumber = ''): string {
  const invoice = invoiceNumber && `${english('shared.invoice', { number: invoiceNumber })} · `;
  return invoice + english('shared.transaction', { number: String(transactionId) });
}
