import { html, type TemplateResult } from 'lit';
import { configError, toConnectError } from '../api/errors.js';
import { never } from '../api/http.js';
import {
  cancelPaymentMethod,
  getPaymentMethod,
  isPendingPayments,
  listPaymentMethodSubscriptions,
  standingOf,
  type StoredPaymentMethod,
} from '../api/onlinefundraising/payment-method.js';
import type { CallOptions } from '../api/shared-read.js';
import { CancelRunner } from '../flow/cancel/runner.js';
import type { CancelState } from '../flow/cancel/states.js';
import { events, view, type ActionName } from '../flow/cancel/view.js';
import { ConnectElement } from '../host/connect-element.js';
import type { StateName } from '../host/state-name.js';
import { version } from '../host/define.js';
import { declare, text } from '../host/declared.js';
import { methodStatus } from '../i18n/en/method-status.js';
import { shared } from '../i18n/en/shared.js';
import type { TextKey } from '../i18n/keys.js';
import { methodStatus as source } from '../i18n/load-method-status.js';
import { platform } from '../platform/platform.js';
import { quietButton } from '../ui/entry.js';
import { factsStyles } from '../ui/facts-styles.js';
import { listStyles } from '../ui/list-styles.js';
import { styles } from '../ui/styles.js';
import { cancelMessage } from '../views/cancel-message.js';
import { storedMethodRow, storedSubscriptionRow } from '../views/stored-method-row.js';

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
  static readonly version = version;
  static override styles = [styles, factsStyles, listStyles];
  static override properties = declare(this.prototype, { guid: text });

  /** Which method; 1 to 64 letters, digits and hyphens. */
  declare guid: string | undefined;

  protected readonly flow = 'method-status';
  protected readonly place = 'method-status';
  protected readonly english = { shared, 'method-status': methodStatus };
  protected readonly source = source;
  #method: StoredPaymentMethod | undefined;
  #runner: CancelRunner | undefined;
  /** What was shown last of it. */
  #shown: CancelState = { name: 'unread' };

  /** The method as it was read last, without tokens; undefined when there is none. */
  get paymentMethod(): StoredPaymentMethod | undefined {
    return this.#method;
  }

  /**
   * Asks the server to cancel the method, without the question of the button, and where there would be
   * one. Resolves when the server has said what became of it, or has been asked often enough.
   */
  async cancel(): Promise<void> {
    if (this.stateName === 'ready') await this.#runner?.cancel();
  }

  protected identity(): readonly unknown[] {
    return [this.guid];
  }

  protected async load(options: CallOptions): Promise<number> {
    if (!this.settings.apiUrl) throw configError('api-url', 'your backend');
    const { guid = '' } = this;
    if (!/^[\da-z-]{1,64}$/i.test(guid)) throw configError('guid', 'a GUID');
    const runner = (this.#runner ??= this.#start(guid));
    const standing = await this.#read(guid, options);
    runner.send({ type: 'loaded', standing });
    return Number(standing !== 'gone');
  }

  protected override stop(): void {
    super.stop();
    this.#runner?.send({ type: 'left' });
    this.#runner = this.#method = this.told = undefined;
    this.#shown = { name: 'unread' };
  }

  protected override get stateName(): StateName {
    return view(this.#shown).state ?? super.stateName;
  }

  protected override get awaited(): TextKey {
    return view(this.#shown).state ? 'method-status.submitting' : super.awaited;
  }

  protected renderReady(): TemplateResult {
    const method = this.#method;
    const { language, t } = this;
    const ask = () => this.#runner?.send({ type: 'asked' });
    return html`<div part="list" role="list">
        ${method && storedMethodRow(method, language, t)}
        ${method?.subscriptions?.map((one) => storedSubscriptionRow(one, language, t))}
      </div>
      ${
        view(this.#shown).mayAsk
          ? html`<div>${quietButton('method-status.cancel', t('method-status.cancel'), ask)}</div>`
          : ''
      }`;
  }

  #start(guid: string): CancelRunner {
    const runner: CancelRunner = new CancelRunner(
      guid.toLowerCase(),
      platform,
      {
        read: (options) => this.#read(guid, options),
        // Aborting a POST would leave its fate unknown: an answer that comes too late is ignored instead.
        cancel: () => cancelPaymentMethod(this.api(), guid, { signal: never }),
        isPending: isPendingPayments,
      },
      {
        changed: () => runner === this.#runner && this.#show(runner),
        permit: () => this.emit('remove', this.#about, true),
        tellRemoved: () => this.emit('removed', this.#about),
        tellError: (error) => this.emitError(error),
      },
    );
    return runner;
  }

  get #about() {
    return { agreement: this.#method ?? {} };
  }

  async #read(guid: string, options: CallOptions): Promise<ReturnType<typeof standingOf>> {
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
    return standingOf(method);
  }

  /** Says what there is to say of the state now; the focus moves to what is said anew. */
  #show({ state, secondsLeft: seconds }: CancelRunner): void {
    const before = this.#shown;
    const { message } = view((this.#shown = state));
    const send = (action: ActionName) => this.#runner?.send(events[action]);
    this.told = message && cancelMessage(message, seconds, send, this.t);
    if (state.name === 'gone') {
      this.reading.emptied();
      this.#method = undefined;
    }
    const isNew = before.name !== state.name && !message?.failure;
    this.refresh(isNew && (!!message || (state.name === 'gone' && before.name !== 'unread')));
    if (before.name === 'questioning' && state.name === 'shown') void this.#keep();
  }

  /** Back to where the question was asked, and a reader who is there as well. */
  async #keep(): Promise<void> {
    const isHere = this.matches(':focus-within');
    await this.updateComplete;
    if (isHere) this.renderRoot.querySelector('button')?.focus();
  }
}
