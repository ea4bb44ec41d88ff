import { html, type PropertyValues, type TemplateResult } from 'lit';
import { configError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import { checkedCode } from '../flow/checked-code.js';
import { readDue, type Due } from '../flow/due/read-due.js';
import { isSilent, writeSilence, type Silence } from '../flow/due/silence.js';
import { invoicePayment, methodChange, type Operation } from '../flow/operations.js';
import { version } from '../host/define.js';
import { all, declare, flag, text } from '../host/declared.js';
import { keep } from '../host/kept.js';
import { pageReady } from '../host/page.js';
import { currencyOf } from '../host/settings.js';
import { siteUrl } from '../host/site-url.js';
import { changeMethod } from '../i18n/en/change-method.js';
import { due } from '../i18n/en/due.js';
import { payInvoice } from '../i18n/en/pay-invoice.js';
import { shared } from '../i18n/en/shared.js';
import { idle } from '../platform/idle.js';
import { platform } from '../platform/platform.js';
import { pageArrival } from '../redirect/arrival.js';
import { inPlace } from '../redirect/in-place.js';
import { ListElement } from '../redirect/list-element.js';
import { dueStyles } from '../ui/due-styles.js';
import { quietButton } from '../ui/entry.js';
import { groundOf } from '../ui/ground.js';
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
 * @csspart dialog - Where one pays or renews. It stands on the nearest colour around the strip.
 * @csspart message - A payment that came back.
 * @cssstate loading - Nobody knows yet what is due; nothing is shown.
 * @cssstate ready - Something is due.
 * @cssstate empty - There is nothing to show.
 * @cssstate settled - A payment came back.
 * @cssstate failed - It could not be read; nothing is shown.
 */
export class ConnectDue extends ListElement {
  static readonly version = version;
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

  protected readonly flow = 'due';
  /** What the base would say by itself is never shown. */
  protected readonly place = 'pay-invoice';
  protected readonly english = {
    shared,
    due,
    'pay-invoice': payInvoice,
    'change-method': changeMethod,
  };
  #due: Due | undefined;
  /** What pays or renews in the dialog. */
  #opened: HTMLElement | undefined;
  /** `pay-url`, absolute; empty without it. */
  #payUrl = '';

  /** What is due, as it was read last; undefined when nothing is, or nobody knows. */
  get due(): Due | undefined {
    return this.#due;
  }

  /** What came back may be a renewal, which no other element of the page is about. */
  protected get operation(): Operation {
    const isRenewal = pageArrival(this.settings)?.arrival?.flow === 'change-method';
    return isRenewal ? methodChange : invoicePayment;
  }

  protected identity(): readonly unknown[] {
    return [this.productCode, this.payUrl, this.watch];
  }

  protected async load(options: CallOptions): Promise<number> {
    const { payUrl, watch, settings } = this;
    const productCode = checkedCode('product-code', this.productCode, 12);
    this.#payUrl = payUrl ? siteUrl('pay-url', payUrl) : '';
    if (watch && watch !== 'card') throw configError('watch', 'card');
    const question = { productCode, currency: currencyOf(settings), isMethodWatched: !!watch };
    const api = this.api();
    void this.tellArrival(productCode, options.signal);
    const isUnasked = !options.isFresh || options.isUnasked === true;
    if (isUnasked) {
      if (this.#isSilent('nothing') || this.#isSilent('later')) return 0;
      await pageReady();
      await idle.begins();
      options.signal.throwIfAborted();
    }
    const due = (this.#due = await readDue(api, question, { ...options, isUnasked }));
    if (this.#isSilent('later')) return 0;
    this.#keep(due ? '' : writeSilence('nothing', platform.now()));
    if (!due) return 0;
    return due.kind === 'invoice' ? 1 + due.rest.count : 1;
  }

  protected override stop(): void {
    super.stop();
    this.#due = this.#opened = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#opened) Object.assign(this.#opened, this.ownSettings());
  }

  protected override render(): TemplateResult {
    const { message } = this.news;
    const inside = this.#opened ?? (message && this.say(message));
    return html`${this.view === 'ready' ? this.renderReady() : ''}${inside ? this.#renderDialog(inside) : ''}`;
  }

  protected override updated(): void {
    super.updated();
    const dialog = this.#dialog;
    if (!dialog || dialog.matches(':modal')) return;
    // A move in the DOM has made it an ordinary one.
    dialog.open = false;
    dialog.style.background = groundOf(this);
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[part=message]')?.focus();
    // One that cannot be seen would only lock the page.
    if (!dialog.getClientRects().length) dialog.close();
  }

  protected renderReady(): TemplateResult {
    const { language, t } = this;
    const due = this.#due;
    return html`${
      due &&
      html`<section
        part="base"
        class=${due.isLate ? 'late' : ''}
        tabindex="-1"
        lang=${language}
        aria-label=${t('due.heading')}
      >
        <slot></slot>
        ${dueLine(due, language, t)} ${this.#renderAction(due)}
        ${this.dismissible ? quietButton('due.later', t('due.later'), () => this.#putOff()) : ''}
        <slot name="footer"></slot>
      </section>`
    }`;
  }

  #renderAction(due: Due): unknown {
    const { t } = this;
    if (due.kind !== 'invoice') {
      return button('due.renew', t('due.renew'), () => {
        const { productCode, paymentMethod: methods } = due;
        this.#open(inPlace('connect-change-method', { productCode, methods }));
      });
    }
    const pay = () => {
      const { invoiceNumber, productCode, companyCode, amount, currency } = due;
      const about = { invoiceNumber, productCode, companyCode, amount, currency };
      if (this.#payUrl) platform.navigate(this.#payUrl, this.settings.target);
      else this.#open(inPlace('connect-pay-invoice', about));
    };
    const key = 'pay-invoice.action';
    return (this.#payUrl || due.companyCode) && button(key, t(key), pay);
  }

  #renderDialog(inside: unknown): TemplateResult {
    return html`<dialog
      part="dialog"
      lang=${this.language}
      aria-label=${this.t('due.heading')}
      @close=${() => this.#close()}
    >
      <div role="status">${inside}</div>
      ${quietButton('due.close', this.t('due.close'), () => this.#dialog?.close())}
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #open(opened: HTMLElement): void {
    this.#opened = opened;
    this.requestUpdate();
  }

  /** The reader has gone on. */
  #close(): void {
    this.#opened = undefined;
    this.news.forgetArrival(false);
    this.news.stop();
    this.requestUpdate();
  }

  #putOff(): void {
    this.#keep(writeSilence('later', platform.now()));
    this.reading.emptied();
    this.requestUpdate();
  }

  #isSilent(silence: Silence): boolean {
    return isSilent(silence, this.#keep(), platform.now());
  }

  /** Reads what is kept of this product, after writing it when there is a value. */
  #keep(value?: string): string | null {
    const { settings } = this;
    const name = `connect-elements due ${this.productCode} ${this.watch ?? ''}`.trim();
    return keep(settings, name, value, !settings.subscriber);
  }
}
