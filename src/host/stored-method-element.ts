import { html } from 'lit';
import { configError, ConnectError, toConnectError } from '../api/errors.js';
import {
  cancelPaymentMethod,
  getPaymentMethod,
  listPaymentMethodSubscriptions,
  type StoredPaymentMethod,
} from '../api/onlinefundraising/payment-method.js';
import type { Api, CallOptions } from '../api/shared-read.js';
import { errorText, texts } from '../i18n/en.js';
import { methodStatus as words } from '../i18n/method-status.js';
import { message, type MessageOptions } from '../ui/message.js';
import { askAgain, growingPauses } from './ask-again.js';
import { ConnectElement, type StateName } from './connect-element.js';
import { attributes } from './settings-element.js';

/** Methods that are being asked to cancel, by any element of the page. */
const underWay = new Set<string>();

/** ASSUMED: the document's state diagram is a picture; in any other state there is nothing to cancel. */
const isCancellable = (method?: StoredPaymentMethod) =>
  /^(New|Pending|Active)$/.test(method?.state ?? '');

/**
 * Reads a stored payment method from the site's backend, and asks to cancel it: one POST, and what the
 * server says came of it.
 */
export abstract class StoredMethodElement extends ConnectElement {
  static override properties = attributes(['guid']);

  /** Which method; 1 to 64 letters, digits and hyphens. */
  declare guid: string | undefined;

  protected readonly flow = 'method-status';
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

  /** What came of a cancellation, a question about it, or the button that asks it. */
  protected renderCancellation(): unknown {
    const isAsking = this.stateName !== 'ready' || this.#message?.actions;
    return html`${this.#message && message(this.#message)}
    ${
      isCancellable(this.#method) && !isAsking
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

  /** Back to where the question was asked, and a reader who is there as well. */
  async #keep(): Promise<void> {
    const isHere = this.matches(':focus-within');
    this.#say();
    await this.updateComplete;
    if (isHere) this.renderRoot.querySelector('button')?.focus();
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
        const [title, body] = words.done;
        say({ slot: 'cancelled', tone: 'registered', title, body }, 'settled');
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
