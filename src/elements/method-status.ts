import { html, type TemplateResult } from 'lit';
import { configError, ConnectError, toConnectError } from '../api/errors.js';
import {
  cancelPaymentMethod,
  getPaymentMethod,
  listPaymentMethodSubscriptions,
  type StoredPaymentMethod,
} from '../api/onlinefundraising/payment-method.js';
import type { Api, CallOptions } from '../api/shared-read.js';
import { askAgain, growingPauses } from '../host/ask-again.js';
import { ConnectElement, type StateName } from '../host/connect-element.js';
import { version } from '../host/define.js';
import { languageOf } from '../host/language.js';
import { attributes } from '../host/settings-element.js';
import { errorText, texts } from '../i18n/en.js';
import {
  methodFacts,
  methodStatus as words,
  stateWords,
  subscriptionWords,
} from '../i18n/method-status.js';
import { facts } from '../ui/facts.js';
import { factsStyles } from '../ui/facts-styles.js';
import { icon } from '../ui/icons.js';
import { message, type MessageOptions } from '../ui/message.js';
import { status } from '../ui/status.js';
import { statusStyles } from '../ui/status-styles.js';
import { styles } from '../ui/styles.js';

/** Methods that are being asked to cancel, by any element of the page. */
const underWay = new Set<string>();

/** ASSUMED: the document's state diagram is a picture; in any other state there is nothing to cancel. */
const isCancellable = (method?: StoredPaymentMethod) =>
  /^(New|Pending|Active)$/.test(method?.state ?? '');

const tones = new Map([
  ['Active', 'registered'],
  ['Expired', 'error'],
  ['Failed', 'error'],
]);

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
 * @slot cancelled - Replaces the message when it is done.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart list - The subscriptions.
 * @csspart item - The state, or one subscription.
 * @csspart icon - The icon of the type.
 * @csspart label - The state, a subscription's name, or the name of a fact.
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
  static override properties = attributes(['guid']);
  static override styles = [styles, factsStyles, statusStyles];

  /** Which method; 1 to 64 letters, digits and hyphens. */
  declare guid: string | undefined;

  protected readonly flow = 'method-status';
  protected readonly heading = words.heading;
  #method: StoredPaymentMethod | undefined;
  #message: MessageOptions | undefined;
  #state: StateName | undefined;
  #run = new AbortController();

  /** The method as it was read last, without tokens; undefined when there is none. */
  get paymentMethod(): StoredPaymentMethod | undefined {
    return this.#method;
  }

  /**
   * Asks the server to cancel the method, without the question of the button, and where there would be
   * one. Resolves when the server has said what became of it, or has been asked often enough.
   */
  async cancel(): Promise<void> {
    const { guid = '' } = this;
    const agreement = this.#method;
    const mayCancel = this.stateName === 'ready' && isCancellable(agreement);
    if (!agreement || !mayCancel || underWay.has(guid)) return;
    underWay.add(guid);
    const signal = this.#restart();
    try {
      if (!this.emit('connect-remove', { flow: this.flow, agreement }, true)) return this.#keep();
      this.#say({ slot: 'notice', title: texts.busy }, 'submitting');
      // Aborting a POST would leave its fate unknown: an answer that comes too late is ignored instead.
      await cancelPaymentMethod(this.api(), guid, { signal: new AbortController().signal });
      if (!signal.aborted) await this.#examine('asked', signal);
    } catch (cause) {
      if (!signal.aborted) await this.#fail(toConnectError(cause), signal);
    } finally {
      underWay.delete(guid);
    }
  }

  protected identity(): readonly unknown[] {
    return [this.guid];
  }

  protected override api(): Api {
    if (!this.settings.apiUrl) throw configError('api-url', 'the address of your backend');
    return super.api();
  }

  protected async load(options: CallOptions): Promise<number> {
    // What is under way goes on; what waits for the reader is no longer the question.
    if (!this.#state || this.#message?.actions) this.#say();
    if (!/^[\da-z-]{1,64}$/i.test(this.guid ?? '')) {
      throw configError('guid', '1 to 64 letters, digits and hyphens');
    }
    await this.#read(options);
    return Number(!!this.#method);
  }

  protected override stop(): void {
    super.stop();
    this.#restart();
    this.#method = undefined;
    this.#say();
  }

  protected override get stateName(): StateName {
    return (this.view === 'ready' && this.#state) || super.stateName;
  }

  protected override renderView(): TemplateResult {
    if (this.view !== 'empty') return super.renderView();
    const [title, body] = words.gone;
    return message({ slot: 'empty', title, body });
  }

  protected renderReady(): TemplateResult {
    const method = this.#method;
    if (!method) return html``;
    const { subscriptions, paymentMethodType = '', state = '' } = method;
    const language = languageOf(this);
    const values = methodFacts(method, language);
    const isAsking = this.stateName !== 'ready' || this.#message?.actions;
    return html`<div part="item" class=${tones.get(state) ?? ''}>
        ${status(...stateWords(method), icon(paymentMethodType))}
      </div>
      ${facts(words.facts.map((name, index) => [name, values[index]]))}
      ${
        subscriptions?.length
          ? html`<div part="list" role="list">
              ${subscriptions.map(
                (one) =>
                  html`<div part="item" role="listitem">
                    ${status(...subscriptionWords(one, language))}
                  </div>`,
              )}
            </div>`
          : html`<p>${subscriptions ? words.noSubscriptions : words.unreadSubscriptions}</p>`
      }
      ${this.#message && message(this.#message)}
      ${
        isCancellable(method) && !isAsking
          ? html`<div>
              <button part="button" class="seldom" @click=${this.#ask}>${words.cancel}</button>
            </div>`
          : ''
      }`;
  }

  async #read(options: CallOptions): Promise<void> {
    const { guid = '' } = this;
    const api = this.api();
    try {
      const [method, subscriptions] = await Promise.all([
        getPaymentMethod(api, guid, options),
        // The method is worth showing without them.
        listPaymentMethodSubscriptions(api, guid, options).catch(() => undefined),
      ]);
      options.signal.throwIfAborted();
      this.#method = { ...method, subscriptions };
    } catch (cause) {
      options.signal.throwIfAborted();
      if (!(cause instanceof ConnectError) || cause.status !== 404) throw cause;
      this.#method = undefined;
    }
  }

  readonly #ask = (): void => {
    const [title, body] = words.question;
    const actions = [
      { label: words.yes, act: () => void this.cancel() },
      { label: words.no, act: () => void this.#keep() },
    ];
    this.#say({ slot: 'notice', title, body, actions });
  };

  /** Back to where the question was asked. */
  async #keep(): Promise<void> {
    this.#say();
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }

  /** The server did not accept, or we do not know. */
  async #fail(error: ConnectError, signal: AbortSignal): Promise<void> {
    this.emitError(error);
    const { code, status } = error;
    if (status === 404) this.#showGone();
    else if (status === 400) await this.#examine('pending', signal);
    else if (/doubt|invalid/.test(code)) await this.#examine('in-doubt', signal);
    else this.#say({ slot: 'error', title: errorText(code) });
  }

  #showGone(): void {
    this.#method = undefined;
    this.view = 'empty';
    this.#say(undefined, undefined, true);
  }

  /** Says what is known, and asks the server what is true, as often as that calls for. */
  async #examine(about: keyof typeof words.outcomes, signal: AbortSignal): Promise<void> {
    const [title, body] = words.outcomes[about];
    const say = (more: Partial<MessageOptions>, state?: StateName, tell?: boolean) =>
      this.#say({ slot: about, title, ...more }, state, tell);
    const act = () => void this.#examine(about, this.#restart());
    const actions = [{ label: texts.checkAgain, act }];
    try {
      const tell = (seconds: number, pause: number) =>
        say({ body: texts.waiting(seconds) }, 'settled', !pause);
      const pauses = about === 'pending' ? [0] : growingPauses;
      const isOver = await askAgain(pauses, signal, tell, async () => {
        await this.#read({ signal });
        return !this.#method || this.#method.state === 'Cancelled';
      });
      const agreement = this.#method;
      if (!agreement) this.#showGone();
      else if (isOver) {
        say({ slot: 'cancelled', tone: 'registered', title: words.done }, 'settled');
        this.emit('connect-removed', { flow: this.flow, agreement });
      } else if (about === 'asked') say({ body, actions }, 'settled');
      else if (!isCancellable(agreement)) this.#say();
      else if (about === 'pending') say({ body });
      else this.#say({ slot: 'notice', title: body });
    } catch (cause) {
      if (signal.aborted) return;
      say({ body: texts.noAnswer, actions }, 'failed');
      this.emitError(toConnectError(cause));
    }
  }

  #restart(): AbortSignal {
    this.#run.abort();
    return (this.#run = new AbortController()).signal;
  }

  #say(message?: MessageOptions, state?: StateName, tell = !!message): void {
    this.#message = message;
    this.#state = state;
    this.refresh(tell);
  }
}
