import { toConnectError, type ConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import { platform } from '../platform/platform.js';
import { givenAll } from './page.js';

/** What there is to show of what is read. */
export type View = 'loading' | 'ready' | 'empty' | 'failed';

/** Whose reading it is. */
export interface Reader {
  /** Resolves when it is known how to ask. */
  prepared(): Promise<void>;
  /** Reads, and gives the number of things to show. */
  load(options: CallOptions): Promise<number>;
  /** Resolves when what is read can be shown: nothing is shown that cannot be read. */
  legible(): Promise<unknown>;
  /** `view`, or `secondsLeft`, is another. */
  changed(isSettled: boolean): void;
  loaded(count: number): void;
  failed(error: ConnectError): void;
}

/** What is shown, as far as it may be another reader's. */
export interface Hidden {
  /** What it shows is there before anything is read. */
  readonly isOffer?: true;
  /**
   * Another reader may be there: what was read goes before there is an answer. While something is under way it waits: that is
   * still for whoever pressed, unless the element is about something else or has left the page.
   */
  readonly forget?: () => void;
}

/** For whom it is read. */
type How = Pick<CallOptions, 'isFresh' | 'isUnasked'>;

/** Milliseconds between two readings that nobody has asked for. */
const restsFor = 60_000;

/** Reads what an element shows, and reads it again. */
export class Reading {
  readonly #reader: Reader;
  #current = new AbortController();
  #last = Promise.resolve();
  #isUnderWay = false;
  /** Nobody has asked for what is under way. */
  #isUnasked = false;
  #isRefused = false;
  /** Something is missing that somebody may still set. */
  #isLacking = false;
  #view: View = 'loading';
  #problem: ConnectError | undefined;
  #count = 0;
  #secondsLeft = 0;
  /** Epoch milliseconds: when it was read without anybody having asked for it. */
  #lookedAgain = -Infinity;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get view(): View {
    return this.#view;
  }

  /** Why there is nothing to show. */
  get problem(): ConnectError | undefined {
    return this.#view === 'failed' ? this.#problem : undefined;
  }

  /** Whether another setting may mend it. */
  get isMendable(): boolean {
    return this.#view === 'failed' || this.#isLacking;
  }

  /** Whole seconds until the next try, while the server has asked us to wait. */
  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  /** A first reading may share its request with those of others. */
  begin(): Promise<void> {
    this.#view = 'loading';
    return this.#read({ isFresh: false });
  }

  /** Reads anew: a failure takes the place of what is shown. */
  again(isFresh = true): Promise<void> {
    if (this.#view === 'failed') this.#show('loading');
    return this.#read({ isFresh });
  }

  /**
   * Reads once more what may be older than the truth. Nobody has asked for it: a failure changes nothing, and
   * it happens at most once a minute.
   *
   * @param isSure What is shown is known to be old: it goes when nobody is logged in any more.
   */
  lookAgain(isSure: boolean): void {
    const now = platform.now();
    // Far ahead of a clock that was set back it says nothing.
    const isRested = Math.abs(now - this.#lookedAgain) >= restsFor;
    if (this.#isRefused || (!isSure && (this.#isUnderWay || !isRested))) return;
    this.#lookedAgain = now;
    this.#look(false, isSure);
  }

  /**
   * Reads once more what is another by now, and tells so. Nobody has asked for it: a failure changes nothing. What could
   * not be read is read as if it were asked for.
   */
  renew(): void {
    if (this.#isRefused) return;
    if (this.#view === 'failed') void this.again();
    else this.#look(true);
  }

  /**
   * What is under way, and somebody has asked for, goes on with an answer that is new enough. Where the server has asked us
   * to wait, the next try is that.
   */
  #look(isNews: boolean, isOld = false): void {
    if (this.#isUnderWay && this.#secondsLeft) return;
    const isUnasked = !this.#isUnderWay || this.#isUnasked;
    void this.#read({ isFresh: true, isUnasked }, isNews || !isUnasked, isOld);
  }

  /** Nothing is shown, and nothing is read before somebody asks for it. */
  refuse(problem: ConnectError): void {
    this.stop();
    this.#problem = problem;
    this.#isRefused = true;
    this.#show('failed');
  }

  /** There is something to show before all of it is read. */
  reveal(): void {
    this.#show('ready');
  }

  /** What was there may be another reader's. What can be chosen before anything is read stays. */
  hide({ forget, isOffer }: Hidden): void {
    forget?.();
    if (!isOffer) this.#view = 'loading';
  }

  /** What was there is gone. */
  emptied(): void {
    this.#view = 'empty';
  }

  stop(): void {
    this.#current.abort();
    this.#isUnderWay = false;
  }

  /** Resolves when it has been read, by this reading or by whichever has taken its place. */
  async #read(how: How, isNews = !how.isUnasked, isOld = false): Promise<void> {
    let reading = (this.#last = this.#ask(how, isNews, isOld));
    await reading;
    while (reading !== this.#last) await (reading = this.#last);
  }

  async #ask(how: How, isNews: boolean, isOld: boolean): Promise<void> {
    this.stop();
    const { signal } = (this.#current = new AbortController());
    this.#isUnderWay = true;
    this.#isUnasked = !!how.isUnasked;
    this.#secondsLeft = 0;
    this.#isRefused = false;
    this.#isLacking = false;
    try {
      await this.#reader.prepared();
      signal.throwIfAborted();
      const onWait = (seconds: number) => this.#wait(seconds);
      const count = await this.#reader.load({ signal, onWait, ...how });
      await this.#reader.legible();
      if (!signal.aborted) this.#succeed(count, isNews);
    } catch (cause) {
      const error = toConnectError(cause);
      const isSaid = !how.isUnasked || (isOld && error.code === 'unauthorized');
      if (!signal.aborted && isSaid) await this.#fail(error, signal);
    } finally {
      // What was aborted has made way for another.
      if (!signal.aborted) this.#isUnderWay = false;
    }
  }

  #succeed(count: number, isNews: boolean): void {
    const isOther = count !== this.#count || this.#view === 'failed';
    this.#count = count;
    this.#show(count ? 'ready' : 'empty');
    if (isNews || isOther) this.#reader.loaded(count);
  }

  async #fail(error: ConnectError, signal: AbortSignal): Promise<void> {
    this.#isLacking = error.code === 'config';
    if (this.#isLacking) await givenAll();
    if (signal.aborted) return;
    this.#problem = error;
    this.#show('failed');
    this.#reader.failed(error);
  }

  #show(view: View): void {
    this.#view = view;
    this.#secondsLeft = 0;
    this.#reader.changed(true);
  }

  #wait(seconds: number): void {
    this.#secondsLeft = seconds;
    this.#reader.changed(false);
  }
}
