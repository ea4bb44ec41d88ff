import { ConnectError } from '../api/errors.js';
import type { FlowPage, FlowServer } from './seam.js';
import type { Finding, Request } from './states.js';

/** Milliseconds. */
const limit = 3_000;
const freshFor = 10_000;

interface Early {
  readonly question: string;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly answer: Promise<Finding>;
  readonly stop: AbortController;
}

/** The read before a POST: one try of at most three seconds, which may be begun before the press. */
export class SingleRead {
  readonly #page: FlowPage;
  readonly #server: FlowServer;
  #early: Early | undefined;

  constructor(page: FlowPage, server: FlowServer) {
    this.#page = page;
    this.#server = server;
  }

  /** Begins one that nobody has asked for yet, unless there is one that is fresh. */
  prepare(subject: Request): void {
    if (this.#isFresh(subject)) return;
    this.discard();
    const stop = new AbortController();
    const answer = this.#try(subject, stop.signal);
    const since = this.#page.now();
    const early = { question: questionOf(subject), since, answer, stop };
    this.#early = early;
    // A read that has failed is no answer. Nobody may ever ask what came of it.
    answer.catch(() => {
      if (this.#early === early) this.#early = undefined;
    });
  }

  /** The one that was begun, when it is fresh; it is used once. Rejects when there is no answer. */
  read(subject: Request, signal: AbortSignal): Promise<Finding> {
    const early = this.#isFresh(subject);
    if (!early) this.discard();
    this.#early = undefined;
    return early ? early.answer : this.#try(subject, signal);
  }

  /** What was read says nothing about now. */
  discard(): void {
    this.#early?.stop.abort();
    this.#early = undefined;
  }

  #isFresh(subject: Request): Early | undefined {
    const early = this.#early;
    if (early?.question !== questionOf(subject)) return undefined;
    const age = this.#page.now() - early.since;
    // A clock that was set back says nothing.
    return age >= 0 && age < freshFor ? early : undefined;
  }

  #try(subject: Request, signal: AbortSignal): Promise<Finding> {
    const end = new AbortController();
    const tooLate = this.#page.wait(limit).then((): never => {
      end.abort();
      throw new ConnectError('timeout', 'the server was not read within three seconds');
    });
    const either = AbortSignal.any([signal, end.signal]);
    return Promise.race([this.#server.look(subject, { signal: either, isOnce: true }), tooLate]);
  }
}

/** What an answer depends on: an invoice is paid whichever way, a method or an agreement is one of its own. */
function questionOf(subject: Request): string {
  const { flow, productCode, invoiceNumber, companyCode, paymentMethod, known } = subject;
  const method = flow === 'pay-invoice' ? '' : paymentMethod;
  return JSON.stringify([flow, productCode, invoiceNumber, companyCode, method, known]);
}
