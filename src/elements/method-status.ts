import { html, type TemplateResult } from 'lit';
import { configError } from '../api/errors.js';
import type { StoredPaymentMethod } from '../api/onlinefundraising/payment-method.js';
import type { CallOptions } from '../api/shared-read.js';
import { ConnectElement } from '../host/connect-element.js';
import { declare, text } from '../host/declared.js';
import { Panel } from '../host/panel.js';
import { methodStatus } from '../i18n/en/method-status.js';
import { shared } from '../i18n/en/shared.js';
import { methodStatus as source } from '../i18n/load-method-status.js';
import { quietButton } from '../ui/entry.js';
import { factsStyles } from '../ui/facts-styles.js';
import { listStyles } from '../ui/list-styles.js';
import { styles } from '../ui/styles.js';
import { storedMethodRow, storedSubscriptionRow } from '../views/stored-method-row.js';
import { Cancelling } from '../controllers/cancelling.js';

/**
 * @summary Shows one stored payment method with its subscriptions, and cancels it.
 *
 * **The merchant's key never reaches a browser:** the element talks to the site's own backend, which adds
 * it. `demo/site/online-fundraising.ts` is such a backend in a page of code.
 *
 * To cancel is to ask: the server accepts, and the state says later that it is done. Until then the
 * element reads it again with growing pauses, and says so. After a lost answer it reads before anything can be sent
 * again. That payments are pending is told only when the refusal's `errorCode` is `PendingPayments`: the vendor
 * publishes no code for it, so the backend that knows it says this one.
 *
 * Source: OnlineFundraising Payment API, "Payment Method". Of the shared settings of `connect-config`,
 * which are attributes here too, those that lead to the API are of use.
 *
 * @tag connect-method-status
 * @attr {string} guid - Required, 1 to 64 letters, digits and hyphens.
 * @attr {string} api-url - The site's backend, here or in the settings around; there is no default.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The method was read; `count` is 0 when there is none
 *   with this guid any more.
 * @fires {CustomEvent<RemoveDetail>} connect-remove - Before the server is asked to cancel; cancelable.
 * @fires {CustomEvent<RemoveDetail>} connect-removed - The server says that it is cancelled.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`. `bad-request` with
 *   status 404: there is no such method any more.
 * @slot - Heading.
 * @slot error - Replaces the message after an error.
 * @slot empty - Replaces the text when there is no such method any more.
 * @slot footer - Below everything.
 * @slot icon-Card - Replaces the icon; one slot for each type.
 * @slot asked - Replaces the message while the server is awaited, and when it has not confirmed.
 * @slot in-doubt - Replaces the message when it is not known whether the server was asked.
 * @slot pending - Replaces the message when payments are pending.
 * @slot notice - Replaces any other message.
 * @slot cancelled - Replaces the message when it is done.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart list - The method and its subscriptions.
 * @csspart item - The method, or one subscription.
 * @csspart icon - The icon of the type.
 * @csspart label - The method's or a subscription's name, or the name of a fact.
 * @csspart description - What a state means, a fact, or small print.
 * @csspart button - Any button.
 * @csspart message - A question, a notice or an error.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - The method is read.
 * @cssstate ready - The method is shown.
 * @cssstate empty - There is no such method any more.
 * @cssstate submitting - The server is asked to cancel.
 * @cssstate settled - It was asked: not confirmed yet, or done.
 * @cssstate failed - An error.
 */
export class ConnectMethodStatus extends ConnectElement {
  static override styles = [styles, factsStyles, listStyles];
  static override properties = declare(this.prototype, { guid: text });

  /** Which method; 1 to 64 letters, digits and hyphens. */
  declare guid: string | undefined;

  readonly #panel: Panel = new Panel(this, {
    flow: 'method-status',
    place: 'method-status',
    english: { shared, 'method-status': methodStatus },
    source,
    identity: () => [this.guid],
    load: (options) => this.#load(options),
    news: () => [this.#cancelling],
    renderReady: () => this.#renderReady(),
  });
  readonly #cancelling: Cancelling = new Cancelling(this, this.#panel);

  /** The method as it was read last, without tokens; undefined when there is none. */
  get paymentMethod(): StoredPaymentMethod | undefined {
    return this.#cancelling.method;
  }

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.#panel.reload();
  }

  /**
   * Asks the server to cancel the method, without the question of the button, and where there would be
   * one. Resolves when the server has said what became of it, or has been asked often enough.
   */
  async cancel(): Promise<void> {
    if (this.#panel.state === 'ready') await this.#cancelling.cancel();
  }

  protected override render(): TemplateResult {
    return this.#panel.render();
  }

  async #load(options: CallOptions): Promise<number> {
    if (!this.#panel.settings().apiUrl) throw configError('api-url', 'your backend');
    const { guid = '' } = this;
    if (!/^[\da-z-]{1,64}$/i.test(guid)) throw configError('guid', 'a GUID');
    return Number(await this.#cancelling.load(guid, options));
  }

  #renderReady(): TemplateResult {
    const { method, mayAsk } = this.#cancelling;
    const { t } = this.#panel;
    const language = this.#panel.language();
    const key = 'method-status.cancel';
    return html`<div part="list" role="list">
        ${method && storedMethodRow(method, language, t)}
        ${method?.subscriptions?.map((one) => storedSubscriptionRow(one, language, t))}
      </div>
      ${mayAsk ? html`<div>${quietButton(key, t(key), () => this.#cancelling.ask())}</div>` : ''}`;
  }
}
