import { html } from 'lit';
import type { Agreement } from '../api/connect/agreements.js';
import type { ConnectElement } from '../host/connect-element.js';
import type { Translate } from '../i18n/keys.js';
import { quietButton } from '../ui/entry.js';
import { message } from '../ui/message.js';

/** Once an agreement was added to one product: offers the same to others that have older ones. */
export class OtherProducts {
  readonly #host: ConnectElement;
  #isOffered = false;

  /** @param isInView Whether what is told is about the product in view. */
  constructor(host: ConnectElement, isInView: () => boolean) {
    this.#host = host;
    host.addEventListener('connect-confirmed', ({ target, detail }) => {
      if (target === host && detail.confirmed && isInView()) this.#offer(true);
    });
  }

  forget(): void {
    this.#offer(false);
  }

  /**
   * @param agreements All that were read.
   * @param productCode The product in view.
   * @param add Adds one to a product.
   */
  render(
    agreements: readonly Agreement[],
    productCode: string | undefined,
    t: Translate,
    add: (productCode: string) => void,
  ): unknown {
    const codes = new Set(agreements.map((one) => one.productCode));
    const others = [...codes].filter((code) => code && code !== productCode);
    if (!this.#isOffered || !others.length) return '';
    const key = 'agreements.others.add';
    const offer = (code: string) => quietButton(key, t(key, { product: code }), () => add(code));
    const [title, body] = ['agreements.others.title', 'agreements.others.body'] as const;
    return message({ slot: 'others', title, body, more: html`${others.map(offer)}` }, t);
  }

  #offer(isOffered: boolean): void {
    this.#isOffered = isOffered;
    this.#host.requestUpdate();
  }
}
