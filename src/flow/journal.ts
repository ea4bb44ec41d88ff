import { outcomes } from '../api/connect/outcome.js';
import { isTransactionId } from '../api/decode.js';
import { ours } from './kept-key.js';
import type { Entry } from './states.js';
import { isFinished, openClaim } from './steps.js';
import { subjectKey } from './subject-key.js';
import type { RedirectFlowName, Subject, Transaction } from './transaction.js';

/** Where the journal is kept: the browser's storage, or a map. */
export interface JournalStore {
  /** Reads a text, after writing it when there is a `value`; an empty one takes it away. */
  store(key: string, value?: string): string | null;
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * An entry with when its transaction was begun, or was known to be done (epoch milliseconds), and by which run of the
 * flow.
 */
interface Line {
  readonly entry: Entry;
  readonly since: number;
  readonly by: string;
}

/** Stands beside whatever is kept for as long as nobody clears the storage, and says nothing else. */
const markKey = `${ours}kept`;

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * How long an entry says something, in milliseconds since then. A Vipps request lives ten minutes (Vipps MobilePay,
 * ePayment API, "Timeouts"); a bank may take days to tell of what was finished.
 */
function lifetime({ entry }: Line): number {
  if (entry.phase === 'done') return day;
  return entry.phase === 'back' && entry.claim === 'finished' ? 7 * day : 10 * minute;
}

/**
 * What the browser keeps of one subject, a line for each transaction. Stored text may be anybody's, so it is
 * read as untrusted; where nothing can be stored, the journal remembers for as long as the page is there. It
 * remembers so too what it has read, where the storage is cleared since: by that no payment has ended. It is not
 * written again for that alone, since whoever has cleared it may have wanted it gone.
 */
export class Journal {
  readonly #store: JournalStore;
  readonly #subject: Subject;
  /** Tells this run of the flow from another page's. */
  readonly #by: string;
  /** What was written here last and the browser has not kept. */
  #own: string | undefined;
  /** What it knew last, and the mark that stood beside it. */
  #known: readonly Line[] = [];
  #mark: string | null = null;

  constructor(store: JournalStore, subject: Subject, by: string) {
    this.#store = store;
    this.#subject = subject;
    this.#by = by;
  }

  /**
   * What matters most; undefined when nothing is kept.
   *
   * @param transactionId Of that transaction alone.
   */
  recall(transactionId?: number): Entry | undefined {
    const order = urgency[this.#subject.flow];
    const lines = this.#lines().filter((line) => (transactionId ?? idOf(line)) === idOf(line));
    const entries = lines.map(({ entry }) => entry);
    return entries.sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase))[0];
  }

  /** Whether nobody else has written about the subject since this run asked for a transaction. */
  isOurs(): boolean {
    // What was changed before may be changed again; nobody asks for an invoice that is known to be paid.
    const mayBeDone = this.#subject.flow !== 'pay-invoice';
    return this.#lines().every(
      ({ by, entry }) => by === this.#by || (mayBeDone && entry.phase === 'done'),
    );
  }

  /** A transaction has one line. What was asked for has an id from then on. */
  remember(entry: Entry): void {
    const { transactionId, paymentMethod, known: before = '' } = entry.transaction;
    // An address may say anything: what has these in it would be read as other fields, or as another line.
    if ([' ', '\n'].some((sign) => (paymentMethod + before).includes(sign))) return;
    const lines = this.#lines();
    const isAsked = (line: Line) => line.entry.phase === 'posting' && line.by === this.#by;
    const known =
      lines.find((line) => idOf(line) === transactionId) ?? lines.find((line) => isAsked(line));
    // What the server has confirmed, or a provider has said to be finished, no address takes back.
    if (entry.phase === 'back' && isFinished(known?.entry)) return;
    const now = this.#store.now();
    // What is asked for has only just been begun, whatever was asked for before; what is done is known from now on.
    const isNew = entry.phase === 'posting' || entry.phase === 'done';
    const since = isNew ? now : (known?.since ?? now);
    this.#write([
      ...lines.filter((line) => idOf(line) !== transactionId && !isAsked(line)),
      { entry, since, by: this.#by },
    ]);
  }

  forget({ transactionId }: Transaction): void {
    this.#write(this.#lines().filter((line) => idOf(line) !== transactionId));
  }

  /** Whoever comes next may be another reader, and is told what the browser keeps alone. */
  release(): void {
    this.#known = [];
  }

  #lines(): readonly Line[] {
    const stored = this.#own ?? this.#store.store(subjectKey(this.#subject)) ?? '';
    const read = stored.split('\n').flatMap((text) => decode(text, this.#subject) ?? []);
    const now = this.#store.now();
    // One of the future is of before the clock was set back: how old it is nobody can say.
    const isAhead = ({ since }: Line) => since > now;
    const lines = [...read, ...this.#cleared(read)]
      .map((line) => (isAhead(line) ? { ...line, since: now } : line))
      .filter((line) => now - line.since < lifetime(line));
    if (read.some(isAhead)) this.#write(lines);
    return (this.#known = lines);
  }

  /** What it knew and is gone with all the rest; who had no id yet keeps the lock. */
  #cleared(read: readonly Line[]): readonly Line[] {
    const mark = this.#store.store(markKey);
    if (this.#mark && mark !== this.#mark) {
      const isGone = (line: Line) => idOf(line) && !read.some((one) => idOf(one) === idOf(line));
      return this.#known.filter(isGone);
    }
    this.#mark = mark;
    return [];
  }

  #write(lines: readonly Line[]): void {
    const text = lines.map(encode).join('\n');
    const kept = this.#store.store(subjectKey(this.#subject), text) ?? '';
    this.#own = kept === text ? undefined : text;
    this.#known = lines;
    this.#mark = this.#store.store(markKey);
    if (text) this.#mark ??= this.#store.store(markKey, `${this.#by} ${this.#store.now()}`);
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

function decode(text: string, subject: Subject): Line | undefined {
  const [said = '', id, time, by = '', paymentMethod, known] = fieldsOf(text);
  const transactionId = Number(id);
  if (!paymentMethod || String(transactionId) !== id) return undefined;
  const { flow, productCode, invoiceNumber } = subject;
  const about = { flow, paymentMethod, productCode, invoiceNumber, ...(known && { known }) };
  const entry = toEntry(said, { ...about, transactionId });
  const since = Number(time);
  return entry && isFinite(since) ? { entry, since, by } : undefined;
}

/** The first release kept of what has left alone: neither a phase nor a writer stands in its lines. */
function fieldsOf(text: string): readonly string[] {
  const fields = text.split(' ');
  const [id = '', time = '', paymentMethod = '', known] = fields;
  return Number(id) && known != null ? ['left', id, time, '', paymentMethod, known] : fields;
}

/** What is asked for has no id yet, what has left and come back has one, and what is done may have none. */
function toEntry(said: string, transaction: Transaction): Entry | undefined {
  const hasNone = transaction.transactionId === 0;
  const hasOne = isTransactionId(transaction.transactionId);
  if (said === 'posting') return hasNone ? { phase: said, transaction } : undefined;
  if (said === 'done') return hasNone || hasOne ? { phase: said, transaction } : undefined;
  if (!hasOne) return undefined;
  if (said === 'left') return { phase: said, transaction };
  const outcome = outcomes.find((one) => said === `back-${one}`);
  const claim = outcome && openClaim(outcome);
  return claim && { phase: 'back', transaction, claim };
}
