import { isDoubtful, toConnectError } from '../api/errors.js';
import { EventQueue } from './event-queue.js';
import type { Effect, FlowEvent, Return } from './events.js';
import { Journal } from './journal.js';
import { Pending } from './pending.js';
import { subjectKey } from './subject-key.js';
import type { FlowHost, FlowPage, FlowServer } from './seam.js';
import type { Finding, FlowState, Request } from './states.js';
import type { Subject, Transaction } from './transaction.js';
import { SingleRead } from './single-read.js';
import { transition } from './transition.js';

/** Milliseconds. Nobody who is alive keeps a lock for longer than the read and the request that follows may take. */
const lockLimit = 24_000;
/** Milliseconds in which a browser that goes has gone. */
const lateAfter = 10_000;
/** What was stored last comes to other tabs a moment later than the lock. */
const lingering = 500;

/** The flows of this page: a browser tells other tabs alone what is stored. */
const running = new Set<FlowRunner>();

/** Carries out what the machine asks for, and tells it what came of it. */
export class FlowRunner {
  readonly #subject: Subject;
  readonly #page: FlowPage;
  readonly #server: FlowServer;
  readonly #host: FlowHost;
  readonly #journal: Journal;
  readonly #reading: SingleRead;
  readonly #queue = new EventQueue<FlowEvent>((event) => this.#take(event));
  readonly #pending: Pending;
  #state: FlowState = { name: 'idle' };
  #release: ((ms?: number) => void) | undefined;
  /** Epoch milliseconds: since when a lock has been watched that another has. */
  #watchedSince: number | undefined;

  constructor(subject: Subject, page: FlowPage, server: FlowServer, host: FlowHost) {
    this.#subject = subject;
    this.#page = page;
    this.#server = server;
    this.#host = host;
    this.#pending = new Pending(page, () => host.changed());
    this.#journal = new Journal(page, subject, page.random().toString(36).slice(2));
    this.#reading = new SingleRead(page, server);
  }

  get state(): FlowState {
    return this.#state;
  }

  /** Whole seconds until the next question, or until the server may be asked again; 0 when none are known. */
  get secondsLeft(): number {
    return this.#pending.secondsLeft;
  }

  /** The element is on a page that may act: takes up what is kept. */
  begin(): void {
    this.send({ type: 'began', subject: this.#subject, entry: this.#journal.recall() });
  }

  /** The page's address says something about the subject. */
  arrive(back: Return): void {
    const { transactionId } = back.arrival ?? {};
    const entry = transactionId && this.#journal.recall(transactionId);
    this.send({ type: 'arrived', back, ...(entry && { entry }) });
  }

  /** For good. A request that is under way is written down when it is answered. */
  end(): void {
    this.#reading.discard();
    this.#journal.release();
    this.send({ type: 'gone' });
  }

  /** Another tab has changed what is stored under a key; all of it when there is none. */
  heed(key: string | null): void {
    if (key === null || key === subjectKey(this.#subject)) {
      this.send({ type: 'noted', entry: this.#journal.recall() });
    }
  }

  /** The page was hidden, frozen or cached: what was read before says nothing about now. */
  seen(): void {
    this.#reading.discard();
    this.#watchedSince = undefined;
    this.send({ type: 'seen', subject: this.#subject });
  }

  /** Reads the server before the press, which then need not wait for it. */
  touch(subject: Request): void {
    if (this.#state.name === 'choosing') this.#reading.prepare(subject);
  }

  send(event: FlowEvent): void {
    if (!this.#queue.send(event)) return;
    if (this.#state.name === 'idle') running.delete(this);
    else running.add(this);
    this.#host.changed();
  }

  #take(event: FlowEvent): void {
    const { state, effects } = transition(this.#state, event);
    this.#state = state;
    if (state.name !== 'elsewhere') this.#watchedSince = undefined;
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: Effect): void {
    switch (effect.type) {
      case 'lock':
        return void this.#lock(effect);
      case 'unlock':
        return this.#unlock(effect.lingers);
      case 'watch':
        return void this.#watch(effect.subject, this.#pending.renew());
      case 'ask-page':
        return void this.#permit(effect.subject, this.#pending.signal);
      case 'read':
        return void this.#read(effect.subject, this.#pending.renew());
      case 'check':
        return void this.#check(effect, this.#pending.renew());
      case 'create':
        return void this.#create(effect.subject);
      case 'wait':
        return void this.#wait(effect.seconds, this.#pending.renew());
      case 'stop':
        return void this.#pending.renew();
      case 'remember':
        this.#journal.remember(effect.entry);
        return this.#tellOthers();
      case 'forget':
        this.#journal.forget(effect.transaction);
        return this.#tellOthers();
      case 'look-up':
        return this.send({ type: 'noted', entry: this.#journal.recall() });
      case 'forget-arrival':
        return this.#host.forgetArrival(this.#state.name === 'leaving');
      case 'depart':
        return void this.#depart(effect.transaction, this.#pending.renew());
      case 'tell':
        return this.#host.tell(effect.told);
      default:
        return effect satisfies never;
    }
  }

  #tellOthers(): void {
    const key = subjectKey(this.#subject);
    for (const other of running) {
      const isHere = other !== this && other.#page === this.#page;
      if (isHere) queueMicrotask(() => other.heed(key));
    }
  }

  async #lock({ subject, takesOver }: Extract<Effect, { type: 'lock' }>): Promise<void> {
    const onLost = () => this.send({ type: 'robbed' });
    const release = await this.#page.lock(subjectKey(subject), { takesOver, onLost });
    // The element has left the page meanwhile.
    if (this.#state.name !== 'locking') return release?.();
    if (!release) return this.send({ type: 'taken' });
    this.#release = release;
    this.send({ type: 'locked', entry: this.#journal.recall() });
  }

  #unlock(lingers: boolean): void {
    this.#release?.(lingers ? lingering : 0);
    this.#release = undefined;
  }

  async #watch(subject: Subject, signal: AbortSignal): Promise<void> {
    const tell = (event: FlowEvent) => {
      if (!signal.aborted) this.send(event);
    };
    const name = subjectKey(subject);
    const onHeld = () => {
      // Who is on this page is not in another window.
      if (!this.#isHeldHere(name)) tell({ type: 'held' });
    };
    const free = this.#page.free(name, onHeld).then(() => 'freed' as const);
    const now = this.#page.now();
    // A clock that was set back makes nobody wait for longer.
    const since = (this.#watchedSince = Math.min(this.#watchedSince ?? now, now));
    const left = Math.max(0, since + lockLimit - now);
    const limit = this.#page.wait(left).then(() => 'overdue' as const);
    const type = await Promise.race([free, limit]);
    tell(type === 'overdue' ? { type } : { type, entry: this.#journal.recall() });
  }

  #isHeldHere(name: string): boolean {
    return [...running].some(
      (other) =>
        other.#page === this.#page && !!other.#release && subjectKey(other.#subject) === name,
    );
  }

  async #permit(subject: Request, signal: AbortSignal): Promise<void> {
    let event: FlowEvent;
    try {
      event = { type: (await this.#host.permit(subject)) ? 'allowed' : 'vetoed' };
    } catch (cause) {
      event = { type: 'impossible', error: toConnectError(cause) };
    }
    // The element may have left the page and be back meanwhile, and have asked anew.
    if (!signal.aborted) this.send(event);
  }

  async #read(subject: Request, signal: AbortSignal): Promise<void> {
    await this.#report(this.#reading.read(subject, signal), signal);
  }

  async #check(
    { subject, isUnasked }: Extract<Effect, { type: 'check' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const onWait = (seconds: number) => {
      if (!signal.aborted) this.#pending.show(seconds);
    };
    const options = { signal, isOnce: false, isUnasked, onWait };
    await this.#report(this.#server.look(subject, options), signal);
  }

  async #report(answer: Promise<Finding>, signal: AbortSignal): Promise<void> {
    let event: FlowEvent;
    try {
      event = { type: 'found', finding: await answer };
    } catch (cause) {
      event = { type: 'unanswered', error: toConnectError(cause) };
    }
    if (signal.aborted) return;
    this.#pending.settle();
    this.send({ ...event, entry: this.#journal.recall() });
  }

  async #create(subject: Request): Promise<void> {
    try {
      const transactionId = await this.#server.create(subject);
      this.send({ type: 'created', transactionId, isOurs: this.#journal.isOurs() });
    } catch (cause) {
      const error = toConnectError(cause);
      this.send({ type: isDoubtful(error) ? 'lost' : 'refused', error });
    }
  }

  async #wait(seconds: number, signal: AbortSignal): Promise<void> {
    await this.#pending.pass(seconds, signal);
    if (!signal.aborted) this.send({ type: 'due' });
  }

  async #depart(transaction: Transaction, signal: AbortSignal): Promise<void> {
    try {
      await this.#host.depart(transaction);
      await this.#page.wait(lateAfter);
      // A page that is hidden then is told when it is seen.
      if (!signal.aborted && this.#page.isSeen()) this.send({ type: 'late' });
    } catch (cause) {
      if (!signal.aborted) this.send({ type: 'impossible', error: toConnectError(cause) });
    }
  }
}
