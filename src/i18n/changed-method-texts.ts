import { changeMethod } from './en/change-method.js';
import { has } from './has.js';

/** What a payment method of a product is called, and a second line about it; nothing for one that we do not know. */
export function changedMethodTexts(paymentMethod: string) {
  const [name, hint] = [`method.${paymentMethod}`, `method.${paymentMethod}.hint`] as const;
  return {
    name: has(changeMethod, name) ? (`change-method.${name}` as const) : undefined,
    hint: has(changeMethod, hint) ? (`change-method.${hint}` as const) : undefined,
  };
}
