import type { Dialect } from '../api/connect/dialect.js';
import { Journal } from './journal.js';
import { readArrival, type ReadArrival } from './read-arrival.js';
import { keptAddress } from './return-address.js';
import type { FlowPage } from './seam.js';
import { openClaim } from './steps.js';
import { subjectKey } from './subject-key.js';
import type { Arrival, Subject } from './transaction.js';

/** Where a page's address is. */
interface Addressed {
  href(): string;
  replaceAddress(url: string): void;
}

interface Reading {
  readonly resultParam?: string | undefined;
  readonly dialect: Partial<Dialect>;
}

/** What the page's address says about a flow's subject. */
export class FlowArrival {
  readonly #subject: Subject;
  readonly #page: FlowPage;
  readonly #browser: Addressed;
  readonly #reading: Reading;
  #isTold = false;

  constructor(subject: Subject, page: FlowPage, browser: Addressed, reading: Reading) {
    this.#subject = subject;
    this.#page = page;
    this.#browser = browser;
    this.#reading = reading;
  }

  /** Whether an earlier page, or flow of this one, has told it. */
  get isTold(): boolean {
    return this.#isTold;
  }

  /** Hands it on and takes it out of the address; there stays what the browser does not keep and may yet be paid. */
  take(hand: (arrival: Arrival) => void): boolean {
    const read = this.#read();
    if (!read) return false;
    const { arrival, rest } = read;
    this.#isTold = read.isTold === true;
    hand(arrival);
    const isOpen = openClaim(arrival.outcome, arrival.isGuessed) && !this.#isRemembered();
    this.#browser.replaceAddress(isOpen ? keptAddress(rest, arrival) : rest);
    return true;
  }

  /** It is confirmed, or somebody has begun anew. */
  end(): void {
    const read = this.#read();
    if (read?.isTold) this.#browser.replaceAddress(read.rest);
  }

  #read(): (ReadArrival & { readonly arrival: Arrival }) | undefined {
    const read = readArrival(this.#browser.href(), this.#reading);
    const { arrival } = read ?? {};
    const isOurs = arrival && subjectKey(arrival) === subjectKey(this.#subject);
    return read && isOurs ? { ...read, arrival } : undefined;
  }

  #isRemembered(): boolean {
    const phase = new Journal(this.#page, this.#subject, '').recall()?.phase;
    return phase === 'back' || phase === 'done';
  }
}
