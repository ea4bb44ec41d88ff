import type { SwedbankPay } from '../sandbox/swedbank-pay/index.js';

/** Where the Vipps payments are, and the key for them. */
export type VippsService = Pick<
  SwedbankPay,
  'apiUrl' | 'origin' | 'token' | 'createPayment' | 'payment'
>;

/** Whose Vipps payments are whose: a site's own data, which the vendor does not have. */
export class VippsPayments {
  readonly #ids = new Map<string, string[]>();
  readonly #service: VippsService;
  readonly #page: string;

  /** @param page Where a payer comes back to. */
  constructor(service: VippsService, page: string) {
    this.#service = service;
    this.#page = page;
  }

  of(subscriber: string): readonly string[] {
    return this.#ids.get(subscriber) ?? [];
  }

  /** The subscriber's last payment; a new one when there is none. */
  latest(subscriber: string): string {
    const last = this.of(subscriber).at(-1);
    return last !== undefined && this.#service.payment(last) ? last : this.start(subscriber);
  }

  start(subscriber: string): string {
    const { id } = this.#service.createPayment({
      amount: 29900,
      currency: 'NOK',
      description: 'Weekly Magazine, three months',
      completeUrl: this.#page,
      paymentUrl: this.#page,
    });
    this.#ids.set(subscriber, [...this.of(subscriber), id]);
    return id;
  }
}
