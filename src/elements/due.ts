import { html, type TemplateResult } from 'lit';
import { KeptSilence } from '../controllers/kept-silence.js';
import { OwnDialog } from '../controllers/own-dialog.js';
import { configError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import { checkedCode } from '../flow/checked-code.js';
import { readDue, type Due } from '../flow/due/read-due.js';
import { invoicePayment, methodChange, type Operation } from '../flow/operations.js';
import { ConnectElement } from '../host/connect-element.js';
import { all, declare, flag, text } from '../host/declared.js';
import { idle } from '../host/idle.js';
import { directionOf } from '../host/language.js';
import { Panel } from '../host/panel.js';
import { currencyOf } from '../host/settings.js';
import { siteUrl } from '../host/site-url.js';
import { changeMethod } from '../i18n/en/change-method.js';
import { due } from '../i18n/en/due.js';
import { payInvoice } from '../i18n/en/pay-invoice.js';
import { shared } from '../i18n/en/shared.js';
import { connect } from '../i18n/load-connect.js';
import { platform } from '../platform/platform.js';
import { pageArrival } from '../redirect/arrival.js';
import { ListArrivals } from '../redirect/list-arrivals.js';
import { dueStyles } from '../ui/due-styles.js';
import { quietButton } from '../ui/entry.js';
import { button } from '../ui/message.js';
import { styles } from '../ui/styles.js';
import { dueLine } from '../views/due-line.js';

/**
 * @summary A strip that renders nothing while nothing is owed, and else says what is due, with one button.
 *
 * Made for every page, the front page too: it waits until the page is idle and seen, asks once, and is silent for
 * six hours under `subscriber` (without it, in the tab) when nothing is owed. It takes no room and no focus, and
 * shows no error. The most urgent open invoice is named, with the number and the sum of the rest. The button
 * opens a `connect-pay-invoice` in a dialog, which must be registered too (`…/due/define` does), or leads to
 * `pay-url`. A payment that comes back to this page is told in the dialog, unless another element of the page
 * is about it. **Grant nothing on `connect-outcome`: an address is a claim anyone can type. Ask your server.**
 *
 * Source: Connect API reference, Invoice, "List invoices and reminders for product" (`unpaid=true`); with
 * `watch="card"` also Payment, "List payment methods", and "List …" of Vipps, PayEx, Klarna or Nexi. All shared
 * settings of `connect-config` are attributes here too.
 *
 * ASSUMED: as for `connect-invoices`.
 *
 * @tag connect-due
 * @attr {string} product-code - Required, 1 to 12 characters.
 * @attr {string} pay-url - The site's page to pay invoices at, of this origin or `https:`; without it they are
 *   paid in place.
 * @attr {card} watch - What else to look at where no invoice is open. `card`: whether the way to pay stops within
 *   30 days or has stopped, which takes one request more, or two. The button then renews it in place, in a
 *   `connect-change-method`.
 * @attr {boolean} dismissible - Whether the reader may put it off for a day.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - It is known what is due; `count` is 0 when there is nothing to
 *   show, also when that is known from before.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - A payment came back to a page where no other
 *   element tells it; not verified.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the invoices said of it.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`. The reader is told nothing.
 * @slot - Stands before the line.
 * @slot footer - Below the line, while there is one.
 * @slot finished - Replaces the message of an outcome; one slot each, also `cancelled`, `failed`,
 *   `unknown` and `initiated`.
 * @csspart base - The strip.
 * @csspart label - What is due.
 * @csspart description - What else is due.
 * @csspart button - Any button.
 * @csspart dialog - Where one pays or renews. In the browser's own colours, by the page's `color-scheme`.
 * @csspart message - A payment that came back.
 * @cssstate loading - Nobody knows yet what is due; nothing is shown.
 * @cssstate ready - Something is due.
 * @cssstate empty - There is nothing to show.
 * @cssstate settled - A payment came back.
 * @cssstate failed - It could not be read; nothing is shown.
 */
export class ConnectDue extends ConnectElement {
  static override styles = [styles, dueStyles];
  static override properties = declare(this.prototype, {
    ...all(text, ['productCode', 'payUrl', 'watch']),
    dismissible: flag,
  });

  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;
  /** The site's page to pay invoices at, of this origin or `https:`. */
  declare payUrl: string | undefined;
  /** What else to look at: `card`. */
  declare watch: string | undefined;
  /** Whether the reader may put it off for a day. */
  declare dismissible: boolean;

  #due: Due | undefined;
  /** Nobody has asked: the site's own question waits for nothing. */
  #isUnasked = true;
  /** `pay-url`, absolute; empty without it. */
  #payUrl = '';
  readonly #panel: Panel = new Panel(this, {
    flow: 'due',
    // What the panel would say by itself is never shown.
    place: 'pay-invoice',
    english: { shared, due, 'pay-invoice': payInvoice, 'change-method': changeMethod },
    source: connect,
    identity: () => [this.productCode, this.payUrl, this.watch],
    load: (options) => this.#load(options),
    forget: () => this.#forget(),
    isUnderWay: () => this.#dialog.isUnderWay,
    news: () => [this.#arrivals.flow],
    renderReady: () => '',
  });
  readonly #arrivals = new ListArrivals(this, this.#panel, () => {
    return { productCode: this.productCode, operation: this.#operation };
  });
  readonly #silence = new KeptSilence(
    () => this.#panel.settings(),
    () => [this.productCode, this.watch],
  );
  readonly #dialog = new OwnDialog(this, this.#panel, () => this.#arrivals.close());

  /** What is due, as it was read last, also while it is put off; undefined when nothing is, or nobody knows. */
  get due(): Due | undefined {
    return this.#due;
  }

  /** Asks the server now, whatever is kept. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    this.#isUnasked = false;
    return this.#panel.reload();
  }

  protected override render(): TemplateResult {
    const { message } = this.#arrivals.flow;
    const due = this.#panel.view === 'ready' && this.#due;
    return html`${due ? this.#renderStrip(due) : ''}${this.#dialog.render(message && this.#panel.say(message))}`;
  }

  async #load(options: CallOptions): Promise<number> {
    const { payUrl, watch } = this;
    const productCode = checkedCode('product-code', this.productCode, 12);
    this.#payUrl = payUrl ? siteUrl('pay-url', payUrl) : '';
    if (watch && watch !== 'card') throw configError('watch', 'card');
    const [api, currency] = [this.#panel.api(), currencyOf(this.#panel.settings())];
    const question = { productCode, currency, isMethodWatched: !!watch };
    void this.#arrivals.tell(productCode, options.signal);
    // What is kept may be another reader's by now, or older than what was confirmed.
    const mayBeKept = !options.isFresh || options.isUnasked;
    if (mayBeKept && this.#silence.isOn('later')) return 0;
    if (mayBeKept && this.#silence.isOn('nothing')) {
      this.#due = undefined;
      return 0;
    }
    const isUnasked = this.#isUnasked;
    this.#isUnasked = true;
    if (isUnasked) await idle.begins();
    options.signal.throwIfAborted();
    const due = (this.#due = await readDue(api, question, { ...options, isUnasked }));
    if (this.#silence.isOn('later')) return 0;
    if (due) this.#silence.end();
    else this.#silence.begin('nothing');
    return due ? 1 + (due.kind === 'invoice' ? due.rest.count : 0) : 0;
  }

  #forget(): void {
    this.#due = undefined;
    this.#dialog.forget();
  }

  /** What came back may be a renewal, which no other element of the page is about. */
  get #operation(): Operation {
    const isRenewal = pageArrival(this.#panel.settings())?.arrival?.flow === 'change-method';
    return isRenewal ? methodChange : invoicePayment;
  }

  #renderStrip(due: Due): TemplateResult {
    const { t } = this.#panel;
    const language = this.#panel.language();
    return html`<section
      part="base"
      class=${due.isLate ? 'late' : ''}
      tabindex="-1"
      lang=${language}
      dir=${directionOf(this, language)}
      aria-label=${t('due.heading')}
    >
      <slot></slot>
      ${dueLine(due, language, t)} ${this.#renderAction(due)}
      ${this.dismissible ? quietButton('due.later', t('due.later'), () => this.#putOff()) : ''}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderAction(due: Due): unknown {
    const { t } = this.#panel;
    if (due.kind !== 'invoice') {
      const { productCode, paymentMethod: methods } = due;
      const renew = () => this.#dialog.open('connect-change-method', { productCode, methods });
      return button('due.renew', t('due.renew'), renew);
    }
    const { invoiceNumber, productCode, companyCode, amount, currency } = due;
    const about = { invoiceNumber, productCode, companyCode, amount, currency };
    const pay = () => {
      if (this.#payUrl) platform.navigate(this.#payUrl, this.#panel.settings().target);
      else this.#dialog.open('connect-pay-invoice', about);
    };
    const key = 'pay-invoice.action';
    return (this.#payUrl || companyCode) && button(key, t(key), pay);
  }

  #putOff(): void {
    this.#silence.begin('later');
    this.#panel.reading.emptied();
    this.requestUpdate();
  }
}
