import { isDoubtful, toConnectError, type ConnectError } from '../../api/errors.js';
import type { CallOptions } from '../../api/shared-read.js';
import { EventQueue } from '../event-queue.js';
import { Pending, type Clock } from '../pending.js';
import type { CancelEffect, CancelEvent } from './events.js';
import type { CancelState, Standing } from './states.js';
import { transition } from './transition.js';
import { isAtRest } from './view.js';

/** What is asked of the server. Both reject with a `ConnectError`. */
export interface CancelServer {
  /** Reads how the method stands. */
  read(options: CallOptions): Promise<Standing>;
  /** The POST. Resolves when it is accepted. */
  cancel(): Promise<void>;
  /** Whether a refusal says that payments are pending. */
  isPending(error: ConnectError): boolean;
}

/** Who shows it, and speaks for it to the page. */
export interface CancelHost {
  /** The state, or the seconds that are left of a wait, have changed. */
  changed(): void;
  /** Asks the page whether it lets the request be sent. */
  permit(): boolean;
  tellRemoved(): void;
  tellError(error: ConnectError): void;
}

/** What elements of this page are at. */
const claimed = new Set<string>();

/** Carries out what the machine asks for, and tells it what came of it. */
export class CancelRunner {
  readonly #name: string;
  readonly #server: CancelServer;
  readonly #host: CancelHost;
  readonly #queue = new EventQueue<CancelEvent>((event) => this.#take(event));
  readonly #pending: Pending;
  #state: CancelState = { name: 'unread' };
  #hasClaim = false;
  #resters: (() => void)[] = [];

  /** @param name One method has one name, however it is written. */
  constructor(name: string, clock: Clock, server: CancelServer, host: CancelHost) {
    this.#name = name;
    this.#server = server;
    this.#host = host;
    this.#pending = new Pending(clock, () => host.changed());
  }

  get state(): CancelState {
    return this.#state;
  }

  /** Whole seconds until the next question, or until the server may be asked again; 0 when none are known. */
  get secondsLeft(): number {
    return this.#pending.secondsLeft;
  }

  /** Cancels it, and resolves when it is known what came of that, or nothing more is asked. */
  async cancel(): Promise<void> {
    this.send({ type: 'pressed' });
    if (!isAtRest(this.#state)) await new Promise<void>((rest) => this.#resters.push(rest));
  }

  send(event: CancelEvent): void {
    if (!this.#queue.send(event)) return;
    this.#host.changed();
    if (isAtRest(this.#state)) this.#resters.splice(0).forEach((rest) => rest());
  }

  #take(event: CancelEvent): void {
    const { state, effects } = transition(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: CancelEffect): void {
    switch (effect.type) {
      case 'claim':
        return this.#claim();
      case 'let-go':
        if (this.#hasClaim) claimed.delete(this.#name);
        this.#hasClaim = false;
        return;
      case 'ask-page':
        return this.send({ type: this.#host.permit() ? 'allowed' : 'vetoed' });
      case 'send':
        return void this.#send();
      case 'check':
        return void this.#check(this.#pending.renew());
      case 'wait':
        return void this.#wait(effect.seconds, this.#pending.renew());
      case 'stop':
        return void this.#pending.renew();
      case 'tell-removed':
        return this.#host.tellRemoved();
      case 'tell-error':
        return this.#host.tellError(effect.error);
    }
  }

  #claim(): void {
    const isTaken = claimed.has(this.#name);
    if (!isTaken) claimed.add(this.#name);
    this.#hasClaim = !isTaken;
    this.send({ type: isTaken ? 'taken' : 'claimed' });
  }

  async #send(): Promise<void> {
    try {
      await this.#server.cancel();
      this.send({ type: 'accepted' });
    } catch (cause) {
      const error = toConnectError(cause);
      if (isDoubtful(error)) this.send({ type: 'lost', error });
      else this.send({ type: 'refused', error, isPending: this.#server.isPending(error) });
    }
  }

  async #check(signal: AbortSignal): Promise<void> {
    const onWait = (seconds: number) => this.#pending.show(seconds);
    let event: CancelEvent;
    try {
      const standing = await this.#server.read({ signal, isFresh: true, onWait });
      event = { type: 'found', standing };
    } catch (cause) {
      event = { type: 'unanswered', error: toConnectError(cause) };
    }
    if (!signal.aborted) this.send(event);
  }

  async #wait(seconds: number, signal: AbortSignal): Promise<void> {
    await this.#pending.pass(seconds, signal);
    if (!signal.aborted) this.send({ type: 'due' });
  }
}
