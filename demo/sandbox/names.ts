import type { AgreementKind } from './agreements.js';

export const outcomes = [
  'finished',
  'cancelled',
  'failed',
  'unknown',
  'initiated',
  'error',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What a transaction is about. */
export type TransactionKind = 'invoice' | 'method' | AgreementKind;

export const productMethods = [
  'invoice',
  'autoGiro',
  'recurringVippsPayment',
  'recurringPayExCardPayment',
  'recurringKlarnaPayment',
  'recurringNexiPayment',
] as const;

/** What a payer reads on the page of each method. */
export const methodNames = new Map([
  ['creditcardPayex', 'Card (PayEx)'],
  ['swishPayex', 'Swish (PayEx)'],
  ['vippsEcommerce', 'Vipps'],
  ['nexi', 'Nexi'],
  ['invoice', 'Invoice'],
  ['autoGiro', 'Avtalegiro'],
  ['recurringVippsPayment', 'Vipps agreement'],
  ['recurringPayExCardPayment', 'Card agreement (PayEx)'],
  ['recurringKlarnaPayment', 'Klarna agreement'],
  ['recurringNexiPayment', 'Nexi agreement'],
]);

export function toOutcome(value: unknown): Outcome | undefined {
  return outcomes.find((outcome) => outcome === value);
}
