import { html } from 'lit';
import { configError, toConnectError, type ConnectError } from '../api/errors.js';
import {
  cancelPaymentMethod,
  getPaymentMethod,
  listPaymentMethodSubscriptions,
  type StoredPaymentMethod,
} from '../api/onlinefundraising/payment-method.js';
import type { Api, CallOptions } from '../api/shared-read.js';
import { texts } from '../i18n/en.js';
import { cancellationOutcomes, methodStatus as words } from '../i18n/method-status.js';
import { quietButton } from '../ui/entry.js';
import { growingPauses } from './ask-again.js';
import { attributes } from './settings-element.js';
import { TellingElement } from './telling-element.js';

/** Methods that are being asked to cancel, by any element of the page. */
const underWay = new Set<string>();

/** ASSUMED: the document's state diagram is a picture; in any other state there is nothing to cancel. */
const isCancellable = (method?: StoredPaymentMethod): method is StoredPaymentMethod =>
  /^(New|Pending|Active)$/.test(method?.state ?? '');

/**
 * Reads a stored payment method from the site's backend, and asks to cancel it: one POST, and what the
 * server says came of it.
 */
export abstract class StoredMethodElement extends TellingElement {
  static override properties = attributes(['guid']);

  /** Which method; 1 to 64 letters, digits and hyphens. */
  declare guid: string | undefined;

  protected readonly flow = 'method-status';
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
    const { guid = '' } = this;
    const agreement = this.#method;
    if (this.stateName !== 'ready' || !isCancellable(agreement) || underWay.has(guid)) return;
    underWay.add(guid);
    const signal = this.restart();
    try {
      if (!this.emit('connect-remove', { flow: this.flow, agreement }, true)) return this.#keep();
      this.say('submitting', { slot: 'notice', title: texts.busy });
      // Aborting a POST would leave its fate unknown: an answer that comes too late is ignored instead.
      await cancelPaymentMethod(this.api(), guid, { signal: new AbortController().signal });
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

  protected override api(): Api {
    if (!this.settings.apiUrl) throw configError('api-url', 'your backend');
    return super.api();
  }

  protected async load(options: CallOptions): Promise<number> {
    // What is under way goes on; what waits for the reader is no longer the question.
    if (!this.state || this.told?.actions) this.say();
    if (!/^[\da-z-]{1,64}$/i.test(this.guid ?? '')) {
      throw configError('guid', 'a GUID');
    }
    await this.#read(options);
    return Number(!!this.#method);
  }

  protected override stop(): void {
    super.stop();
    this.#method = undefined;
  }

  /** The button that asks, unless the question is there or something came of it. */
  protected renderCancellation(): unknown {
    const isAsking = this.stateName !== 'ready' || this.told?.actions;
    return (
      isCancellable(this.#method) &&
      !isAsking &&
      html`<div>${quietButton(words.cancel, this.#ask)}</div>`
    );
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
      { label: words.confirm, act: () => void this.cancel() },
      { label: words.keep, act: () => void this.#keep() },
    ];
    this.say(undefined, {
      slot: 'notice',
      title: words.question,
      body: words.consequence,
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
    else this.notice(this.sentence(error), 'error');
  }

  #showGone(): void {
    this.#method = undefined;
    this.view = 'empty';
    this.say(undefined, undefined, true);
  }

  /** Says what is known, and asks the server what is true, as often as that calls for. */
  async #examine(about: keyof typeof cancellationOutcomes): Promise<void> {
    const [title, body] = cancellationOutcomes[about];
    const known = { slot: about, title };
    const actions = [{ label: texts.checkAgain, act: () => void this.#examine(about) }];
    const pauses = about === 'pending' ? [0] : growingPauses;
    const ask = async (signal: AbortSignal) => {
      await this.#read({ signal });
      return !this.#method || this.#method.state === 'Cancelled';
    };
    const isOver = await this.examine(known, pauses, ask, 'failed', actions);
    const agreement = this.#method;
    if (isOver == null) return;
    if (!agreement) this.#showGone();
    else if (isOver) {
      this.say('settled', { slot: 'cancelled', tone: 'registered', title: words.done });
      this.emit('connect-removed', { flow: this.flow, agreement });
    } else if (about === 'asked') this.say('settled', { ...known, body, actions });
    else if (isCancellable(agreement)) this.notice(title, about, body);
    else this.say();
  }
}
