import { seed, type PaymentMethod, type StoredMethod, type Subscription } from './seed.js';

/** What the API says to a cancellation. */
export type Verdict = 'accepted' | 'has pending payments' | 'refused' | 'not found';

/** The payment methods, and what becomes of them with time. */
export class PaymentMethods {
  #stored = seed();
  /** Epoch milliseconds at which each was asked to be cancelled. */
  readonly #asked = new Map<string, number>();
  readonly #settleAfter: number;

  constructor(settleAfter: number) {
    this.#settleAfter = settleAfter;
  }

  get(guid: string): PaymentMethod | undefined {
    const stored = this.#stored.get(guid);
    return stored && { ...stored.method, ...this.#change(stored) };
  }

  subscriptions(guid: string): readonly Subscription[] | undefined {
    const stored = this.#stored.get(guid);
    if (!stored || stored.isPaymentRequired || !this.#isCancelled(guid)) {
      return stored?.subscriptions;
    }
    const inactivatedTs = timestamp(this.#doneAt(guid));
    return stored.subscriptions.map((one) => ({ ...one, state: 'Inactive', inactivatedTs }));
  }

  /** ASSUMED: what is neither new, pending nor active is refused. */
  cancel(guid: string): Verdict {
    const stored = this.#stored.get(guid);
    if (!stored) return 'not found';
    const isOpen = /^(New|Pending|Active)$/.test(this.get(guid)?.state ?? '');
    if (!isOpen) return 'refused';
    if (stored.hasPendingPayments) return 'has pending payments';
    if (!this.#asked.has(guid)) this.#asked.set(guid, Date.now());
    return 'accepted';
  }

  reset(): void {
    this.#stored = seed();
    this.#asked.clear();
  }

  #age(guid: string): number {
    return Date.now() - (this.#asked.get(guid) ?? Infinity);
  }

  #doneAt(guid: string): Date {
    return new Date((this.#asked.get(guid) ?? 0) + this.#settleAfter);
  }

  #isCancelled(guid: string): boolean {
    return this.#age(guid) >= this.#settleAfter;
  }

  /** A method that is cancelled is first sent to its gateway, when it has not been yet. */
  #change({ method }: StoredMethod): PaymentMethod {
    const { paymentMethodGuid: guid = '', state } = method;
    if (this.#isCancelled(guid)) {
      return {
        state: 'Cancelled',
        cancelCode: 200101,
        cancelDescription: 'Cancelled by Debtor',
        cancelledTs: timestamp(this.#doneAt(guid)),
      };
    }
    const isOnItsWay = state === 'New' && this.#age(guid) >= this.#settleAfter / 2;
    return isOnItsWay ? { state: 'Pending' } : {};
  }
}

/** `yyyy-MM-dd HH:mm:ss Z`, Europe/Copenhagen. */
function timestamp(when: Date): string {
  const timeZone = 'Europe/Copenhagen';
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(when)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const local = when.toLocaleString('sv', { timeZone });
  return `${local} ${(offset ?? 'GMT+01:00').slice(3).replace(':', '')}`;
}
