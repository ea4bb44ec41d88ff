import { isTransactionId } from '../api/decode.js';
import type { Entry, OpenClaim } from './states.js';
import type { RedirectFlowName, Subject, Transaction } from './transaction.js';

/** Where the journal is kept: the browser's storage, or a map. */
export interface JournalStore {
  /** Reads a text, after writing it when there is a `value`; an empty one takes it away. */
  store(key: string, value?: string): string | null;
  /** Epoch milliseconds. */
  now(): number;
}

/** An entry with when its transaction was begun (epoch milliseconds), and by which run of the flow. */
interface Line {
  readonly entry: Entry;
  readonly since: number;
  readonly by: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * How long an entry says something, in milliseconds since its transaction was begun. A Vipps request lives
 * ten minutes (Vipps MobilePay, ePayment API, "Timeouts"); a bank may take days to tell of what was finished.
 */
function lifetime({ entry }: Line): number {
  if (entry.phase === 'done') return day;
  return entry.phase === 'back' && entry.claim === 'finished' ? 7 * day : 10 * minute;
}

/** What two presses have in common when they would pay for the same thing. */
export function subjectKey({ flow, productCode, invoiceNumber, paymentMethod }: Subject): string {
  // An invoice is the same whichever way it is paid; an agreement with another provider is another.
  const which = flow === 'add-agreement' ? paymentMethod : invoiceNumber;
  return `connect-elements ${flow} ${productCode} ${which}`;
}

/**
 * What the browser keeps of one subject, a line for each transaction. Stored text may be anybody's, so it is
 * read as untrusted; where nothing can be stored, the journal remembers for as long as the page is there.
 */
export class Journal {
  readonly #store: JournalStore;
  readonly #subject: Subject;
  /** Tells this run of the flow from another page's. */
  readonly #by: string;
  /** What was written here last, for a browser that keeps nothing. */
  #own = '';

  constructor(store: JournalStore, subject: Subject, by: string) {
    this.#store = store;
    this.#subject = subject;
    this.#by = by;
  }

  /** What matters most; undefined when nothing is kept. */
  recall(): Entry | undefined {
    const order = urgency[this.#subject.flow];
    const entries = this.#lines().map(({ entry }) => entry);
    return entries.sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase))[0];
  }

  /** Whether nobody else has written about the subject since this run asked for a transaction. */
  isOurs(): boolean {
    return this.#lines().every(({ by, entry }) => by === this.#by || entry.phase === 'done');
  }

  /** A transaction has one line. What was asked for has an id from then on. */
  remember(entry: Entry): void {
    const { transactionId } = entry.transaction;
    const lines = this.#lines();
    const known = lines.find((line) => idOf(line) === transactionId);
    const asked = lines.find((line) => idOf(line) === 0 && line.by === this.#by);
    const since = (known ?? asked)?.since ?? this.#store.now();
    this.#write([
      ...lines.filter((line) => line !== known && line !== asked),
      { entry, since, by: this.#by },
    ]);
  }

  forget({ transactionId }: Transaction): void {
    this.#write(this.#lines().filter((line) => idOf(line) !== transactionId));
  }

  #lines(): Line[] {
    const stored = this.#store.store(subjectKey(this.#subject)) ?? this.#own;
    const read = stored.split('\n').flatMap((text) => decode(text, this.#subject) ?? []);
    return read.filter((line) => this.#store.now() - line.since < lifetime(line));
  }

  #write(lines: readonly Line[]): void {
    this.#own = lines.map(encode).join('\n');
    this.#store.store(subjectKey(this.#subject), this.#own);
  }
}

type Phase = Entry['phase'];

/** An invoice that is paid is paid; a method that was changed may be changed again. */
const urgency: Readonly<Record<RedirectFlowName, readonly Phase[]>> = {
  'pay-invoice': ['done', 'back', 'left', 'posting'],
  'change-method': ['back', 'left', 'posting', 'done'],
  'add-agreement': ['back', 'left', 'posting', 'done'],
};

function idOf({ entry }: Line): number {
  return entry.transaction.transactionId;
}

function encode({ entry, since, by }: Line): string {
  const { transactionId, paymentMethod, known = '' } = entry.transaction;
  const said = entry.phase === 'back' ? `back-${entry.claim}` : entry.phase;
  return [said, transactionId, since, by, paymentMethod, known].join(' ');
}

const phases: Readonly<Record<string, Phase>> = { posting: 'posting', left: 'left', done: 'done' };
const claims: Readonly<Record<string, OpenClaim>> = {
  'back-finished': 'finished',
  'back-initiated': 'initiated',
  'back-unknown': 'unknown',
  'back-error': 'error',
};

function decode(text: string, subject: Subject): Line | undefined {
  const [said = '', id = '', since, by = '', paymentMethod, known = ''] = text.split(' ');
  const transactionId = Number(id);
  if (!paymentMethod || !(id === '0' || isTransactionId(transactionId))) return undefined;
  const transaction = { ...subject, paymentMethod, transactionId, ...(known && { known }) };
  const claim = claims[said];
  const phase = phases[said];
  if (claim) return { entry: { phase: 'back', transaction, claim }, since: Number(since), by };
  if (!phase || phase === 'back') return undefined;
  return { entry: { phase, transaction }, since: Number(since), by };
}
