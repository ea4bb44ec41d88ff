import { invalidResponse } from '../api/decode.js';
import { toConnectError } from '../api/errors.js';
import { growingPauses } from '../host/ask-again.js';
import type { Outcome } from '../host/events.js';
import { pageLoaded } from '../host/page.js';
import { TellingElement } from '../host/telling-element.js';
import { texts } from '../i18n/en.js';
import { platform } from '../platform/platform.js';
import type { MessageAction } from '../ui/message.js';
import { forgetArrival, pageArrival, type PageArrival } from './arrival.js';
import { prepareRedirect } from './login-server.js';
import { forgetOpen, recallOpen, rememberOpen, subjectKey } from './open-transaction.js';
import type { NewSubject, Operation } from './operations.js';
import type { Subject, Transaction } from './return-url.js';

/**
 * What is looked into: an outcome, a transaction that left and is not back, one that another tab is
 * about to make, a POST of unknown fate.
 */
type Case = Outcome | 'open' | 'elsewhere' | 'in-doubt';

/** Who began each payment last on this page; it goes when the browser leaves. */
const underWay = new Map<string, RedirectElement>();

/**
 * The way out to the login server and back, as one mechanism: lock, POST, one navigation; and on
 * arrival the outcome, what the server says of it, and what is left open.
 */
export abstract class RedirectElement extends TellingElement {
  protected abstract readonly operation: Operation;
  #left: Transaction | undefined;
  /** What this element would leave for. */
  #subject: Subject | undefined;
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
    if (!subject || key !== subjectKey(subject) || this.isBusy) return;
    // What is registered stays so, and who has heard of nothing has nothing to hear the end of.
    const { tone } = this.told ?? { tone: recallOpen(subject) ? '' : 'registered' };
    if (tone !== 'registered') void this.#follow(subject);
  }

  protected override stop(): void {
    super.stop();
    this.#subject = undefined;
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
    const signal = this.restart();
    if (!transactionId) this.say('submitting');
    const release = await platform.lock(key);
    try {
      if (signal.aborted) return;
      // What another tab is at, or what was left open, is looked into first.
      const open = transactionId ? undefined : recallOpen(subject);
      if (!release) void this.#follow(subject);
      else if (open) void this.#lookInto(open);
      else await this.#go(subject, transactionId, signal);
    } catch (cause) {
      const error = toConnectError(cause);
      const { code } = error;
      // After these the fate of a POST is unknown, and the server is read before another.
      const isInDoubt = /doubt|invalid/.test(code);
      // One that is only to be continued stays open.
      if (!isInDoubt && !transactionId) forgetOpen(subject);
      if (signal.aborted) return;
      if (!isInDoubt) this.notice(this.sentence(error), 'error');
      else void this.#examine('in-doubt', { ...subject, transactionId: 0 });
      this.emitError(error);
    } finally {
      release?.();
      this.#isPosting = false;
      this.requestUpdate();
    }
  }

  /** Takes up what the page's address says, when it is about this subject; else what was left open. */
  protected arrive(subject: Subject): void {
    this.#subject = subject;
    if (this.told || this.isBusy) return;
    const page = pageArrival(this.settings.resultParam);
    const isOurs = page?.arrival && subjectKey(page.arrival) === subjectKey(subject);
    if (page && isOurs) this.settle(page);
    else if (recallOpen(subject)) void this.#follow(subject);
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
  protected moreParameters?(subject: Subject): Promise<Readonly<Record<string, string>>>;

  async #go(subject: NewSubject, openId: number | undefined, signal: AbortSignal): Promise<void> {
    const { flow, paymentMethod, productCode, invoiceNumber, known } = subject;
    const { settings, operation } = this;
    // Before anything is sent: a way back that cannot be built is a `config` error.
    const address = prepareRedirect(settings, operation);
    const more = this.moreParameters && (await this.moreParameters(subject));
    if (signal.aborted) return;
    let transactionId = openId;
    if (!transactionId) {
      const about = { ...(invoiceNumber && { invoiceNumber }), productCode };
      if (!this.emit('connect-submit', { flow, paymentMethod, ...about }, true))
        return this.#startAnew();
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
    const url = address(transaction, more);
    forgetArrival();
    this.#left = transaction;
    this.depart({ flow, transactionId, url });
  }

  /** Looks into what is open, once no other tab is about to change that. */
  async #follow(subject: Subject): Promise<void> {
    const recall = () => recallOpen(subject) ?? { ...subject, transactionId: 0 };
    const open = recall();
    if (open.transactionId) return this.#lookInto(open);
    const key = subjectKey(subject);
    const isFree = await platform.lock(key);
    isFree?.();
    if (!isFree) {
      void this.#examine('elsewhere', open);
      (await platform.lock(key, true))?.();
      // What the other tab has stored last may come a moment later than its lock.
      await platform.wait(500);
      if (this.told?.slot !== 'elsewhere') return;
    }
    await this.#lookInto(recall());
  }

  #lookInto(open: Transaction): Promise<void> {
    return this.#examine(open.transactionId ? 'open' : 'in-doubt', open);
  }

  /** Shows what is known, and asks the server what is true, as often as the outcome calls for. */
  async #examine(about: Case, transaction: Transaction, waits = [0]): Promise<void> {
    const { flow, transactionId } = transaction;
    const [title, body] = texts.outcomes[about];
    const isOver = /cancelled|failed|error/.test(about);
    const known = { slot: about, title };
    const isInDoubt = about === 'in-doubt';
    const actions = this.#actions(about, transaction);
    const confirmed = await this.examine(
      known,
      isOver ? [0] : waits,
      (options) => this.operation.isRegistered(this.api(), transaction, options),
      isInDoubt ? 'failed' : 'settled',
      actions.slice(0, 1),
    );
    if (confirmed == null) return;
    if (confirmed || isOver || isInDoubt) forgetOpen(transaction);
    if (confirmed) {
      const { registered } = this.operation;
      const told = texts.transaction(transactionId, transaction.invoiceNumber);
      this.say(
        'settled',
        { slot: about, tone: 'registered', title: registered, body: told },
        false,
      );
    } else if (isInDoubt) this.notice(texts.outcomes.failed[1]);
    else if (isOver) this.say(undefined, { ...known, body }, false);
    else this.say('settled', { ...known, body, actions }, false);
    // Without an id when the answer that held it was lost.
    if (transactionId || confirmed) {
      this.emit('connect-confirmed', { flow, transactionId, confirmed });
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
      this.#startAnew();
    };
    const first = { label: isOpen ? texts.continue : texts.checkAgain, act: () => void goOn() };
    return /finished|elsewhere/.test(about)
      ? [first]
      : [first, { label: texts.startOver, act: startOver }];
  }

  #startAnew(): void {
    this.restart();
    this.say();
  }
}
