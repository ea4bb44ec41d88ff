import { html, type TemplateResult } from 'lit';
import { listPaymentMethods } from '../api/connect/payment.js';
import type { PaymentMethod } from '../api/connect/payment-method-item.js';
import type { CallOptions } from '../api/shared-read.js';
import { declare, text } from '../host/declared.js';
import { changedMethodTexts } from '../i18n/changed-method-texts.js';
import { changeMethod } from '../i18n/en/change-method.js';
import { paymentMethods } from '../i18n/en/payment-methods.js';
import { shared } from '../i18n/en/shared.js';
import { checkedCode } from '../flow/checked-code.js';
import { methodChange } from '../flow/operations.js';
import { ListArrivals } from '../redirect/list-arrivals.js';
import { ConnectElement } from '../host/connect-element.js';
import { Panel } from '../host/panel.js';
import { connect } from '../i18n/load-connect.js';
import { styles } from '../ui/styles.js';
import { row } from '../ui/row.js';

/**
 * @summary Shows the current and the possible payment methods of a product.
 *
 * Source: Connect API reference, Payment, "List payment methods". All shared settings of
 * `connect-config` are attributes here too.
 *
 * @tag connect-payment-methods
 * @attr {string} product-code - Required, 1 to 12 characters.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The methods were read.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - A change came back to a page where no other
 *   element tells it; not verified.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the methods said of it.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`.
 * @slot - Heading.
 * @slot error - Replaces the message after an error.
 * @slot empty - Replaces the text when there is no method.
 * @slot footer - Below everything.
 * @slot icon-invoice - Replaces an icon; one slot for each method that the server names, also
 *   `icon-autoGiro`, `icon-recurringVippsPayment`, `icon-recurringPayExCardPayment`,
 *   `icon-recurringKlarnaPayment` and `icon-recurringNexiPayment`.
 * @slot finished - Replaces the message of an outcome; one slot each, also `cancelled`, `failed`,
 *   `unknown` and `initiated`.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart list - The methods.
 * @csspart item - One method.
 * @csspart icon - Its icon.
 * @csspart label - Its name.
 * @csspart description - Small print.
 * @csspart button - The button of an error.
 * @csspart message - An error, or a change that came back.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - The methods are read.
 * @cssstate ready - The methods are shown.
 * @cssstate empty - There is no method.
 * @cssstate settled - A change came back.
 * @cssstate failed - An error.
 */
export class ConnectPaymentMethods extends ConnectElement {
  static override styles = styles;
  static override properties = declare(this.prototype, { productCode: text });

  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;

  #methods: readonly PaymentMethod[] = [];
  readonly #panel: Panel = new Panel(this, {
    flow: 'payment-methods',
    place: 'payment-methods',
    english: { shared, 'payment-methods': paymentMethods, 'change-method': changeMethod },
    source: connect,
    identity: () => [this.productCode],
    load: (options) => this.#load(options),
    forget: () => (this.#methods = []),
    news: () => [this.#arrivals.flow],
    renderReady: () => this.#renderReady(),
  });
  readonly #arrivals = new ListArrivals(this, this.#panel, () => {
    return { productCode: this.productCode, operation: methodChange };
  });

  /** The methods that were read last, the current one first. */
  get paymentMethods(): readonly PaymentMethod[] {
    return this.#methods;
  }

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.#panel.reload();
  }

  protected override render(): TemplateResult {
    return this.#panel.render();
  }

  async #load(options: CallOptions): Promise<number> {
    const productCode = checkedCode('product-code', this.productCode, 12);
    void this.#arrivals.tell(productCode, options.signal);
    const methods = await listPaymentMethods(this.#panel.api(), productCode, options);
    this.#methods = [...methods].sort((a, b) => Number(b.current) - Number(a.current));
    return methods.length;
  }

  #renderReady(): TemplateResult {
    const { t } = this.#panel;
    const nameOf = (paymentMethod: string) => {
      const { name } = changedMethodTexts(paymentMethod);
      return name ? t(name) : paymentMethod;
    };
    return html`<div part="list" role="list">
      ${this.#methods.map(
        ({ paymentMethod, current }) =>
          html`<div part="item" role="listitem" aria-current=${current}>
            ${row(paymentMethod, nameOf(paymentMethod), '', current ? t('payment-methods.current') : '')}
          </div>`,
      )}
    </div>`;
  }
}
