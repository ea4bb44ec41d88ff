import type { Clock } from './clock.js';
import type { Spoken } from './dialects/spoken.js';
import type { Outcome, TransactionKind } from './names.js';

export interface TransactionSubject {
  readonly subscriber: string;
  readonly kind: TransactionKind;
  readonly paymentMethod: string;
  readonly productCode: string;
  /** Only for an invoice. */
  readonly invoiceNumber?: string;
}

export interface Transaction extends TransactionSubject {
  readonly id: number;
  readonly completed: boolean;
}

const firstId = 12378954;

/** The open and the completed transactions, and those that are registered a while after. */
export class Transactions {
  #all: Transaction[] = [];

  constructor(
    private readonly settleAfter: number,
    private readonly clock: Clock,
    private readonly spoken: Spoken,
    private readonly register: (transaction: Transaction, ticket: string) => void,
  ) {}

  get all(): readonly Transaction[] {
    return this.#all;
  }

  add(subject: TransactionSubject): number {
    const id = firstId + this.#all.length;
    this.#all.push({ ...subject, id, completed: false });
    return id;
  }

  get(id: number): Transaction | undefined {
    return this.#all.find((transaction) => transaction.id === id);
  }

  /** @param ticket The token of a card whose place a new one takes. */
  complete(transaction: Transaction, outcome: Outcome, ticket = ''): void {
    const { id } = transaction;
    this.#all = this.#all.map((one) => (one.id === id ? { ...one, completed: true } : one));
    const isRegistered = outcome === 'finished' || this.spoken.registers(outcome);
    if (!isRegistered && outcome !== 'initiated') return;
    const later = this.spoken.lateness(transaction.kind) + (isRegistered ? 0 : this.settleAfter);
    this.clock.later(later, () => this.register(transaction, ticket));
  }

  clear(): void {
    this.clock.clear();
    this.#all = [];
  }
}
