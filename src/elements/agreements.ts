import { html, type TemplateResult } from 'lit';
import {
  agreementProviders,
  fingerprints,
  isAbout,
  isProvider,
  listAgreements,
  mayBeRemoved,
  removeAgreement,
  type Agreement,
  type AgreementProvider,
} from '../api/connect/agreements.js';
import { never } from '../api/http.js';
import { configError, toConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { StateName } from '../host/state-name.js';
import { version } from '../host/define.js';
import { all, declare, text } from '../host/declared.js';
import { addAgreement } from '../i18n/en/add-agreement.js';
import { agreements } from '../i18n/en/agreements.js';
import { shared } from '../i18n/en/shared.js';
import type { TextKey } from '../i18n/keys.js';
import { agreementAddition } from '../flow/agreement-addition.js';
import { checkedCode } from '../flow/checked-code.js';
import { ListElement } from '../redirect/list-element.js';
import { prepareRedirect } from '../redirect/login-server.js';
import type { Operation } from '../flow/operations.js';
import type { Request } from '../flow/states.js';
import { quietButton } from '../ui/entry.js';
import { listStyles } from '../ui/list-styles.js';
import { styles } from '../ui/styles.js';
import { agreementRow, removalQuestion } from '../views/agreement-row.js';

/**
 * @summary Lists, adds and removes recurring agreements and tokens of one provider.
 *
 * Add is the redirect flow, as paying is. Remove is asked for once, in place; the row goes when the
 * server has said that the agreement is removed, and not before.
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
export class ConnectAgreements extends ListElement {
  static readonly version = version;
  static override styles = [styles, listStyles];
  static override properties = declare(this.prototype, all(text, ['provider', 'productCode']));

  /** Who keeps the agreements: `vipps` (default), `payex`, `klarna` or `nexi`. */
  declare provider: string | undefined;
  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;

  protected readonly flow = 'agreements';
  protected readonly place = 'agreements';
  protected readonly english = { shared, agreements, 'add-agreement': addAgreement };
  #agreements: readonly Agreement[] = [];
  #asked: Agreement | undefined;
  #isRemoving = false;
  #removal = new AbortController();
  /** The agreements that were read last: those of `product-code`, or of all products without it. */
  get agreements(): readonly Agreement[] {
    const { productCode } = this;
    return this.#agreements.filter((one) => productCode == null || isAbout(one, productCode));
  }

  /**
   * Adds an agreement, as the button does. While something is under way it does nothing. Resolves when
   * the browser was sent away or the attempt has ended; what happened is told by events.
   */
  async add(): Promise<void> {
    if (!this.#mayAdd) return;
    // What is said of a removal makes way for what is open.
    this.told = undefined;
    this.refresh(false);
    if (!this.news.mayBegin) return;
    await this.news.press(this.#subject());
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
    this.#asked = undefined;
    this.refresh(false);
    if (!this.emit('remove', { agreement }, true)) return;
    const signal = this.#beginRemoval();
    try {
      // Aborting it would leave its fate unknown.
      await removeAgreement(this.api(), agreement, { signal: never });
      // What was added and is removed again is not looked for.
      this.news.forgetArrival(false);
      this.emit('removed', { agreement });
      if (!signal.aborted) await this.#reread(agreement, signal, true);
    } catch (cause) {
      const error = toConnectError(cause);
      this.emitError(error);
      if (signal.aborted) return;
      if (mayBeRemoved(error)) await this.#reread(agreement, signal, false);
      else this.#say('agreements.not-removed.refused', `shared.error.${error.code}`, 'error');
    } finally {
      this.#isRemoving = false;
      this.requestUpdate();
    }
  }

  protected get operation(): Operation {
    return agreementAddition(agreementProviders[this.#provider].paymentMethod);
  }

  get #isBusy(): boolean {
    return this.#isRemoving || this.news.isBusy;
  }

  protected override get stateName(): StateName {
    return this.#isRemoving ? 'submitting' : super.stateName;
  }

  protected override get awaited(): TextKey {
    return this.#isRemoving ? 'agreements.removing' : super.awaited;
  }

  protected override stop(): void {
    super.stop();
    this.#removal.abort();
    this.#asked = this.told = undefined;
    this.#agreements = [];
  }

  protected identity(): readonly unknown[] {
    return [this.provider, this.productCode];
  }

  protected async load(options: CallOptions): Promise<number> {
    const provider = this.#provider;
    if (this.productCode != null) {
      this.news.follow(this.#subject());
      prepareRedirect(this.settings, this.operation);
    } else void this.tellArrival('', options.signal);
    this.#agreements = await listAgreements(this.api(), provider, options);
    return this.agreements.length;
  }

  protected override renderView(): unknown {
    return html`${super.renderView()}
    ${
      this.#mayAdd
        ? html`<div>${this.#renderAdd()}</div>`
        : this.stateName === 'submitting'
          ? this.t(this.awaited)
          : ''
    }`;
  }

  protected renderReady(): TemplateResult {
    return html`<div part="list" role="list">
      ${this.agreements.map((one) => agreementRow(one, this.productCode == null, this.t, this.#renderAction(one)))}
    </div>`;
  }

  #renderAdd(): TemplateResult {
    const key = 'add-agreement.action';
    return quietButton(key, this.t(key), () => void this.add());
  }

  get #provider(): AgreementProvider {
    const { provider = 'vipps' } = this;
    if (isProvider(provider)) return provider;
    throw configError('provider', Object.keys(agreementProviders).join(', '));
  }

  /** Not while it is unknown what came of the last one: that is to be looked into first. */
  get #mayAdd(): boolean {
    const isRead = this.view === 'ready' || this.view === 'empty';
    return (
      this.productCode != null && isRead && !this.#isBusy && (this.news.mayBegin || !!this.told)
    );
  }

  #subject(): Request {
    const { paymentMethod } = agreementProviders[this.#provider];
    const productCode = checkedCode('product-code', this.productCode, 12);
    const known = fingerprints(this.#agreements, productCode).join('.') || '-';
    return { flow: 'add-agreement', paymentMethod, productCode, invoiceNumber: '', known };
  }

  #renderAction(agreement: Agreement): unknown {
    // A list that is read again has other objects for the same.
    if (this.#asked && agreement.reference === this.#asked.reference) {
      return this.#renderQuestion(agreement);
    }
    const isRemovable = agreement.reference && !this.#isBusy;
    const key = 'agreements.remove';
    return isRemovable && quietButton(key, this.t(key), () => void this.#ask(agreement));
  }

  #renderQuestion(agreement: Agreement): TemplateResult {
    const remove = () => void this.remove(agreement);
    return removalQuestion(remove, () => void this.#ask(undefined), this.t);
  }

  /** Asks, or takes the question back; the focus goes along. */
  async #ask(agreement: Agreement | undefined): Promise<void> {
    const index = this.agreements.findIndex(
      ({ reference }) => reference === (agreement ?? this.#asked)?.reference,
    );
    this.#asked = agreement;
    this.requestUpdate();
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll('[part=item]')[index];
    row?.querySelector<HTMLElement>('[part=message], button')?.focus();
  }

  /** What is being waited for would write over what is said of this. */
  #beginRemoval(): AbortSignal {
    this.#removal.abort();
    this.news.stop();
    this.told = undefined;
    this.#isRemoving = true;
    return (this.#removal = new AbortController()).signal;
  }

  #say(title: TextKey, body: TextKey, slot = 'notice'): void {
    this.told = { slot, title, body };
    this.refresh(true);
  }

  /** Says what the server lists after a removal, whatever it has answered to it. */
  async #reread(agreement: Agreement, signal: AbortSignal, isRemoved: boolean): Promise<void> {
    await this.reload();
    if (signal.aborted) return;
    const tell = (moment: 'removed' | 'in-doubt' | 'still-listed' | 'not-removed') =>
      this.#say(`agreements.${moment}.title`, `agreements.${moment}.body`);
    if (this.view === 'failed') return tell(isRemoved ? 'removed' : 'in-doubt');
    const isListed = this.#agreements.some(({ reference }) => reference === agreement.reference);
    if (isListed) return tell(isRemoved ? 'still-listed' : 'not-removed');
    if (!isRemoved) this.emit('removed', { agreement });
    tell('removed');
  }
}
