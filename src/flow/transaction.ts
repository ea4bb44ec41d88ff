import type { Outcome } from '../api/connect/outcome.js';

/** The jobs that leave the page and come back. */
export type RedirectFlowName = 'pay-invoice' | 'change-method' | 'add-agreement';

export type { Outcome };

/** What a redirect is about. */
export interface Subject {
  readonly flow: RedirectFlowName;
  /** The API's code, one of the documented enum. */
  readonly paymentMethod: string;
  /** 1 to 12 characters, without `~`. */
  readonly productCode: string;
  /** 1 to 10 characters, without `~`; empty when there is no invoice. */
  readonly invoiceNumber: string;
  /**
   * What the server listed before, shortened, so that something new can be told from something old.
   * Not empty, without `~` and space. `add-agreement` always has it; `change-method` only where the method that is
   * asked for was in use already, and then it is that one.
   */
  readonly known?: string | undefined;
}

/** A subject with the id that the server gave it. */
export interface Transaction extends Subject {
  /** A safe integer above nought. */
  readonly transactionId: number;
}

/** What the address of a page says that a payer has come back to. A claim that anyone can type. */
export interface Arrival extends Transaction {
  readonly outcome: Outcome;
  /**
   * Nobody has named the parameter that the outcome stood in: it was found by its value. Such a one is told
   * like any other, but the server is asked as long as after `unknown`, also when it says that nothing came of it.
   */
  readonly isGuessed?: true;
}

/** The flows that leave and come back. */
export const redirectFlows: readonly RedirectFlowName[] = [
  'pay-invoice',
  'change-method',
  'add-agreement',
];
