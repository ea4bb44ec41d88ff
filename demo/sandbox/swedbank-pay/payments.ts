import { randomUUID } from 'node:crypto';

/** What a merchant creates a payment with. Amounts are in minor units. */
export interface NewPayment {
  readonly amount?: number;
  /** ISO 4217. */
  readonly currency?: string;
  readonly description?: string;
  readonly language?: 'sv-SE' | 'nb-NO' | 'en-US';
  /** Where the payer comes back to, completed or failed. */
  readonly completeUrl: string;
  readonly cancelUrl?: string;
  /** The page with the seamless view, for a payer who comes back from Vipps; not beside `cancelUrl`. */
  readonly paymentUrl?: string;
}

/** A payment as the sandbox keeps it. */
export interface Payment extends Required<NewPayment> {
  readonly id: string;
  readonly number: number;
  /** In the addresses that a payer sees; the merchant's key is in none of them. */
  readonly token: string;
  readonly created: Date;
  updated: Date;
  state: 'Ready' | 'Pending' | 'Failed' | 'Aborted';
  authorized: number;
  captured: number;
  cancelled: number;
}

/** What a payer can do on a page of the sandbox. */
export const deeds = [
  ...(['approve', 'approve-slowly', 'cancel', 'leave-off'] as const),
  ...(['fail', 'decline', 'break'] as const),
] as const;
export type Deed = (typeof deeds)[number];

export const isDeed = (value: unknown): value is Deed => deeds.some((deed) => deed === value);

/** What can still be charged: all of it, also before it is authorised. */
export const left = ({ state, amount, captured, cancelled }: Payment) =>
  isOver(state) ? 0 : amount - captured - cancelled;

const isOver = (state: Payment['state']) => state === 'Failed' || state === 'Aborted';

/** Whether a payer may still approve it. */
export const isOpen = ({ state, authorized }: Payment) => state === 'Ready' && !authorized;

export class Payments {
  readonly #payments = new Map<string, Payment>();
  readonly #settleAfter: number;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(settleAfter: number) {
    this.#settleAfter = settleAfter;
  }

  create(wanted: NewPayment): Payment {
    const { completeUrl, cancelUrl, paymentUrl } = wanted;
    if (cancelUrl && paymentUrl) throw new Error('a payment has cancelUrl or paymentUrl, not both');
    const urls = { cancelUrl: cancelUrl ?? completeUrl, paymentUrl: paymentUrl ?? completeUrl };
    const payment: Payment = {
      ...{ amount: 1500, currency: 'NOK', description: 'Test Purchase', language: 'nb-NO' },
      ...wanted,
      ...urls,
      ...{ id: randomUUID(), token: randomUUID(), number: 1_234_567_890 + this.#payments.size },
      ...{ created: new Date(), updated: new Date(), state: 'Ready' },
      ...{ authorized: 0, captured: 0, cancelled: 0 },
    };
    this.#payments.set(payment.id, payment);
    return payment;
  }

  get(id: string): Payment | undefined {
    return this.#payments.get(id);
  }

  byToken(token: string | undefined): Payment | undefined {
    return [...this.#payments.values()].find((payment) => payment.token === token);
  }

  /** What a payer does. Cancelling, declining once and a broken page leave the payment as it is. */
  act(payment: Payment, deed: Deed): void {
    if (deed === 'approve') this.change(payment, { authorized: payment.amount });
    if (deed === 'fail') this.change(payment, { state: 'Failed' });
    if (deed !== 'approve-slowly') return;
    this.change(payment, { state: 'Pending' });
    const settle = () => this.change(payment, { state: 'Ready', authorized: payment.amount });
    this.#timers.add(setTimeout(settle, this.#settleAfter).unref());
  }

  change(payment: Payment, fields: Partial<Payment>): void {
    Object.assign(payment, fields, { updated: new Date() });
  }

  reset(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
    this.#payments.clear();
  }
}
