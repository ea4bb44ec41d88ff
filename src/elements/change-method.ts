import { assumedLogin } from '../api/connect/login.js';
import { findTicket } from '../api/connect/payex.js';
import { never } from '../api/http.js';
import {
  availabilityOf,
  impossibleOf,
  nothingKnown,
  type Availability,
} from '../api/connect/availability.js';
import type { ConnectApi } from '../api/connect/dialect.js';
import { readMethodList } from '../api/connect/payment.js';
import { productMethods } from '../api/connect/product-methods.js';
import { toConnectError, type ConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { Subject } from '../flow/transaction.js';
import { declare, flag } from '../host/declared.js';
import { version } from '../host/define.js';
import { changedMethodTexts } from '../i18n/changed-method-texts.js';
import { changeMethod } from '../i18n/en/change-method.js';
import { shared } from '../i18n/en/shared.js';
import { checkedCode } from '../flow/checked-code.js';
import { fetchTexts } from '../i18n/translate.js';
import { ChooserElement, type MethodKeys } from '../redirect/chooser-element.js';
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
export class ConnectChangeMethod extends ChooserElement {
  static readonly version = version;
  static override properties = declare(this.prototype, { replaceCard: flag });

  /** Whether a new PayEx card takes the place of the product's old one. */
  declare replaceCard: boolean;

  protected readonly operation = methodChange;
  protected readonly place = 'change-method';
  protected readonly english = { shared, 'change-method': changeMethod };
  protected readonly documented = productMethods;
  protected readonly action = ['change-method.action'] as const;
  #known: Availability = nothingKnown;
  #unread: ConnectError | undefined;

  /**
   * Changes to the chosen method, as the button does. While a change is under way it does nothing.
   * Resolves when the browser was sent away or the attempt has ended; what happened is told by events.
   */
  change(): Promise<void> {
    return this.submit();
  }

  protected override isCurrent(paymentMethod: string): boolean {
    return this.#known.current.includes(paymentMethod);
  }

  protected override isImpossible(paymentMethod: string): boolean {
    return impossibleOf(this.#known, this.choices).includes(paymentMethod);
  }

  protected textsOf(paymentMethod: string): MethodKeys {
    const remark = this.isCurrent(paymentMethod) ? 'change-method.current' : undefined;
    return { ...changedMethodTexts(paymentMethod), remark };
  }

  protected identity(): readonly unknown[] {
    return [this.productCode];
  }

  protected subject(paymentMethod: string): Request {
    const productCode = checkedCode('product-code', this.productCode, 12);
    const known = this.isCurrent(paymentMethod) ? paymentMethod : undefined;
    return { flow: this.flow, paymentMethod, productCode, invoiceNumber: '', known };
  }

  /** The choice is there before the list, which only says more about it. */
  protected async load(options: CallOptions): Promise<number> {
    const { productCode } = this.prepare();
    const api = this.api();
    if (!this.choices.length) return 0;
    await fetchTexts(this.source, this.language);
    options.signal.throwIfAborted();
    if (!options.isUnasked) this.reading.reveal();
    const known = await this.#read(api, productCode, options);
    this.keepChoice();
    this.#known = known;
    return this.choices.length - impossibleOf(known, this.choices).length;
  }

  /** A list that cannot be read stops nobody. */
  async #read(api: ConnectApi, productCode: string, options: CallOptions): Promise<Availability> {
    try {
      const list = await readMethodList(api, productCode, options);
      this.#unread = undefined;
      return availabilityOf(list, productMethods);
    } catch (cause) {
      options.signal.throwIfAborted();
      const error = toConnectError(cause);
      if (options.isUnasked || error.code === 'config') throw error;
      // Whoever has to log in first is told so before the press.
      this.#unread = error.code === 'unauthorized' ? error : undefined;
      this.emitError(error);
      return nothingKnown;
    }
  }

  protected override renderReason(): unknown {
    const unread = this.view === 'ready' && !this.news.message ? this.#unread : undefined;
    return unread ? this.renderFailure(unread) : super.renderReason();
  }

  protected override stop(): void {
    super.stop();
    this.#known = nothingKnown;
    this.#unread = undefined;
  }

  protected override async moreParameters({
    productCode,
    paymentMethod,
  }: Subject): Promise<Readonly<Record<string, string>>> {
    if (!this.replaceCard || paymentMethod !== 'recurringPayExCardPayment') return {};
    const options = { signal: never, isFresh: true };
    const api = this.api();
    const { ticketParameter = assumedLogin.ticketParameter } = api.dialect;
    const ticket = await findTicket(api, productCode, options);
    return ticket ? { [ticketParameter]: ticket } : {};
  }
}
