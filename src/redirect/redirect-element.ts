import { invalidResponse } from '../api/decode.js';
import { never } from '../api/http.js';
import { toConnectError, type ConnectErrorCode } from '../api/errors.js';
import type { Arrival, Subject, Transaction } from '../flow/transaction.js';
import { growingPauses } from '../host/ask-again.js';
import { pageLoaded } from '../host/page.js';
import { TellingElement } from '../host/telling-element.js';
import { momentOf, said, unconfirmedOf, valuesOf, type Case } from './flow-moments.js';
import type { TextKey } from '../i18n/keys.js';
import { connect } from '../i18n/load-connect.js';
import { platform } from '../platform/platform.js';
import type { MessageAction } from '../ui/message.js';
import { forgetArrival, pageArrival, type PageArrival } from './arrival.js';
import { prepareRedirect } from './login-server.js';
import { forgetOpen, recallOpen, rememberOpen } from './open-transaction.js';
import { subjectKey } from '../flow/subject-key.js';
import type { NewSubject, Operation } from '../flow/operations.js';

/** What is over is asked about once, unless it is a guess that it is. */
function pausesAfter({ outcome, isGuessed }: Arrival): readonly number[] {
  const isOver = outcome === 'cancelled' || outcome === 'failed' || outcome === 'error';
  return isOver && !isGuessed ? [0] : growingPauses;
}

/** Who began each payment last on this page; it goes when the browser leaves. */
const underWay = new Map<string, RedirectElement>();

/**
 * The way out to the login server and back, as one mechanism: lock, POST, one navigation; and on
 * arrival the outcome, what the server says of it, and what is left open.
 */
export abstract class RedirectElement extends TellingElement {
  protected readonly source = connect;
  protected abstract readonly operation: Operation;

  protected get deed() {
    return this.operation.flow;
  }

  #left: Transaction | undefined;
  /** What this element would leave for. */
  #subject: Subject | undefined;
  /** What another tab, or this page before, has begun. */
  #followed: Transaction | undefined;
  /** What came back, until the server has answered. */
  #shown: PageArrival | undefined;
  #isPosting = false;

  /** A choice makes way for what is under way. */
  protected override get showsView(): boolean {
    return !this.state || this.state === 'submitting';
  }

  /** A POST keeps its lock until its fate is known, even when the element has moved on. */
  protected get isBusy(): boolean {
    return this.#isPosting || this.stateName === 'redirecting';
  }

  override restored(): void {
    if (this.#left && this.stateName === 'redirecting') void this.#examine('open', this.#left);
  }

  /** Another tab has begun with the same, has come further with it, or is done. */
  override stored(key: string | null): void {
    const subject = this.#subject;
    if (!subject || this.isBusy || (key != null && key !== subjectKey(subject))) return;
    const { slot = '', tone } = this.told ?? {};
    // An outcome of this tab's own is told, and asked about, to its end.
    if (tone === 'registered' || /finished|initiated|unknown/.test(slot)) return;
    const open = recallOpen(subject);
    if (open) void this.#follow(open);
    else if (this.#followed) void this.#examine('in-doubt', this.#followed);
  }

  protected override stop(): void {
    super.stop();
    if (this.#shown) this.#shown.isShown = false;
    this.#subject = this.#followed = this.#shown = undefined;
  }

  /**
   * Asks for a transaction, unless there is one, and leaves with it. The lock is taken before anything
   * is awaited, so that seven presses are one request; then the one that all tabs share.
   */
  protected async leave(subject: NewSubject, transactionId?: number): Promise<void> {
    const key = subjectKey(subject);
    if (this.isBusy || underWay.get(key)?.isBusy) return;
    underWay.set(key, this);
    this.#isPosting = true;
    this.#followed = undefined;
    const signal = this.restart();
    if (!transactionId) this.say('submitting');
    const release = await platform.lock(key);
    const unanswered = { ...subject, transactionId: 0 };
    // What another tab is at, or what was left open, is looked into first.
    const open = recallOpen(subject) ?? (release ? undefined : unanswered);
    const isOther = open && open.transactionId !== transactionId;
    try {
      if (!isOther && !signal.aborted) await this.#go(subject, transactionId, signal);
    } catch (cause) {
      const error = toConnectError(cause);
      const { code } = error;
      // After these the fate of a POST is unknown, and the server is read before another.
      const isInDoubt = /doubt|invalid/.test(code);
      if (!isInDoubt) forgetOpen(unanswered);
      if (signal.aborted) return;
      if (!isInDoubt) this.#refuse(subject, code);
      else void this.#examine('in-doubt', unanswered);
      this.emitError(error);
    } finally {
      // What was stored last comes to other tabs a moment later than the lock.
      release?.(this.stateName === 'redirecting' ? 500 : 0);
      this.#isPosting = false;
      this.requestUpdate();
    }
    if (isOther && !signal.aborted) void this.#follow(open);
  }

  /** Takes up what the page's address says, when it is about this subject; else what was left open. */
  protected arrive(subject: Subject): void {
    this.#subject = subject;
    if (this.told || this.isBusy) return;
    const page = pageArrival(this.settings.resultParam);
    const open = recallOpen(subject);
    const isOurs = page?.arrival && subjectKey(page.arrival) === subjectKey(subject);
    if (page && isOurs) this.settle(page);
    else if (open) void this.#follow(open);
    else if (page && !page.arrival) this.settle(page);
    // Nobody else on the page may be about it either: it is told all the same.
    if (page) void pageLoaded().then(() => this.announce(page));
  }

  /** Shows an arrival and asks the server about it. */
  protected settle(page: PageArrival): void {
    const { arrival } = page;
    page.isShown = true;
    this.#shown = page;
    if (arrival) void this.#examine(arrival.outcome, arrival, pausesAfter(arrival));
    else this.notice('shared.unreadable.title', 'shared.unreadable.body');
    this.announce(page);
  }

  /** Tells what came back, unless some element of the page has told it. */
  protected announce(page: PageArrival): void {
    const { arrival, isAnnounced } = page;
    page.isAnnounced = true;
    if (isAnnounced) return;
    if (!arrival) return this.emitError(invalidResponse('connect'));
    const { outcome, flow, transactionId } = arrival;
    this.emit('outcome', { flow, transactionId, outcome, verified: false });
  }

  /** What the redirect carries beside the documented parameters. */
  protected moreParameters?(subject: Subject): Promise<Readonly<Record<string, string>>>;

  async #go(subject: NewSubject, openId: number | undefined, signal: AbortSignal): Promise<void> {
    const { flow, paymentMethod, productCode, invoiceNumber } = subject;
    const { settings, operation } = this;
    // Before anything is sent: a way back that cannot be built is a `config` error.
    const address = prepareRedirect(settings, operation);
    const more = this.moreParameters && (await this.moreParameters(subject));
    if (signal.aborted) return;
    let transactionId = openId;
    if (!transactionId) {
      const about = { flow, paymentMethod, ...(invoiceNumber && { invoiceNumber }), productCode };
      if (!this.emit('submit', about, true)) return this.#startAnew();
      // Whoever comes before the answer, or after it was lost, reads the server first.
      rememberOpen({ ...subject, transactionId: 0 });
      // Aborting a POST would leave its fate unknown: one that comes too late is ignored instead.
      transactionId = await operation.create(this.api(), subject, { signal: never });
      // Whoever comes next can continue it, also when this element has moved on.
      rememberOpen({ ...subject, transactionId });
      if (signal.aborted) return;
      this.emit('transaction', { flow, transactionId, paymentMethod });
    }
    const transaction = { ...subject, transactionId };
    forgetArrival(true);
    this.#left = transaction;
    this.depart(flow, { flow, transactionId, url: address(transaction, more) });
  }

  /** Looks into what is open, once no other tab is about to change that. */
  async #follow(followed: Transaction): Promise<void> {
    this.#followed = followed;
    if (!followed.transactionId) {
      const tell = () => {
        if (this.#followed === followed) void this.#examine('elsewhere', followed);
      };
      await platform.free(subjectKey(followed), tell);
      if (this.#followed !== followed) return;
    }
    const open = (this.#followed = recallOpen(followed) ?? followed);
    await this.#examine(open.transactionId ? 'open' : 'in-doubt', open);
  }

  /** Shows what is known, and asks the server what is true, as often as the outcome calls for. */
  async #examine(
    about: Case,
    transaction: Transaction,
    waits: readonly number[] = [0],
  ): Promise<void> {
    const { flow, transactionId } = transaction;
    const isOver = /cancelled|failed|error/.test(about);
    const values = valuesOf(transaction);
    const known = { slot: about, ...said(`${flow}.${momentOf[about]}`), values };
    const isInDoubt = about === 'in-doubt';
    const actions = this.#actions(about, transaction);
    const confirmed = await this.examine(
      known,
      waits,
      (options) => this.operation.isRegistered(this.api(), transaction, options),
      isInDoubt ? 'failed' : 'settled',
      actions.slice(0, 1),
    );
    if (confirmed == null) return;
    this.#shown = undefined;
    if (confirmed || isOver || isInDoubt) {
      forgetOpen(transaction);
      this.#followed = undefined;
    }
    if (confirmed) {
      this.#tellRegistered(about, transaction);
    } else if (isInDoubt) {
      const { title, body } = said(`${flow}.not-registered`);
      this.notice(title, body, 'notice', values);
    } else {
      const still = { ...known, ...said(`${flow}.${unconfirmedOf[about]}`) };
      if (isOver) this.say(undefined, still, false);
      else this.say('settled', { ...still, actions }, false);
    }
    // Without an id when the answer that held it was lost.
    if (transactionId || confirmed) {
      this.emit('confirmed', { flow, transactionId, confirmed });
    }
  }

  /** With the number that a reader may be asked for. */
  #tellRegistered(slot: string, transaction: Transaction, copy: TextKey = 'shared.copy'): void {
    const { transactionId, flow } = transaction;
    const act = () =>
      void platform.copy(String(transactionId)).then((isCopied) => {
        if (isCopied) this.#tellRegistered(slot, transaction, 'shared.copied');
      });
    const told = {
      slot,
      tone: 'registered',
      title: `${flow}.registered` as const,
      values: valuesOf(transaction),
      body: () => this.#receipt(transaction),
      actions: transactionId ? [{ label: copy, act }] : [],
    };
    this.say('settled', told, false);
  }

  /** What is worth keeping of a payment. */
  #receipt({ transactionId, invoiceNumber }: Transaction): string {
    const invoice = invoiceNumber && this.t('shared.invoice', { number: invoiceNumber });
    const number = transactionId && this.t('shared.transaction', { number: String(transactionId) });
    return [invoice, number].filter(Boolean).join(' · ');
  }

  #actions(about: Case, transaction: Transaction): MessageAction<TextKey>[] {
    const { flow } = transaction;
    const isOpen = about === 'open';
    const goOn = () =>
      isOpen
        ? this.leave(transaction, transaction.transactionId)
        : this.#examine(about, transaction);
    const startOver = () => {
      forgetOpen(transaction);
      forgetArrival();
      this.#startAnew();
    };
    const first = {
      label: `${flow}.${isOpen ? 'continue' : 'check-again'}` as const,
      act: () => void goOn(),
    };
    return /finished|elsewhere/.test(about)
      ? [first]
      : [first, { label: `${flow}.start-over` as const, act: startOver }];
  }

  /** The request was refused: nothing has come of it. */
  #refuse(subject: Subject, code: ConnectErrorCode): void {
    const { title, body } = said(`${subject.flow}.error.${code}`);
    this.notice(title, body, 'error', valuesOf(subject));
  }

  #startAnew(): void {
    this.#followed = undefined;
    this.restart();
    this.say();
  }
}
