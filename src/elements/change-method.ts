import { productMethods } from '../api/connect/product-methods.js';
import type { CallOptions } from '../api/shared-read.js';
import { declare, flag } from '../host/declared.js';
import { changedMethodTexts } from '../i18n/changed-method-texts.js';
import { changeMethod } from '../i18n/en/change-method.js';
import { shared } from '../i18n/en/shared.js';
import { checkedCode } from '../flow/checked-code.js';
import { fetchTexts } from '../i18n/translate.js';
import type { TemplateResult } from 'lit';
import { ConnectElement } from '../host/connect-element.js';
import { Panel } from '../host/panel.js';
import { connect } from '../i18n/load-connect.js';
import { Carried } from '../redirect/carried.js';
import { Chooser, type MethodKeys } from '../redirect/chooser.js';
import { beField } from '../redirect/field-members.js';
import { fieldKinds } from '../redirect/form-field.js';
import { styles } from '../ui/styles.js';
import { KnownMethods } from '../controllers/known-methods.js';
import { ticketOf } from '../controllers/ticket.js';
import { methodChange } from '../flow/operations.js';
import type { Request } from '../flow/states.js';

/**
 * @summary Choose another payment method for a product, or renew the one in use.
 *
 * Offers the documented methods at once. A list of the server's that is understood marks the one in use,
 * which can be chosen again to renew it, such as a card that expires; it switches off what is not listed,
 * unless the reader has chosen it or is at it, or nothing but the one in use would be left. A list that
 * cannot be read, or is not understood, switches off nothing. Pressing the button asks the API for a change
 * and sends the browser to the login server, which brings it back with an outcome. **Grant nothing on
 * `connect-outcome`: ask your server.**
 *
 * ASSUMED: every change goes over the login server, also to `invoice` and `autoGiro`.
 *
 * Source: Connect API reference, Payment, "List payment methods" and "Change payment method". All
 * shared settings of `connect-config` are attributes here too.
 *
 * @tag connect-change-method
 * @attr {string} product-code - Required, 1 to 12 characters.
 * @attr {string} methods - Which of `invoice` `autoGiro` `recurringVippsPayment`
 *   `recurringPayExCardPayment` `recurringKlarnaPayment` `recurringNexiPayment` to offer, in this order,
 *   separated by spaces. Default: all. Other values are ignored with a console warning.
 * @attr {string} value - The chosen method.
 * @attr {boolean} replace-card - When the product already has a PayEx card and changes to one, the new
 *   card takes the old one's place: the redirect carries the old one's token as `ticket`. Off by default,
 *   since only an older copy of the reference has it; without it the product has both cards.
 * @attr {boolean} remember - Choose the method first that was used last in this browser.
 * @attr {string} name - Under which the chosen method stands in the `FormData` of the form around.
 * @attr {boolean} required - The form is not valid while there is no method to choose.
 * @attr {boolean} disabled - Nothing can be chosen or sent, as in a `fieldset` that is disabled.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The list has answered or failed; how many can be chosen.
 * @fires {CustomEvent<SelectDetail>} connect-select - A method was chosen.
 * @fires {CustomEvent<SubmitDetail>} connect-submit - Before anything is sent; cancelable.
 * @fires {CustomEvent<TransactionDetail>} connect-transaction - The API made a payment change.
 * @fires {CustomEvent<RedirectDetail>} connect-redirect - Before the browser leaves; cancelable.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - Back with an outcome, not verified.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the methods said. None comes of
 *   the method in use, renewed: it is listed as before either way, so ask your server about the card.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`. When it is the list
 *   that cannot be read, the choice stays and `connect-load` comes too.
 * @slot - Heading.
 * @slot error - Replaces the message after an error.
 * @slot empty - Replaces the text when `methods` leaves nothing to choose from.
 * @slot footer - Below everything.
 * @slot icon-invoice - Replaces an icon; one slot each, also `icon-autoGiro`,
 *   `icon-recurringVippsPayment`, `icon-recurringPayExCardPayment`,
 *   `icon-recurringKlarnaPayment` and `icon-recurringNexiPayment`.
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
 * @cssstate loading - Its settings or texts are not there yet.
 * @cssstate ready - The choice can be made.
 * @cssstate empty - `methods` leaves nothing to choose from.
 * @cssstate submitting - The API is asked for a change.
 * @cssstate redirecting - The browser leaves.
 * @cssstate settled - Back with an outcome.
 * @cssstate failed - An error, or a change in doubt.
 */
export class ConnectChangeMethod extends ConnectElement {
  static override styles = styles;
  /**
   * The browser asks for it by this name.
   *
   * @internal
   */
  static readonly formAssociated = beField(this.prototype, (host) => host.#chooser);
  static override properties = declare(this.prototype, { ...fieldKinds, replaceCard: flag });

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
  /** Whether a new PayEx card takes the place of the product's old one. */
  declare replaceCard: boolean;

  readonly #panel: Panel = new Panel(this, {
    flow: 'change-method',
    isOffer: true,
    place: 'change-method',
    english: { shared, 'change-method': changeMethod },
    source: connect,
    identity: () => [this.productCode],
    load: (options) => this.#load(options),
    stop: () => this.#chooser.forget(),
    forget: () => this.#known.forget(),
    news: () => [this.#chooser.flow],
    renderReady: () => this.#chooser.render(),
    renderReason: () => this.#renderReason(),
  });
  readonly #known: KnownMethods = new KnownMethods(this.#panel);
  readonly #chooser: Chooser = new Chooser(this, this.#panel, {
    operation: methodChange,
    place: 'change-method',
    documented: productMethods,
    textsOf: (paymentMethod) => this.#textsOf(paymentMethod),
    action: () => ['change-method.action'],
    subject: (paymentMethod) => this.#subject(paymentMethod),
    more: new Carried(async (subject) => (this.replaceCard ? ticketOf(this.#panel, subject) : {})),
    isCurrent: (paymentMethod) => this.#known.isCurrent(paymentMethod),
    isImpossible: (paymentMethod) => this.#impossible.includes(paymentMethod),
  });

  /**
   * Changes to the chosen method, as the button does. While a change is under way it does nothing.
   * Resolves when the browser was sent away or the attempt has ended; what happened is told by events.
   */
  change(): Promise<void> {
    return this.#chooser.submit();
  }

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
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

  get #impossible(): readonly string[] {
    return this.#known.impossible(this.#chooser.choices);
  }

  #textsOf(paymentMethod: string): MethodKeys {
    const remark = this.#known.isCurrent(paymentMethod) ? 'change-method.current' : undefined;
    return { ...changedMethodTexts(paymentMethod), remark };
  }

  #subject(paymentMethod: string): Request {
    const productCode = checkedCode('product-code', this.productCode, 12);
    const known = this.#known.isCurrent(paymentMethod) ? paymentMethod : undefined;
    return { flow: 'change-method', paymentMethod, productCode, invoiceNumber: '', known };
  }

  /** The choice is there before the list, which only says more about it. */
  async #load(options: CallOptions): Promise<number> {
    const { productCode } = this.#chooser.prepare();
    // A button that cannot reach the API is none.
    this.#panel.api();
    const count = this.#chooser.choices.length;
    if (!count) return 0;
    await fetchTexts(connect, this.#panel.language());
    options.signal.throwIfAborted();
    if (!options.isUnasked) this.#panel.reading.reveal();
    await this.#known.load(productCode, options, () => this.#chooser.keepChoice());
    return count - this.#impossible.length;
  }

  #renderReason(): unknown {
    const { problem } = this.#known;
    const isQuiet = this.#panel.view === 'ready' && !this.#chooser.flow.message;
    return isQuiet && problem ? this.#panel.renderFailure(problem) : undefined;
  }
}
