import { html, type TemplateResult } from 'lit';
import {
  agreementProviders,
  fingerprints,
  isAbout,
  isProvider,
  listAgreements,
  type Agreement,
  type AgreementProvider,
} from '../api/connect/agreements.js';
import { configError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import { agreementAddition } from '../flow/agreement-addition.js';
import { checkedCode } from '../flow/checked-code.js';
import type { Request } from '../flow/states.js';
import { ConnectElement } from '../host/connect-element.js';
import { all, declare, text } from '../host/declared.js';
import { pageDialect } from '../host/page-dialect.js';
import { Panel } from '../host/panel.js';
import { addAgreement } from '../i18n/en/add-agreement.js';
import { agreements } from '../i18n/en/agreements.js';
import { shared } from '../i18n/en/shared.js';
import { connect } from '../i18n/load-connect.js';
import { ListArrivals } from '../redirect/list-arrivals.js';
import { prepareRedirect } from '../redirect/login-server.js';
import { quietButton } from '../ui/entry.js';
import { listStyles } from '../ui/list-styles.js';
import { styles } from '../ui/styles.js';
import { agreementRow, removalQuestion } from '../views/agreement-row.js';
import { OtherProducts } from '../controllers/other-products.js';
import { Removal } from '../controllers/removal.js';

/**
 * @summary Lists, adds and removes recurring agreements and tokens of one provider.
 *
 * Add is the redirect flow, as paying is. A press on Remove asks once more, in place, and where the product in view
 * is paid with that agreement and no other says what happens then; the row goes when the server has said that the
 * agreement is removed, and not before.
 * **Grant nothing on `connect-outcome`: an address is a claim anyone can type. Ask your server.**
 *
 * Source: Connect API reference, Vipps, PayEx, Klarna and Nexi: "List …", "Add …" and "Remove …". All
 * shared settings of `connect-config` are attributes here too.
 *
 * ASSUMED: what the reference does not show of PayEx, Klarna and Nexi follows Vipps; see
 * `api/connect/agreements`.
 *
 * @tag connect-agreements
 * @attr {vipps|payex|klarna|nexi} provider - Who keeps the agreements. Default `vipps`.
 * @attr {string} product-code - What is paid for, 1 to 12 characters. Without it the agreements of all
 *   products are listed and none can be added.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The agreements were read.
 * @fires {CustomEvent<SubmitDetail>} connect-submit - Before an addition is sent; cancelable.
 * @fires {CustomEvent<TransactionDetail>} connect-transaction - The API made a transaction.
 * @fires {CustomEvent<RedirectDetail>} connect-redirect - Before the browser leaves; cancelable.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - Back with an outcome, not verified.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the agreements said.
 * @fires {CustomEvent<RemoveDetail>} connect-remove - Before a removal is sent; cancelable.
 * @fires {CustomEvent<RemoveDetail>} connect-removed - The server said that it is removed.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`.
 * @slot - Heading.
 * @slot error - Replaces the message after an error.
 * @slot empty - Replaces the text when there is no agreement.
 * @slot footer - Below everything.
 * @slot icon-recurringVippsPayment - Replaces an icon; one slot each, also
 *   `icon-recurringPayExCardPayment`,
 *   `icon-recurringKlarnaPayment` and `icon-recurringNexiPayment`.
 * @slot finished - Replaces the message of an outcome; one slot each, also `cancelled`, `failed`,
 *   `unknown` and `initiated`.
 * @slot open - Replaces the offer to continue what was begun before.
 * @slot elsewhere - Replaces the message that it was begun in another window.
 * @slot in-doubt - Replaces the message when it is not known whether it was begun.
 * @slot redirecting - Replaces the message while the browser leaves.
 * @slot notice - Replaces any other message.
 * @slot question - Replaces the question whether to remove.
 * @slot others - Replaces the offer to add the same to other products, once one was added.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart list - The agreements.
 * @csspart item - One agreement.
 * @csspart icon - Its icon.
 * @csspart label - Its name.
 * @csspart description - Small print.
 * @csspart button - Any button.
 * @csspart message - An error, a question, or an addition that came back.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - The agreements are read.
 * @cssstate ready - The agreements are shown.
 * @cssstate empty - There is no agreement.
 * @cssstate submitting - The API is asked to add or to remove one.
 * @cssstate redirecting - The browser leaves.
 * @cssstate settled - Back with an outcome.
 * @cssstate failed - An error.
 */
export class ConnectAgreements extends ConnectElement {
  static override styles = [styles, listStyles];
  static override properties = declare(this.prototype, all(text, ['provider', 'productCode']));

  /** Who keeps the agreements: `vipps` (default), `payex`, `klarna` or `nexi`. */
  declare provider: string | undefined;
  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;

  #agreements: readonly Agreement[] = [];
  readonly #panel: Panel = new Panel(this, {
    flow: 'agreements',
    place: 'agreements',
    english: { shared, agreements, 'add-agreement': addAgreement },
    source: connect,
    identity: () => [this.provider, this.productCode],
    load: (options) => this.#load(options),
    forget: () => this.#forget(),
    news: () => [this.#removal, this.#addition],
    renderReady: () => this.#renderReady(),
    renderBelow: () => this.#renderBelow(),
  });
  readonly #removal: Removal = new Removal(this, this.#panel, {
    read: () => this.#agreements,
    begun: () => this.#addition.stop(),
  });
  readonly #arrivals = new ListArrivals(this, this.#panel, () => {
    const { paymentMethod } = agreementProviders[this.#provider];
    return { productCode: this.productCode, operation: agreementAddition(paymentMethod) };
  });
  readonly #addition = this.#arrivals.flow;
  readonly #others = new OtherProducts(this, () => !this.#arrivals.isTelling);

  /** The agreements that were read last: those of `product-code`, or of all products without it. */
  get agreements(): readonly Agreement[] {
    const { productCode } = this;
    const isListed = (one: Agreement) =>
      productCode == null || isAbout(one, productCode, pageDialect());
    return this.#agreements.filter(isListed);
  }

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.#panel.reload();
  }

  /**
   * Adds an agreement, as the button does. While something is under way it does nothing. Resolves when
   * the browser was sent away or the attempt has ended; what happened is told by events.
   */
  async add(): Promise<void> {
    if (!this.#mayAdd) return;
    // What is said of a removal makes way for what is open.
    this.#removal.silence();
    this.#panel.refresh(false);
    if (!this.#addition.mayBegin) return;
    await this.#addition.press(this.#subject());
  }

  /**
   * Removes one of `agreements` without asking, as the button of the question does. Fires
   * `connect-remove` before anything is sent, and `connect-removed` or `connect-error`. While something
   * is under way it does nothing.
   *
   * Without an agreement it is the DOM's own `remove()`, which takes the element out of the page.
   */
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the DOM's own has no result
  override async remove(agreement?: Agreement): Promise<void> {
    if (!agreement) return super.remove();
    // What has no name cannot be named in a removal.
    if (this.#isBusy || !agreement.reference) return;
    await this.#removal.remove(agreement);
  }

  protected override render(): TemplateResult {
    return this.#panel.render();
  }

  get #isBusy(): boolean {
    return this.#removal.isUnderWay || this.#addition.isBusy;
  }

  #forget(): void {
    this.#agreements = [];
    this.#others.forget();
  }

  async #load(options: CallOptions): Promise<number> {
    const { operation, productCode } = this.#arrivals.listed;
    if (productCode != null) {
      if (!this.#arrivals.isTelling) this.#addition.follow(this.#subject());
      prepareRedirect(this.#panel.settings(), operation);
    }
    // What was added to another product comes back to the same page.
    void this.#arrivals.tell(productCode == null ? '' : undefined, options.signal);
    this.#agreements = await listAgreements(this.#panel.api(), this.#provider, options);
    return this.agreements.length;
  }

  #renderReady(): TemplateResult {
    const isOfAll = this.productCode == null;
    const rowOf = (one: Agreement) =>
      agreementRow(one, isOfAll, this.#panel.t, this.#renderAction(one));
    return html`<div part="list" role="list">${this.agreements.map(rowOf)}</div>`;
  }

  #renderBelow(): unknown {
    const { t, state, awaited } = this.#panel;
    if (!this.#mayAdd) return state === 'submitting' ? t(awaited) : '';
    const key = 'add-agreement.action';
    const addTo = (code: string) => void this.#addition.press(this.#subject(code));
    return html`${this.#others.render(this.#agreements, this.productCode, t, addTo)}
      <div>${quietButton(key, t(key), () => void this.add())}</div>`;
  }

  get #provider(): AgreementProvider {
    const { provider = 'vipps' } = this;
    if (isProvider(provider)) return provider;
    throw configError('provider', Object.keys(agreementProviders).join(', '));
  }

  /** Not while it is unknown what came of the last one: that is to be looked into first. */
  get #mayAdd(): boolean {
    const { view } = this.#panel;
    const isRead = view === 'ready' || view === 'empty';
    const mayBegin = this.#addition.mayBegin || !!this.#removal.message;
    return this.productCode != null && isRead && !this.#isBusy && mayBegin;
  }

  #subject(code = this.productCode): Request {
    const { paymentMethod } = agreementProviders[this.#provider];
    const productCode = checkedCode('product-code', code, 12);
    const known = fingerprints(this.#agreements, productCode, pageDialect()).join('.') || '-';
    return { flow: 'add-agreement', paymentMethod, productCode, invoiceNumber: '', known };
  }

  #renderAction(agreement: Agreement): unknown {
    const { t } = this.#panel;
    const removal = this.#removal;
    if (removal.isAsked(agreement)) {
      const remove = () => void this.remove(agreement);
      const isLast = this.productCode != null && this.agreements.length === 1;
      return removalQuestion(isLast, remove, () => void removal.ask(undefined), t);
    }
    const isRemovable = agreement.reference && !this.#isBusy;
    const key = 'agreements.remove';
    return isRemovable && quietButton(key, t(key), () => void removal.ask(agreement));
  }
}
