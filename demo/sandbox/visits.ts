import { randomUUID } from 'node:crypto';

/** A payer on the way to a provider's page and back. */
export interface Visit {
  readonly transactionId: number;
  readonly returnUrl: string;
  readonly errorUrl: string;
  /** The token of a card whose place a new one takes; PayEx only. */
  readonly ticket: string;
}

/** Addresses stay here, so that a provider's page can only send to those that were checked. */
export class Visits {
  readonly #all = new Map<string, Visit>();

  add(visit: Visit): string {
    const ticket = randomUUID();
    this.#all.set(ticket, visit);
    return ticket;
  }

  get(ticket: string): Visit | undefined {
    return this.#all.get(ticket);
  }

  clear(): void {
    this.#all.clear();
  }
}
