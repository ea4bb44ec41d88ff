import { text } from '../api/decode.js';

/** What the ways to pay are called: the codes, and names in the languages of the countries. */
const names: Readonly<Record<string, readonly string[]>> = {
  invoice: ['invoice', 'faktura', 'papirfaktura', 'pappersfaktura', 'e-faktura', 'lasku', 'paper'],
  autoGiro: ['autogiro', 'avtalegiro', 'direct debit', 'suoraveloitus', 'betalingsservice'],
  recurringVippsPayment: [
    ...['recurringvippspayment', 'recurring vipps', 'vipps', 'vipps mobilepay', 'mobilepay'],
    ...['vipps-avtale', 'vipps agreement', 'fast betaling med vipps'],
  ],
  recurringPayExCardPayment: [
    ...['recurringpayexcardpayment', 'recurring payex', 'payex', 'card', 'credit card', 'kort'],
    ...['bankkort', 'betalingskort', 'kredittkort', 'kreditkort', 'maksukortti', 'betalkort'],
  ],
  recurringKlarnaPayment: ['recurringklarnapayment', 'recurring klarna', 'klarna'],
  recurringNexiPayment: ['recurringnexipayment', 'recurring nexi', 'nexi', 'nets', 'kort (nexi)'],
};

/** Only its letters, which are small: `RECURRING_VIPPS` is `recurringvipps`. */
export function letters(word: unknown): string {
  return text(word)
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** The documented code by what a way to pay may be called, in small letters alone. */
export const codes: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([code, words]) => words.map((word) => [letters(word), code])),
);

/** Whether a name, such as of a field, has one of some words in it. */
export function isNamed(name: string, words: readonly string[]): boolean {
  return words.some((word) => name.toLowerCase().includes(word));
}
