import type { SeamlessEvent, Told } from '../flow/vipps/events.js';
import { VippsRunner, type VippsHost } from '../flow/vipps/runner.js';
import { platform } from '../platform/platform.js';
import { loadCharge, type Charge } from './charge.js';
import type { Means } from '../host/means.js';
import { nameOf, vippsPage } from './kept-page.js';
import { VippsResource, type VippsAsker } from './resource.js';
import { openView } from './open-view.js';

/** The element that a payment is driven for. */
export interface VippsOwner extends VippsAsker, Pick<Means, 't' | 'emit'> {
  readonly element: HTMLElement;
  /** There is something else to say. */
  show(runner: VippsRunner): void;
  reload(): void;
}

/** What an element does to one payment, and what it tells the page of it. */
export class VippsDriver implements VippsHost {
  readonly resource: VippsResource;
  readonly runner: VippsRunner;
  /** The fields of the question how much to charge, once they were needed. */
  charge: Charge | undefined;
  readonly #owner: VippsOwner;

  constructor(src: string, owner: VippsOwner) {
    this.#owner = owner;
    this.resource = new VippsResource(owner);
    const page = vippsPage(() => owner.settings());
    this.runner = new VippsRunner(nameOf(src), page, this.resource, this);
  }

  changed(): void {
    this.#owner.show(this.runner);
  }

  permit(rel: string): boolean {
    return this.#owner.emit('submit', { paymentMethod: 'vipps', rel }, true);
  }

  open(url: string, heed: (event: SeamlessEvent) => void, signal: AbortSignal): Promise<void> {
    return openView(this.#owner.element, url, heed, signal);
  }

  async prepare(): Promise<void> {
    this.charge = await loadCharge(this.resource.payment, this.#owner.t);
  }

  reload(): void {
    this.#owner.reload();
  }

  /** Sends the browser away, unless the site does so itself. */
  depart(url: string): void {
    const { target } = this.#owner.settings();
    const mayLeave = this.#owner.emit('redirect', { ...this.#about, url }, true);
    if (mayLeave) platform.navigate(url, target);
  }

  tell(told: Told): void {
    const { emit, emitError } = this.#owner;
    const about = this.#about;
    switch (told.name) {
      case 'transaction':
        return void emit('transaction', { ...about, paymentMethod: 'vipps' });
      case 'outcome': {
        const outcome = told.claim === 'open' ? 'unknown' : told.claim;
        return void emit('outcome', { ...about, outcome, verified: false });
      }
      case 'confirmed':
        return void emit('confirmed', { ...about, confirmed: told.confirmed });
      case 'error':
        return emitError(told.error);
    }
  }

  get #about() {
    return { transactionId: this.resource.payment?.number ?? 0 };
  }
}
