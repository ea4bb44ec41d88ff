import type { JsonObject } from '../../api/decode.js';
import { isDoubtful, toConnectError, type ConnectError } from '../../api/errors.js';
import type { CallOptions } from '../../api/shared-read.js';
import { asProblem, problemType } from '../../api/swedbank-pay/problem.js';
import { EventQueue } from '../event-queue.js';
import { Pending, type Clock } from '../pending.js';
import type { Kind, SeamlessEvent, Told, VippsEffect, VippsEvent } from './events.js';
import type { Address, Refusal, Standing, VippsState, Wanted } from './states.js';
import { transition } from './transition.js';
import { isAtRest } from './view.js';

/** What the runner needs of the page that it runs on. */
export interface VippsPage extends Clock {
  /** Takes a lock that all tabs of the site share; gives what lets it go, or undefined when another has it. */
  lock(name: string): Promise<(() => void) | undefined>;
  /** Reads what is kept for the session, after writing it when there is a value; an empty one takes it away. */
  keep(name: string, value?: string): string | null;
}

/** What is asked of the server. All reject with a `ConnectError`. */
export interface VippsServer {
  /** Reads how the payment stands now. */
  read(options: CallOptions): Promise<Standing>;
  /** Of what was read last: where an operation is that may be done; undefined when it may not. */
  find(rel: string): Address | undefined;
  /** What is done with an operation. */
  kindOf(rel: string): Kind;
  /** The body of a change. Rejects with `config` when it is wrong. */
  bodyOf(wanted: Wanted): Promise<JsonObject>;
  send(operation: Address, body: JsonObject): Promise<void>;
  fetch(operation: Address): Promise<JsonObject>;
}

/** Who shows it, and speaks for it to the page. */
export interface VippsHost {
  /** The state, or the seconds that are left of a wait, have changed. */
  changed(): void;
  /** Asks the page whether it lets a change be sent. */
  permit(rel: string): boolean;
  /** Sends the browser away. */
  depart(url: string): void;
  /** Puts the vendor's page into ours, until the signal aborts. */
  open(url: string, heed: (event: SeamlessEvent) => void, signal: AbortSignal): Promise<void>;
  /** Loads what the question how much to charge needs. */
  prepare(): Promise<void>;
  reload(): void;
  tell(told: Told): void;
}

const lateAfterSeconds = 10;

/** Carries out what the machine asks for, and tells it what came of it. */
export class VippsRunner {
  readonly #name: string;
  readonly #page: VippsPage;
  readonly #server: VippsServer;
  readonly #host: VippsHost;
  readonly #queue = new EventQueue<VippsEvent>((event) => this.#take(event));
  readonly #pending: Pending;
  #state: VippsState = { name: 'unread' };
  #release: (() => void) | undefined;
  #view: AbortController | undefined;
  #resters: (() => void)[] = [];

  /** @param name One payment has one name, however its address is written. */
  constructor(name: string, page: VippsPage, server: VippsServer, host: VippsHost) {
    this.#name = name;
    this.#page = page;
    this.#server = server;
    this.#host = host;
    this.#pending = new Pending(page, () => host.changed());
  }

  get state(): VippsState {
    return this.#state;
  }

  /** Whole seconds until the next question, or until the server may be asked again; 0 when none are known. */
  get secondsLeft(): number {
    return this.#pending.secondsLeft;
  }

  /** Does something, and resolves when it is done or refused. */
  async perform(wanted: Wanted): Promise<void> {
    this.send({ type: 'pressed', wanted });
    if (!isAtRest(this.#state)) await new Promise<void>((rest) => this.#resters.push(rest));
  }

  /** @param standing How the payment was read to stand, unless something newer has been read since. */
  loaded(standing: Standing | undefined): void {
    const left = (!this.#view && this.#page.keep(this.#name)) || undefined;
    const isListed = !!left && this.#server.kindOf(left) === 'script' && !!this.#server.find(left);
    this.send({ type: 'loaded', left, isListed, standing });
  }

  send(event: VippsEvent): void {
    if (!this.#queue.send(event)) return;
    this.#host.changed();
    if (isAtRest(this.#state)) this.#resters.splice(0).forEach((rest) => rest());
  }

  #take(event: VippsEvent): void {
    const { state, effects } = transition(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: VippsEffect): void {
    switch (effect.type) {
      case 'lock':
        return void this.#lock();
      case 'find':
        return void this.#find(effect.rel, this.#pending.renew());
      case 'ask-page':
        return void this.#permit(effect.wanted, this.#pending.renew());
      case 'send':
        return void this.#send(effect.operation, effect.body);
      case 'fetch':
        return void this.#fetch(effect.operation, this.#pending.renew());
      case 'open':
        return void this.#open(effect.url);
      case 'depart':
        return void this.#depart(effect.url, this.#pending.renew());
      case 'prepare':
        return void this.#prepare(this.#pending.renew());
      case 'check':
        return void this.#check(effect.isUnasked, this.#pending.renew());
      case 'wait':
        return void this.#wait(effect.seconds, this.#pending.renew());
      default:
        return this.#note(effect);
    }
  }

  #note(
    effect: Extract<
      VippsEffect,
      { type: 'unlock' | 'close' | 'stop' | 'keep' | 'forget' | 'reload' | 'tell' }
    >,
  ): void {
    switch (effect.type) {
      case 'unlock':
        this.#release?.();
        this.#release = undefined;
        return;
      case 'close':
        return this.#close();
      case 'stop':
        return void this.#pending.renew();
      case 'keep':
        return void this.#page.keep(this.#name, effect.rel);
      case 'forget':
        return void this.#page.keep(this.#name, '');
      case 'reload':
        return this.#host.reload();
      case 'tell':
        return this.#host.tell(effect.told);
    }
  }

  #close(): void {
    this.#view?.abort();
    this.#view = undefined;
  }

  /** Tells what came of something, unless that is of no use any more. */
  async #report(signal: AbortSignal, ask: () => Promise<VippsEvent>, failed: Failed) {
    let event: VippsEvent;
    try {
      event = await ask();
    } catch (cause) {
      const error = toConnectError(cause);
      event = failed(error, refusalOf(error));
    }
    if (!signal.aborted) this.send(event);
  }

  async #lock(): Promise<void> {
    const release = await this.#page.lock(this.#name);
    // The element has left the page meanwhile.
    if (this.#state.name !== 'locking') return release?.();
    this.#release = release;
    this.send({ type: release ? 'locked' : 'taken' });
  }

  async #find(rel: string, signal: AbortSignal): Promise<void> {
    const ask = async (): Promise<VippsEvent> => {
      await this.#server.read({ signal, isFresh: true });
      const kind = this.#server.kindOf(rel);
      return { type: 'listed', kind, operation: this.#server.find(rel) };
    };
    await this.#report(signal, ask, (error, refusal) => ({ type: 'unlisted', error, refusal }));
  }

  async #permit(wanted: Wanted, signal: AbortSignal): Promise<void> {
    const ask = async (): Promise<VippsEvent> => {
      const body = await this.#server.bodyOf(wanted);
      signal.throwIfAborted();
      return this.#host.permit(wanted.rel) ? { type: 'allowed', body } : { type: 'vetoed' };
    };
    await this.#report(signal, ask, (error, refusal) => ({ type: 'impossible', error, refusal }));
  }

  /** Nothing ends it: the fate of what was sent has to be known. */
  async #send(operation: Address, body: JsonObject): Promise<void> {
    try {
      await this.#server.send(operation, body);
      this.send({ type: 'done' });
    } catch (cause) {
      const error = toConnectError(cause);
      if (isDoubtful(error)) this.send({ type: 'lost', error });
      else this.send({ type: 'refused', error, refusal: refusalOf(error) });
    }
  }

  async #fetch(operation: Address, signal: AbortSignal): Promise<void> {
    const ask = async (): Promise<VippsEvent> => {
      return { type: 'fetched', known: await this.#server.fetch(operation) };
    };
    await this.#report(signal, ask, (error, refusal) => ({ type: 'unfetched', error, refusal }));
  }

  async #open(url: string): Promise<void> {
    const { signal } = (this.#view = new AbortController());
    const ask = async (): Promise<VippsEvent> => {
      await this.#host.open(url, (event) => this.send(event), signal);
      return { type: 'opened' };
    };
    await this.#report(signal, ask, (error, refusal) => ({ type: 'unopened', error, refusal }));
  }

  async #depart(url: string, signal: AbortSignal): Promise<void> {
    this.#host.depart(url);
    await this.#pending.pass(lateAfterSeconds, signal, false);
    if (!signal.aborted) this.send({ type: 'late' });
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    const ask = () => this.#host.prepare().then((): VippsEvent => ({ type: 'prepared' }));
    await this.#report(signal, ask, () => ({ type: 'unprepared' }));
  }

  async #check(isUnasked: boolean, signal: AbortSignal): Promise<void> {
    const onWait = (seconds: number) => this.#pending.show(seconds);
    const ask = async (): Promise<VippsEvent> => {
      const standing = await this.#server.read({ signal, isFresh: true, isUnasked, onWait });
      return { type: 'found', standing };
    };
    await this.#report(signal, ask, (error) => ({ type: 'unanswered', error }));
  }

  async #wait(seconds: number, signal: AbortSignal): Promise<void> {
    await this.#pending.pass(seconds, signal);
    if (!signal.aborted) this.send({ type: 'due' });
  }
}

type Failed = (error: ConnectError, refusal: Refusal) => VippsEvent;

function refusalOf(error: ConnectError): Refusal {
  return { code: asProblem(error).code, isNotFound: problemType(error.body) === 'notfound' };
}
