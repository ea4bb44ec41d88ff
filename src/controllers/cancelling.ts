import { toConnectError } from '../api/errors.js';
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
import type { CancelState, Standing } from '../flow/cancel/states.js';
import { events, view, type ActionName, type View } from '../flow/cancel/view.js';
import type { ConnectElement } from '../host/connect-element.js';
import type { News } from '../host/news.js';
import type { Panel } from '../host/panel.js';
import { hearRemoved } from '../host/removed.js';
import type { StateName } from '../host/state-name.js';
import type { TextKey } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import type { MessageOptions } from '../ui/message.js';
import { cancelMessage } from '../views/cancel-message.js';

const unread: CancelState = { name: 'unread' };

/** Reads a stored method, cancels it, and says what has come of that. */
export class Cancelling implements News {
  readonly showsView = true;
  readonly #host: ConnectElement;
  readonly #panel: Panel;
  #method: StoredPaymentMethod | undefined;
  #runner: CancelRunner | undefined;
  /** What was shown last of it. */
  #shown = unread;
  #said: MessageOptions<TextKey> | undefined;

  constructor(host: ConnectElement, panel: Panel) {
    this.#host = host;
    this.#panel = panel;
    hearRemoved(host, ({ paymentMethodGuid: guid }) => {
      const isShown = this.#runner?.state.name === 'shown';
      if (isShown && guid && guid === this.#method?.paymentMethodGuid) panel.reading.renew();
    });
  }

  /** As it was read last; undefined when there is none. */
  get method(): StoredPaymentMethod | undefined {
    return this.#method;
  }

  /** Whether there is a button to cancel. */
  get mayAsk(): boolean {
    return this.#view.mayAsk;
  }

  get state(): StateName | undefined {
    return this.#view.state;
  }

  get awaited(): TextKey | undefined {
    return this.state && 'method-status.submitting';
  }

  get message(): MessageOptions<TextKey> | undefined {
    return this.#said;
  }

  /** Reads the method; gives whether there is one. */
  async load(guid: string, options: CallOptions): Promise<boolean> {
    const runner = (this.#runner ??= this.#start(guid));
    const known = this.#method;
    const method = await this.#read(guid, options);
    const { isUnasked } = options;
    // What was read for a cancellation meanwhile is newer.
    if (known === this.#method) {
      runner.send({ type: 'loaded', standing: this.#take(method), isUnasked });
    }
    return !!this.#method;
  }

  /** Asks the reader first. */
  ask(): void {
    this.#runner?.send({ type: 'asked' });
  }

  /** Resolves when the server has said what became of it, or has been asked often enough. */
  async cancel(): Promise<void> {
    await this.#runner?.cancel();
  }

  stop(): void {
    this.#runner?.send({ type: 'left' });
    this.#runner = this.#method = this.#said = undefined;
    this.#shown = unread;
  }

  get #view(): View {
    return view(this.#shown);
  }

  #start(guid: string): CancelRunner {
    const panel = this.#panel;
    const runner: CancelRunner = new CancelRunner(
      guid.toLowerCase(),
      platform,
      {
        read: async (options) => this.#take(await this.#read(guid, options)),
        // Aborting a POST would leave its fate unknown: an answer that comes too late is ignored instead.
        cancel: () => cancelPaymentMethod(panel.api(), guid, { signal: never }),
        isPending: isPendingPayments,
      },
      {
        changed: () => runner === this.#runner && this.#show(runner),
        permit: () => panel.emit('remove', this.#about, true),
        tellRemoved: () => panel.emit('removed', this.#about),
        tellError: (error) => panel.emitError(error),
      },
    );
    return runner;
  }

  get #about() {
    return { agreement: this.#method ?? {} };
  }

  async #read(guid: string, options: CallOptions): Promise<StoredPaymentMethod | undefined> {
    const api = this.#panel.api();
    const [method, subscriptions] = await Promise.all([
      getPaymentMethod(api, guid, options).catch((cause: unknown) => {
        if (toConnectError(cause).status === 404) return undefined;
        throw cause;
      }),
      // The method is worth showing without them.
      listPaymentMethodSubscriptions(api, guid, options).catch(() => undefined),
    ]);
    options.signal.throwIfAborted();
    return method && { ...method, subscriptions };
  }

  #take(method: StoredPaymentMethod | undefined): Standing {
    this.#method = method;
    return standingOf(method);
  }

  /** Says what there is to say of the state now; the focus moves to what is said anew. */
  #show({ state, secondsLeft: seconds }: CancelRunner): void {
    const panel = this.#panel;
    const before = this.#shown;
    const { message } = view((this.#shown = state));
    const send = (action: ActionName) => this.#runner?.send(events[action]);
    this.#said = message && cancelMessage(message, seconds, send, panel.t);
    if (state.name === 'gone') {
      panel.reading.emptied();
      this.#method = undefined;
    }
    const isNew = before.name !== state.name && !message?.failure;
    panel.refresh(isNew && (!!message || (state.name === 'gone' && before.name !== 'unread')));
    if (before.name === 'questioning' && state.name === 'shown') void this.#keepPlace();
  }

  /** Back to where the question was asked, and a reader who is there as well. */
  async #keepPlace(): Promise<void> {
    const isHere = this.#host.matches(':focus-within');
    await this.#host.updateComplete;
    if (isHere) this.#host.renderRoot.querySelector('button')?.focus();
  }
}
