import { html, type TemplateResult } from 'lit';
import { never } from '../api/http.js';
import { configError, toConnectError, type ConnectError } from '../api/errors.js';
import {
  cancelPaymentMethod,
  getPaymentMethod,
  listPaymentMethodSubscriptions,
  type StoredPaymentMethod,
} from '../api/onlinefundraising/payment-method.js';
import type { CallOptions } from '../api/shared-read.js';
import { growingPauses } from '../host/ask-again.js';
import { version } from '../host/define.js';
import { attributes } from '../host/settings-element.js';
import { TellingElement } from '../host/telling-element.js';
import { methodStatus } from '../i18n/en/method-status.js';
import { shared } from '../i18n/en/shared.js';
import { methodStatus as source } from '../i18n/load-method-status.js';
import { quietButton } from '../ui/entry.js';
import { factsStyles } from '../ui/facts-styles.js';
import { listStyles } from '../ui/list-styles.js';
import { styles } from '../ui/styles.js';
import { storedMethodRow, storedSubscriptionRow } from '../views/stored-method-row.js';

/** Methods that are being asked to cancel, by any element of the page. */
const underWay = new Set<string>();

/** ASSUMED: the document's state diagram is a picture; in any other state there is nothing to cancel. */
const isCancellable = (method?: StoredPaymentMethod): method is StoredPaymentMethod =>
  /^(New|Pending|Active)$/.test(method?.state ?? '');

/**
 * @summary Shows one stored payment method with its subscriptions, and cancels it.
 *
 * **The merchant's key never reaches a browser:** the element talks to the site's own backend, which adds
 * it. `demo/site/online-fundraising.ts` is such a backend in a page of code.
 *
 * To cancel is to ask: the server accepts, and the state says later that it is done. Until then the
 * element reads it again with growing pauses, and says so.
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
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`. `bad-request`
 *   with status 400: payments are pending; with 404: there is no such method any more.
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
export class ConnectMethodStatus extends TellingElement {
  static readonly version = version;
  static override styles = [styles, factsStyles, listStyles];
  static override properties = attributes(['guid']);

  /** Which method; 1 to 64 letters, digits and hyphens. */
  declare guid: string | undefined;

  protected readonly flow = 'method-status';
  protected readonly place = 'method-status';
  protected readonly deed = 'method-status';
  protected readonly english = { shared, 'method-status': methodStatus };
  protected readonly source = source;
  #method: StoredPaymentMethod | undefined;

  /** The method as it was read last, without tokens; undefined when there is none. */
  get paymentMethod(): StoredPaymentMethod | undefined {
    return this.#method;
  }

  /**
   * Asks the server to cancel the method, without the question of the button, and where there would be
   * one. Resolves when the server has said what became of it, or has been asked often enough.
   */
  async cancel(): Promise<void> {
    // One method, however its GUID is written.
    const guid = (this.guid ?? '').toLowerCase();
    const agreement = this.#method;
    if (this.stateName !== 'ready' || !isCancellable(agreement) || underWay.has(guid)) return;
    underWay.add(guid);
    const signal = this.restart();
    try {
      if (!this.emit('remove', { agreement }, true)) return this.#keep();
      this.say('submitting', { slot: 'notice', title: 'method-status.submitting' });
      // Aborting a POST would leave its fate unknown: an answer that comes too late is ignored instead.
      await cancelPaymentMethod(this.api(), guid, { signal: never });
      if (!signal.aborted) await this.#examine('asked');
    } catch (cause) {
      if (!signal.aborted) await this.#fail(toConnectError(cause));
    } finally {
      underWay.delete(guid);
    }
  }

  protected identity(): readonly unknown[] {
    return [this.guid];
  }

  protected async load(options: CallOptions): Promise<number> {
    // What is under way goes on; what waits for the reader is no longer the question.
    if (!this.state || this.told?.actions) this.say();
    if (!this.settings.apiUrl) throw configError('api-url', 'your backend');
    if (!/^[\da-z-]{1,64}$/i.test(this.guid ?? '')) throw configError('guid', 'a GUID');
    await this.#read(options);
    return Number(!!this.#method);
  }

  protected override stop(): void {
    super.stop();
    this.#method = undefined;
  }

  protected renderReady(): TemplateResult {
    const method = this.#method;
    const { language, t } = this;
    const mayAsk = isCancellable(method) && this.stateName === 'ready' && !this.told?.actions;
    return html`<div part="list" role="list">
        ${method && storedMethodRow(method, language, t)}
        ${method?.subscriptions?.map((one) => storedSubscriptionRow(one, language, t))}
      </div>
      ${mayAsk ? html`<div>${quietButton('method-status.cancel', t('method-status.cancel'), this.#ask)}</div>` : ''}`;
  }

  async #read(options: CallOptions): Promise<void> {
    const { guid = '' } = this;
    const api = this.api();
    const [method, subscriptions] = await Promise.all([
      getPaymentMethod(api, guid, options).catch((cause: unknown) => {
        if (toConnectError(cause).status === 404) return undefined;
        throw cause;
      }),
      // The method is worth showing without them.
      listPaymentMethodSubscriptions(api, guid, options).catch(() => undefined),
    ]);
    options.signal.throwIfAborted();
    this.#method = method && { ...method, subscriptions };
  }

  readonly #ask = (): void => {
    const actions = [
      { label: 'method-status.cancel.yes', act: () => void this.cancel() },
      { label: 'method-status.cancel.no', act: () => void this.#keep() },
    ] as const;
    this.say(undefined, {
      slot: 'notice',
      title: 'method-status.cancel.ask.title',
      body: 'method-status.cancel.ask.body',
      actions,
    });
  };

  /** Back to where the question was asked, and a reader who is there as well. */
  async #keep(): Promise<void> {
    const isHere = this.matches(':focus-within');
    this.say();
    await this.updateComplete;
    if (isHere) this.renderRoot.querySelector('button')?.focus();
  }

  /** The server did not accept, or we do not know. */
  async #fail(error: ConnectError): Promise<void> {
    this.emitError(error);
    const { code, status } = error;
    if (status === 404) this.#showGone();
    else if (status === 400) await this.#examine('pending');
    else if (/doubt|invalid/.test(code)) await this.#examine('in-doubt');
    else this.notice('method-status.not-cancelled.refused', `shared.error.${code}`, 'error');
  }

  #showGone(): void {
    this.#method = undefined;
    this.view = 'empty';
    this.say(undefined, undefined, true);
  }

  /** Says what is known, and asks the server what is true, as often as that calls for. */
  async #examine(about: 'asked' | 'in-doubt' | 'pending'): Promise<void> {
    const [title, body] = [`method-status.${about}.title`, `method-status.${about}.body`] as const;
    const known = { slot: about, title, body };
    const label = 'shared.check-again';
    const actions = [{ label, act: () => void this.#examine(about) }] as const;
    const pauses = about === 'pending' ? [0] : growingPauses;
    const ask = async (options: CallOptions) => {
      await this.#read(options);
      return !this.#method || this.#method.state === 'Cancelled';
    };
    const isOver = await this.examine(known, pauses, ask, 'failed', actions);
    const agreement = this.#method;
    if (isOver == null) return;
    if (!agreement) this.#showGone();
    else if (isOver) {
      this.say('settled', {
        slot: 'cancelled',
        tone: 'registered',
        title: 'method-status.cancelled',
      });
      this.emit('removed', { agreement });
    } else if (about === 'asked') this.say('settled', { ...known, actions });
    else if (isCancellable(agreement)) this.notice(title, body, about);
    else this.say();
  }
}
