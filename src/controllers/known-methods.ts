import {
  availabilityOf,
  impossibleOf,
  nothingKnown,
  type Availability,
} from '../api/connect/availability.js';
import { readMethodList } from '../api/connect/payment.js';
import { productMethods } from '../api/connect/product-methods.js';
import { toConnectError, type ConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { Panel } from '../host/panel.js';

/** What the server's list is known to say of the methods of a product. */
export class KnownMethods {
  readonly #panel: Panel;
  #known: Availability = nothingKnown;
  #unread: ConnectError | undefined;

  constructor(panel: Panel) {
    this.#panel = panel;
  }

  /** Why the list could not be read, where a reader can do something about it: who has to log in is told so first. */
  get problem(): ConnectError | undefined {
    return this.#unread;
  }

  /** Whether the product is paid so now. */
  isCurrent(paymentMethod: string): boolean {
    return this.#known.current.includes(paymentMethod);
  }

  /** Those that cannot be chosen, of some. */
  impossible(paymentMethods: readonly string[]): readonly string[] {
    return impossibleOf(this.#known, paymentMethods);
  }

  /**
   * Reads the list. One that cannot be read stops nobody.
   *
   * @param read What is to happen before the answer changes anything.
   */
  async load(productCode: string, options: CallOptions, read: () => void): Promise<void> {
    const known = await this.#read(productCode, options);
    read();
    this.#known = known;
  }

  forget(): void {
    this.#known = nothingKnown;
    this.#unread = undefined;
  }

  async #read(productCode: string, options: CallOptions): Promise<Availability> {
    const panel = this.#panel;
    try {
      const list = await readMethodList(panel.api(), productCode, options);
      this.#unread = undefined;
      return availabilityOf(list, productMethods);
    } catch (cause) {
      options.signal.throwIfAborted();
      const error = toConnectError(cause);
      if (options.isUnasked || error.code === 'config') throw error;
      this.#unread = error.code === 'unauthorized' ? error : undefined;
      panel.emitError(error);
      return nothingKnown;
    }
  }
}
