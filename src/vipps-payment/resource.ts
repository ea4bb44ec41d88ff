import { decodeObject, type JsonObject } from '../api/decode.js';
import { configError } from '../api/errors.js';
import { never, request } from '../api/http.js';
import { read, type CallOptions } from '../api/shared-read.js';
import { isChange, isScript, isVisited, type VippsRel } from '../api/swedbank-pay/operations.js';
import {
  decodeVippsDetails,
  decodeVippsPayment,
  isRegistered,
  type VippsPayment,
} from '../api/swedbank-pay/vipps-payment.js';
import type { Kind } from '../flow/vipps/events.js';
import type { VippsServer } from '../flow/vipps/runner.js';
import type { Address, Standing, Wanted } from '../flow/vipps/states.js';
import { loaded } from './loaded.js';
import { operationUrl, type ResourceApi } from './resource-address.js';
import type { Means } from '../host/means.js';

/** What we offer, in this order. */
export const offered = [
  'redirect-authorization',
  'view-authorization',
  'view-payment',
  'create-capture',
  'create-cancellation',
  'paid-payment',
  'failed-payment',
  'aborted-payment',
  'update-payment-abort',
] as const satisfies readonly VippsRel[];

/** Where an operation may lead to. */
const followed = 'an address of src, operation-origins or scriptOrigins';

/** What only the shop's own staff may do. */
const forStaff: readonly string[] = ['create-capture', 'create-cancellation'];

/** What a payment's element gives to whoever asks for it. */
export interface VippsAsker extends Pick<Means, 'settings' | 'emitError'> {
  /** Throws a `config` error. */
  api(): ResourceApi;
  isStaff(): boolean;
  /** The payment has been read. */
  changed(): void;
}

/** A payment at the site's backend, and what may be done with it now. */
export class VippsResource implements VippsServer {
  readonly #asker: VippsAsker;
  #payment: VippsPayment | undefined;
  #warned = '';

  constructor(asker: VippsAsker) {
    this.#asker = asker;
  }

  /** As it was read last. */
  get payment(): VippsPayment | undefined {
    return this.#payment;
  }

  /** What may be done now by whoever is in front of it, in the order in which it is shown. */
  get choices(): readonly VippsRel[] {
    return offered.filter((rel) => this.find(rel));
  }

  /** Reads it for a page that shows it; undefined where what was read while something was done is newer. */
  async load(options: CallOptions): Promise<Standing | undefined> {
    const known = this.#payment;
    const payment = await this.#read(options);
    return known === this.#payment ? this.#take(payment) : undefined;
  }

  async read(options: CallOptions): Promise<Standing> {
    return this.#take(await this.#read(options));
  }

  find(rel: string): Address | undefined {
    const isOurs = offered.some((name) => name === rel);
    const isAllowed = this.#asker.isStaff() || !forStaff.includes(rel);
    return isOurs && isAllowed ? this.#listed(rel) : undefined;
  }

  kindOf(rel: string): Kind {
    if (isChange(rel)) return 'change';
    if (isScript(rel)) return 'script';
    return isVisited(rel) ? 'page' : 'details';
  }

  async bodyOf({ rel, given }: Wanted): Promise<JsonObject> {
    if (rel === 'update-payment-abort') {
      return { payment: { operation: 'Abort', abortReason: 'CancelledByConsumer' }, ...given };
    }
    const { transactionBody } = await loaded(
      import(/* webpackChunkName: "connect-elements.charges" */ './charges.js'),
    );
    return transactionBody(rel, this.#payment ?? { number: 0, operations: [] }, given, configError);
  }

  async send({ method, href: url }: Address, body: JsonObject): Promise<void> {
    // Aborting it would leave its fate unknown: an answer that comes too late is ignored instead.
    decodeObject(await request({ ...this.#asker.api(), method, url, body, signal: never }));
  }

  async fetch({ method, href: url }: Address): Promise<JsonObject> {
    const answer = await request({ ...this.#asker.api(), method, url, signal: never });
    return decodeVippsDetails(decodeObject(answer));
  }

  /** What is listed by this name, with an absolute address; undefined when that may not be followed. */
  #listed(rel: string): Address | undefined {
    const operation = this.#payment?.operations.find((one) => one.rel === rel);
    const asker = this.#asker;
    const href = operation && operationUrl(operation.href, asker.api(), rel, asker.settings());
    return href ? { method: operation.method, href } : undefined;
  }

  async #read(options: CallOptions): Promise<VippsPayment> {
    return decodeVippsPayment(await read(this.#asker.api(), '', options));
  }

  /** Names once what is listed with an address that may not be followed. */
  #take(payment: VippsPayment): Standing {
    this.#payment = payment;
    const refused = payment.operations
      .map(({ rel }) => rel)
      .filter((rel) => offered.some((name) => name === rel) && !this.#listed(rel))
      // Who has named no scripts wants none.
      .filter((rel) => !isScript(rel) || this.#asker.settings().scriptOrigins != null)
      .join(' ');
    if (refused && refused !== this.#warned) this.#asker.emitError(configError(refused, followed));
    this.#warned = refused;
    this.#asker.changed();
    return standingOf(payment);
  }
}

function standingOf(payment: VippsPayment): Standing {
  const isPaid = isRegistered(payment);
  if (isPaid === undefined) return 'open';
  return isPaid ? 'registered' : 'over';
}
