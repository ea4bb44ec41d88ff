import type { FlowEvent } from '../../src/flow/events.js';
import { FlowRunner } from '../../src/flow/runner.js';
import type { FlowPage } from '../../src/flow/seam.js';
import type { Finding, FlowState } from '../../src/flow/states.js';
import type { Subject } from '../../src/flow/transaction.js';
import { platform } from '../../src/platform/platform.js';

/** Something that is answered when a path comes to it. */
class Answer<Value> {
  resolve: (value: Value) => void = () => {};
  reject: (error: unknown) => void = () => {};
  readonly promise: Promise<Value>;

  constructor() {
    this.promise = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * A page with the real runner on it: storage and locks are the browser's own, and only when something is
 * answered is the path's to say.
 */
export class RealPage {
  /** Milliseconds that have passed since the path began, beside those of the clock. */
  static later = 0;
  readonly runner: FlowRunner;
  readonly #subject: Subject;
  #isDead = false;
  #permit = new Answer<boolean>();
  #look = new Answer<Finding>();
  #create = new Answer<number>();
  #lock = new Answer<void>();
  #watch = new Answer<void>();
  #free = new Answer<void>();
  #rob = () => {};
  #isLost = false;
  #waits: (() => void)[] = [];
  #limits: (() => void)[] = [];
  #release = () => {};

  constructor(subject: Subject) {
    this.#subject = subject;
    const host = {
      changed: () => {},
      permit: () => (this.#permit = new Answer()).promise,
      depart: () => Promise.resolve(),
      tell: () => {},
      forgetArrival: () => {},
    };
    const server = {
      look: () => (this.#look = new Answer()).promise,
      create: () => (this.#create = new Answer()).promise,
    };
    this.runner = new FlowRunner(subject, this.#page(), server, host);
  }

  get state(): FlowState {
    return this.#isDead ? { name: 'idle' } : this.runner.state;
  }

  /** Lets happen what a path says comes next. */
  async take(event: FlowEvent): Promise<void> {
    const subject = { ...this.#subject, companyCode: 'C' };
    switch (event.type) {
      case 'began':
        return this.runner.begin();
      case 'gone':
        return this.runner.end();
      case 'arrived': {
        const { arrival } = event.back;
        const back = { arrival: arrival && { ...arrival, ...this.#subject } };
        return this.runner.arrive(back);
      }
      case 'pressed':
        return this.runner.send({ type: 'pressed', subject });
      case 'seen':
        return this.runner.seen();
      case 'noted':
        return this.runner.heed(null);
      default:
        return this.#answer(event);
    }
  }

  /** The page goes: its locks are free, and nothing it would still write is written. */
  die(): void {
    this.#isDead = true;
    this.#release();
  }

  async #answer(event: FlowEvent): Promise<void> {
    switch (event.type) {
      case 'allowed':
      case 'vetoed':
        return this.#permit.resolve(event.type === 'allowed');
      case 'found':
        return this.#look.resolve(event.finding);
      case 'unanswered':
        return this.#look.reject(event.error);
      case 'created':
        return this.#create.resolve(event.transactionId);
      case 'refused':
      case 'lost':
        return this.#create.reject(event.error);
      default:
        return this.#let(event);
    }
  }

  async #let(event: FlowEvent): Promise<void> {
    switch (event.type) {
      case 'locked':
      case 'taken':
        return this.#lock.resolve();
      case 'robbed':
        while (!this.#isLost) await turn();
        return this.#rob();
      case 'held':
        return this.#watch.resolve();
      case 'freed':
        this.#watch.resolve();
        return this.#free.resolve();
      case 'overdue':
        return this.#limits.splice(0).forEach((pass) => pass());
      case 'due':
      case 'late':
        return this.#passTime(this.state);
      default:
        this.runner.send(event);
    }
  }

  async #passTime(before: FlowState): Promise<void> {
    for (let second = 0; second < 400 && this.state === before; second++) {
      this.#waits.splice(0).forEach((pass) => pass());
      await Promise.resolve();
      await Promise.resolve();
      if (!this.#waits.length) await turn();
    }
  }

  #page(): FlowPage {
    return {
      now: () => platform.now() + RealPage.later,
      random: () => platform.random(),
      isSeen: () => true,
      // What dies writes nothing any more.
      store: (key, value) => platform.store(key, this.#isDead ? undefined : value),
      wait: (ms) =>
        new Promise<void>((resolve) => (ms > 10_000 ? this.#limits : this.#waits).push(resolve)),
      lock: async (name, { takesOver = false, onLost: tell } = {}) => {
        this.#rob = () => tell?.();
        await (this.#lock = new Answer()).promise;
        this.#isLost = false;
        const onLost = () => void (this.#isLost = true);
        const release = await platform.lock(name, { takesOver, onLost });
        if (!release) return undefined;
        return (this.#release = () => release());
      },
      free: async (name, onHeld) => {
        const free = (this.#free = new Answer());
        await (this.#watch = new Answer()).promise;
        await platform.free(name, onHeld);
        await free.promise;
      },
    };
  }
}
