import { html, type TemplateResult } from 'lit';
import { checkedText } from '../api/checked-text.js';
import { toAmount } from '../api/connect/amount.js';
import type { InvoicePaymentMethod } from '../api/connect/payment.js';
import { all, declare, text } from '../host/declared.js';
import { currencyOf } from '../host/settings.js';
import { payInvoice } from '../i18n/en/pay-invoice.js';
import { shared } from '../i18n/en/shared.js';
import { money } from '../i18n/format.js';
import { invoiceMethodTexts } from '../i18n/invoice-method-texts.js';
import type { TextKey, Values } from '../i18n/keys.js';
import { invoicePayment } from '../flow/operations.js';
import type { Request } from '../flow/states.js';
import { checkedCode } from '../flow/checked-code.js';
import { ConnectElement } from '../host/connect-element.js';
import { Panel } from '../host/panel.js';
import { connect } from '../i18n/load-connect.js';
import { Chooser } from '../redirect/chooser.js';
import { beField } from '../redirect/field-members.js';
import { fieldKinds } from '../redirect/form-field.js';
import { styles } from '../ui/styles.js';

/** In the order in which they are shown. */
const documented = [
  'creditcardPayex',
  'swishPayex',
  'vippsEcommerce',
  'nexi',
] as const satisfies readonly InvoicePaymentMethod[];

/**
 * @summary Choose a provider and pay one invoice.
 *
 * Pressing the button asks the API for a transaction and sends the browser to the login server, which
 * hands over to the provider and then back to this site with an outcome. **Grant nothing on
 * `connect-outcome`: an address is a claim anyone can type. Ask your server.**
 *
 * Source: Connect API reference, Payment, "Pay invoice". All shared settings of `connect-config` are
 * attributes here too.
 *
 * @tag connect-pay-invoice
 * @attr {string} invoice-number - Required, 1 to 10 characters.
 * @attr {string} product-code - Required, 1 to 12 characters.
 * @attr {string} company-code - Required, 1 to 12 characters.
 * @attr {string} methods - Which of `creditcardPayex` `swishPayex` `vippsEcommerce` `nexi` to offer, in
 *   this order, separated by spaces. Default: all. Other values are ignored with a console warning.
 * @attr {string} value - The chosen method.
 * @attr {string} amount - What is shown as the amount, as a decimal number with a point or a comma. Never sent. Where
 *   the server asks for another, that is shown, and has to be agreed to; not where this cannot be read as a number.
 * @attr {string} currency - ISO 4217 code for `amount`. Default `NOK`, or `SEK` when `country` is `se`.
 * @attr {boolean} remember - Choose the method first that was used last in this browser.
 * @attr {string} name - Under which the chosen method stands in the `FormData` of the form around.
 * @attr {boolean} required - The form is not valid while there is no method to choose.
 * @attr {boolean} disabled - Nothing can be chosen or sent, as in a `fieldset` that is disabled.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The choice can be made.
 * @fires {CustomEvent<SelectDetail>} connect-select - A method was chosen.
 * @fires {CustomEvent<SubmitDetail>} connect-submit - Before anything is sent; cancelable.
 * @fires {CustomEvent<TransactionDetail>} connect-transaction - The API made a transaction.
 * @fires {CustomEvent<RedirectDetail>} connect-redirect - Before the browser leaves; cancelable, the
 *   site then navigates itself.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - Back with an outcome, not verified.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the invoices said.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`.
 * @slot - Heading.
 * @slot error - Replaces the message after an error.
 * @slot empty - Replaces the text when there is nothing to choose from.
 * @slot footer - Below everything.
 * @slot icon-creditcardPayex - Replaces an icon; one slot each, also `icon-swishPayex`,
 *   `icon-vippsEcommerce` and `icon-nexi`.
 * @slot finished - Replaces the message of an outcome; one slot each, also `cancelled`, `failed`,
 *   `unknown` and `initiated`.
 * @slot open - Replaces the offer to continue what was begun before.
 * @slot elsewhere - Replaces the message that it was begun in another window.
 * @slot in-doubt - Replaces the message when it is not known whether it was begun.
 * @slot redirecting - Replaces the message while the browser leaves.
 * @slot notice - Replaces any other message.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart list - The group of methods.
 * @csspart item - One method.
 * @csspart icon - Its icon.
 * @csspart label - Its name.
 * @csspart description - Small print.
 * @csspart control - The radio button.
 * @csspart button - Any button.
 * @csspart message - An error, a notice or an outcome.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - Settings are awaited.
 * @cssstate ready - The choice can be made.
 * @cssstate empty - There is nothing to choose from.
 * @cssstate submitting - The API is asked for a transaction.
 * @cssstate redirecting - The browser leaves.
 * @cssstate settled - Back with an outcome.
 * @cssstate failed - An error, or a payment in doubt.
 */
export class ConnectPayInvoice extends ConnectElement {
  static override styles = styles;
  /**
   * The browser asks for it by this name.
   *
   * @internal
   */
  static readonly formAssociated = beField(this.prototype, (host) => host.#chooser);
  static override properties = declare(this.prototype, {
    ...fieldKinds,
    ...all(text, ['invoiceNumber', 'companyCode', 'amount', 'currency']),
  });

  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;
  /** Which methods to offer and in what order, separated by spaces. All of them by default. */
  declare methods: string | undefined;
  /** The chosen method; while this is none of them, the remembered one or else the first is chosen. */
  declare value: string | undefined;
  /** Whether to choose the method first that was used last in this browser. */
  declare remember: boolean;
  /** Under which the chosen method stands in the `FormData` of the form around; empty without one. */
  declare name: string;
  /** Whether a form may be sent only when there is a method to choose. */
  declare required: boolean;
  /** Nothing can be chosen or sent. A fieldset around does the same, and leaves this as it is. */
  declare disabled: boolean;
  /** The form around, or the one whose id the attribute `form` names; none where there are no forms, as in jsdom. */
  declare readonly form: HTMLFormElement | null;
  /** The page's `<label>`s for it. */
  declare readonly labels: NodeList;
  /** What is not valid about it (`ValidityState`). */
  declare readonly validity: ValidityState;
  /** Why it is not valid, in words; empty when it is. */
  declare readonly validationMessage: string;
  /** Whether its validity is looked at: not while it is disabled. */
  declare readonly willValidate: boolean;
  /** 1 to 10 characters. */
  declare invoiceNumber: string | undefined;
  /** Whose invoice it is; 1 to 12 characters. */
  declare companyCode: string | undefined;
  /** Shown, never sent. */
  declare amount: string | undefined;
  /** ISO 4217 code of `amount`. */
  declare currency: string | undefined;

  readonly #panel: Panel = new Panel(this, {
    flow: 'pay-invoice',
    isOffer: true,
    place: 'pay-invoice',
    english: { shared, 'pay-invoice': payInvoice },
    source: connect,
    identity: () => [this.invoiceNumber, this.productCode, this.companyCode],
    load: () => this.#load(),
    stop: () => this.#chooser.forget(),
    news: () => [this.#chooser.flow],
    renderReady: () => this.#chooser.render(),
  });
  readonly #chooser: Chooser = new Chooser(this, this.#panel, {
    operation: invoicePayment,
    place: 'pay-invoice',
    documented,
    textsOf: invoiceMethodTexts,
    action: () => this.#action,
    amount: () => this.#amount,
    subject: (paymentMethod) => this.#subject(paymentMethod),
    renderSummary: () => this.#renderSummary(),
  });

  /**
   * Pays with the chosen method, as the button does. While a payment is under way it does nothing.
   * Resolves when the browser was sent away or the attempt has ended; what happened is told by events.
   */
  pay(): Promise<void> {
    return this.#chooser.submit();
  }

  /** Looks anew whether one can pay. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.#panel.reload();
  }

  /** Brings the focus to the choice; to what says so where there is none. */
  override focus(options?: FocusOptions): void {
    this.#chooser.focus(options);
  }

  /** Whether it is valid; fires `invalid` when it is not. */
  checkValidity(): boolean {
    return this.#panel.internals.known.checkValidity?.() ?? true;
  }

  /** Whether it is valid; fires `invalid` and brings the reader to it when it is not. */
  reportValidity(): boolean {
    return this.#panel.internals.known.reportValidity?.() ?? true;
  }

  /** Says why a form may not be sent with what is chosen; with an empty text that it may. */
  setCustomValidity(reason: string): void {
    this.#chooser.refuse(reason);
  }

  protected override render(): TemplateResult {
    return this.#panel.render();
  }

  #subject(paymentMethod: string): Request {
    return {
      flow: 'pay-invoice',
      paymentMethod,
      invoiceNumber: checkedCode('invoice-number', this.invoiceNumber, 10),
      productCode: checkedCode('product-code', this.productCode, 12),
      companyCode: checkedText('company-code', this.companyCode, 12),
      amount: this.#asked,
    };
  }

  #load(): Promise<number> {
    this.#chooser.prepare();
    // Nothing is read before paying, but a pay button that cannot reach the API is no pay button.
    this.#panel.api();
    return Promise.resolve(this.#chooser.choices.length);
  }

  get #action(): readonly [TextKey, Values?] {
    const amount = this.#amount;
    return amount ? ['pay-invoice.action.amount', { amount }] : ['pay-invoice.action'];
  }

  #renderSummary(): TemplateResult {
    const amount = this.#amount;
    return html`<p>
      ${this.#panel.t('shared.invoice', { number: this.invoiceNumber ?? '' })}
      ${amount && html`<br /><big>${amount}</big>`}
    </p>`;
  }

  /** What the button asks for; undefined when nobody knows. */
  get #asked(): number | undefined {
    const { newAmount = toAmount(this.amount) } = this.#chooser.flow;
    return Number.isNaN(newAmount) ? undefined : newAmount;
  }

  /** As it is written in the language; empty when it is not known. */
  get #amount(): string {
    const { amount, currency = currencyOf(this.#panel.settings()) } = this;
    const asked = this.#asked ?? amount;
    return asked !== undefined ? money(asked, currency, this.#panel.language()) : '';
  }
}
