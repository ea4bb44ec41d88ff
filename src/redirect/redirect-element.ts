import { html, type TemplateResult } from 'lit';
import { invalidResponse } from '../api/decode.js';
import { toConnectError } from '../api/errors.js';
import { askAgain, growingPauses } from '../host/ask-again.js';
import { ConnectElement, type StateName } from '../host/connect-element.js';
import type { Outcome } from '../host/events.js';
import { pageLoaded } from '../host/page.js';
import { errorText, texts } from '../i18n/en.js';
import { platform } from '../platform/platform.js';
import { message, type MessageAction, type MessageOptions } from '../ui/message.js';
import { forgetArrival, pageArrival, type PageArrival } from './arrival.js';
import { prepareRedirect } from './login-server.js';
import { forgetOpen, recallOpen, rememberOpen, subjectKey } from './open-transaction.js';
import type { NewSubject, Operation } from './operations.js';
import type { Subject, Transaction } from './return-url.js';

/** What is looked into: an outcome, a transaction that left and is not back, a POST of unknown fate. */
type Case = Outcome | 'open' | 'in-doubt';

/** Who began each payment last on this page; it goes when the browser leaves. */
const underWay = new Map<string, RedirectElement>();

/**
 * The way out to the login server and back, as one mechanism: lock, POST, one navigation; and on
 * arrival the outcome, what the server says of it, and what is left open.
 */
export abstract class RedirectElement extends ConnectElement {
  protected abstract readonly operation: Operation;
  /** Beside the choice, or instead of it when there is a state to go with it. */
  #message: MessageOptions | undefined;
  #state: StateName | undefined;
  #left: Transaction | undefined;
  #run = new AbortController();
  #isPosting = false;

  /** Whether what is shown stays beside a message. A choice makes way for it. */
  protected get keepsView(): boolean {
    return false;
  }

  /** A POST keeps its lock until its fate is known, even when the element has moved on. */
  protected get isBusy(): boolean {
    return this.#isPosting || this.#state === 'redirecting';
  }

  override restored(): void {
    if (this.#left && this.#state === 'redirecting') void this.#examine('open', this.#left);
  }

  protected override stop(): void {
    super.stop();
    this.#reset();
  }

  protected override get stateName(): StateName {
    return this.#state ?? super.stateName;
  }

  /**
   * Asks for a transaction, unless there is one, and leaves with it. The lock is taken before anything
   * is awaited, so that seven presses are one request.
   */
  protected async leave(subject: NewSubject, transactionId?: number): Promise<void> {
    const key = subjectKey(subject);
    if (this.isBusy || underWay.get(key)?.isBusy) return;
    underWay.set(key, this);
    this.#isPosting = true;
    const signal = this.#restart();
    try {
      await this.#go(subject, transactionId, signal);
    } catch (cause) {
      const error = toConnectError(cause);
      const { code } = error;
      // After these the fate of a POST is unknown, and the server is read before another.
      const isInDoubt = /doubt|invalid/.test(code);
      if (!isInDoubt) forgetOpen(subject);
      if (signal.aborted) return;
      if (!isInDoubt) this.notice(errorText(code), 'error');
      else void this.#examine('in-doubt', { ...subject, transactionId: 0 });
      this.emitError(error);
    } finally {
      this.#isPosting = false;
      this.requestUpdate();
    }
  }

  /** Takes up what the page's address says, when it is about this subject; else what was left open. */
  protected arrive(subject: Subject): void {
    if (this.#message || this.isBusy) return;
    const page = pageArrival(this.settings.resultParam);
    const transaction = recallOpen(subject);
    const isOurs = page?.arrival && subjectKey(page.arrival) === subjectKey(subject);
    if (page && isOurs) this.settle(page);
    else if (transaction)
      void this.#examine(transaction.transactionId ? 'open' : 'in-doubt', transaction);
    else if (page && !page.arrival) this.settle(page);
    // Nobody else on the page may be about it either: it is told all the same.
    if (page) void pageLoaded().then(() => this.announce(page));
  }

  /** Shows an arrival and asks the server about it. */
  protected settle(page: PageArrival): void {
    const { arrival } = page;
    if (arrival) void this.#examine(arrival.outcome, arrival, growingPauses);
    else this.notice(texts.outcomes.unknown[0]);
    this.announce(page);
  }

  /** Tells what came back, unless some element of the page has told it. */
  protected announce(page: PageArrival): void {
    const { arrival, announced } = page;
    page.announced = true;
    if (announced) return;
    if (!arrival) return this.emitError(invalidResponse('connect'));
    const { outcome, flow, transactionId } = arrival;
    this.emit('connect-outcome', { flow, transactionId, outcome, verified: false });
  }

  /** What the redirect carries beside the documented parameters. */
  protected moreParameters?(subject: Subject): Readonly<Record<string, string>>;

  /** Says something beside what is shown. */
  protected notice(title: string, slot = 'notice'): void {
    this.#say(undefined, { slot, title });
  }

  protected override renderView(): TemplateResult {
    const mayChoose = this.keepsView || !this.#state || this.#state === 'submitting';
    return html`${this.#message && message(this.#message)}${mayChoose ? super.renderView() : ''}`;
  }

  async #go(subject: NewSubject, openId: number | undefined, signal: AbortSignal): Promise<void> {
    const { flow, paymentMethod, productCode, invoiceNumber, known } = subject;
    const { settings, operation } = this;
    // Before anything is sent: a way back that cannot be built is a `config` error.
    const address = prepareRedirect(settings, operation, this.moreParameters?.(subject));
    let transactionId = openId;
    if (!transactionId) {
      this.#say('submitting');
      const about = { ...(invoiceNumber && { invoiceNumber }), productCode };
      if (!this.emit('connect-submit', { flow, paymentMethod, ...about }, true))
        return this.#reset();
      // Whoever comes before the answer, or after it was lost, reads the server first.
      rememberOpen({ ...subject, transactionId: 0 });
      // Aborting a POST would leave its fate unknown: one that comes too late is ignored instead.
      const options = { signal: new AbortController().signal };
      transactionId = await operation.create(this.api(), subject, options);
      // Whoever comes next can continue it, also when this element has moved on.
      rememberOpen({ ...subject, transactionId });
      if (signal.aborted) return;
      this.emit('connect-transaction', { flow, transactionId, paymentMethod });
    }
    const transaction = { flow, paymentMethod, productCode, invoiceNumber, known, transactionId };
    const url = address(transaction);
    forgetArrival();
    this.#left = transaction;
    this.#say('redirecting', {
      slot: 'redirecting',
      title: texts.busy,
      body: html`<a href=${url} target=${settings.target}>${texts.redirectByHand}</a>`,
    });
    const detail = { flow, transactionId, url };
    if (this.emit('connect-redirect', detail, true)) platform.navigate(url, settings.target);
  }

  /** Shows what is known, and asks the server what is true, as often as the outcome calls for. */
  async #examine(about: Case, transaction: Transaction, waits = [0]): Promise<void> {
    const { flow, transactionId } = transaction;
    const [title, body] = texts.outcomes[about];
    const isOver = /cancelled|failed|error/.test(about);
    const signal = this.#restart();
    const say = (state: StateName | undefined, more: Partial<MessageOptions>, tell = false) =>
      this.#say(state, { slot: about, title, ...more }, tell);
    const actions = this.#actions(about, transaction);
    try {
      const tell = (seconds: number, pause: number) =>
        say('settled', { body: texts.waiting(seconds) }, !pause);
      const confirmed = await askAgain(isOver ? [0] : waits, signal, tell, () =>
        this.operation.isRegistered(this.api(), transaction, { signal }),
      );
      if (confirmed || isOver || about === 'in-doubt') forgetOpen(transaction);
      if (confirmed) {
        const registered = { tone: 'registered', title: this.operation.registered };
        say('settled', {
          ...registered,
          body: texts.transaction(transactionId, transaction.invoiceNumber),
        });
      } else if (about === 'in-doubt') {
        this.notice(texts.outcomes.failed[1]);
      } else {
        say(isOver ? undefined : 'settled', { body, actions: isOver ? [] : actions });
      }
      if (transactionId) this.emit('connect-confirmed', { flow, transactionId, confirmed });
    } catch (cause) {
      if (signal.aborted) return;
      const state = about === 'in-doubt' ? 'failed' : 'settled';
      say(state, { body: texts.noAnswer, actions: actions.slice(0, 1) });
      this.emitError(toConnectError(cause));
    }
  }

  #actions(about: Case, transaction: Transaction): MessageAction[] {
    const isOpen = about === 'open';
    const goOn = () =>
      isOpen
        ? this.leave(transaction, transaction.transactionId)
        : this.#examine(about, transaction);
    const startOver = () => {
      forgetOpen(transaction);
      forgetArrival();
      this.#reset();
    };
    const first = { label: isOpen ? texts.continue : texts.checkAgain, act: () => void goOn() };
    return about === 'finished' ? [first] : [first, { label: texts.startOver, act: startOver }];
  }

  #restart(): AbortSignal {
    this.#run.abort();
    return (this.#run = new AbortController()).signal;
  }

  #reset(): void {
    this.#restart();
    this.#say(undefined, undefined, false);
  }

  #say(state: StateName | undefined, message?: MessageOptions, tell = true): void {
    this.#state = state;
    this.#message = message;
    this.refresh(tell);
  }
}
