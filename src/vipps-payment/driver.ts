import { configError } from '../api/errors.js';
import type { Told } from '../flow/vipps/events.js';
import { VippsRunner } from '../flow/vipps/runner.js';
import { platform } from '../platform/platform.js';
import { loadCharge, type Charge } from './charge.js';
import type { Means } from '../host/means.js';
import type { ResourceApi } from './resource-address.js';
import { nameOf, vippsPage } from './kept-page.js';
import { VippsResource } from './resource.js';
import { openView } from './open-view.js';

/** The element that a payment is driven for. */
export interface VippsOwner extends Pick<Means, 'settings' | 't' | 'emit' | 'emitError'> {
  readonly element: HTMLElement;
  /** Throws a `config` error. */
  api(): ResourceApi;
  isStaff(): boolean;
  /** The payment has been read. */
  changed(): void;
  /** There is something else to say. */
  show(runner: VippsRunner): void;
  reload(): void;
}

/** What an element does to one payment, and what it tells the page of it. */
export class VippsDriver {
  readonly resource: VippsResource;
  readonly runner: VippsRunner;
  /** The fields of the question how much to charge, once they were needed. */
  charge: Charge | undefined;
  readonly #owner: VippsOwner;

  constructor(src: string, owner: VippsOwner) {
    this.#owner = owner;
    this.resource = new VippsResource({
      api: () => owner.api(),
      settings: () => owner.settings(),
      isStaff: () => owner.isStaff(),
      changed: () => owner.changed(),
      warn: (rels) => {
        const expected = 'an address of src, operation-origins or scriptOrigins';
        owner.emitError(configError(rels, expected));
      },
    });
    this.runner = new VippsRunner(
      nameOf(src),
      vippsPage(() => owner.settings()),
      this.resource,
      {
        changed: () => owner.show(this.runner),
        permit: (rel) => owner.emit('submit', { paymentMethod: 'vipps', rel }, true),
        depart: (url) => this.#depart(url),
        open: (url, heed, signal) => openView(owner.element, url, heed, signal),
        prepare: async () => {
          this.charge = await loadCharge(this.resource.payment, owner.t);
        },
        reload: () => owner.reload(),
        tell: (told) => this.#tell(told),
      },
    );
  }

  /** Sends the browser away, unless the site does so itself. */
  #depart(url: string): void {
    const { target } = this.#owner.settings();
    const mayLeave = this.#owner.emit('redirect', { ...this.#about, url }, true);
    if (mayLeave) platform.navigate(url, target);
  }

  #tell(told: Told): void {
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
