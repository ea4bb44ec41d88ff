import { isStep } from '../api/checked-text.js';
import type { Dialect } from '../api/connect/dialect.js';
import { assumedLogin } from '../api/connect/login.js';
import { outcomes } from '../api/connect/outcome.js';
import { isTransactionId } from '../api/decode.js';
import { note } from '../api/note.js';
import {
  endMark,
  gluedPieces,
  isOurs,
  splitAddress,
  standardPieces,
  withoutPieces,
  type Piece,
} from './address-text.js';
import { redirectFlows, type Arrival, type Outcome, type Transaction } from './transaction.js';

/** What an address says. */
export interface ReadArrival {
  /** Absent when our parameter is there but cannot be read. */
  readonly arrival: Arrival | undefined;
  /** The address without what has been read. */
  readonly rest: string;
  /** Whether a page has told it, and keeps it in its address until it is known how it went. */
  readonly isTold?: true;
  /**
   * Nothing in it says how it went: the login server has added nothing, or only what nobody can read, or a router has put
   * back our parameter alone.
   */
  readonly isSilent?: true;
}

/** How an address is read. */
export interface ArrivalOptions {
  /** Names of the parameter that carries the outcome, separated by spaces; those of the dialect when absent. */
  readonly resultParam?: string | undefined;
  /** What is known better of the way back than is assumed. */
  readonly dialect?: Partial<Pick<Dialect, 'outcome' | 'outcomeIn' | 'resultParameters'>>;
}

/** How an outcome is told from what else stands in an address. */
interface Reading {
  isListed(piece: Piece): boolean;
  outcomeOf(piece: Piece): Outcome | undefined;
}

/** What our parameter says. */
interface Claim {
  /** Absent when it cannot be read. */
  readonly transaction: Transaction | undefined;
  readonly isError: boolean;
  /** What a page that has told it has written down. */
  readonly told: Said | undefined;
  /** How long the address's own fragment was; undefined when the parameter does not say. */
  readonly ownFragment: number | undefined;
  /** What somebody has glued on behind it. */
  readonly glued: string;
}

/** Our mark, the length of the address's own fragment, and what is glued on behind. */
const marked = new RegExp(`^${endMark}(\\d*)(.*)$`, 's');

/** What was said of how it went. */
interface Said {
  readonly outcome: Outcome;
  readonly isGuessed: boolean;
  /** Where it was said. */
  readonly pieces: readonly Piece[];
}

/**
 * Reads what a payer has come back with. Never throws, whatever the address says.
 *
 * ASSUMED: the login server appends the outcome. So only what comes behind our parameter counts: in the
 * query, glued onto it with another `?`, with `&amp;`, or behind a fragment. What stood in the address
 * before is the site's own, and stays.
 *
 * @param address Absolute.
 * @returns undefined when the address carries nothing of ours.
 */
export function readArrival(address: string, options: ArrivalOptions): ReadArrival | undefined {
  const { head, query, fragment } = splitAddress(address);
  const pieces = standardPieces(query);
  const ours = pieces.find(isOurs);
  if (!ours) return undefined;
  const first = pieces.indexOf(ours);
  const own = pieces.slice(0, first);
  const behind = pieces
    .slice(first)
    .flatMap((piece) => (isOurs(piece) ? [piece] : gluedPieces(piece.written)));
  const claim = readClaim(ours.value);
  const { isError, told, ownFragment, glued } = claim;
  // Several are none: nobody can say which is meant.
  const transaction = behind.filter(isOurs).length > 1 ? undefined : claim.transaction;
  if (told) {
    const rest = [head, withoutPieces([...own, ...behind], isOurs), fragment].join('');
    return { arrival: transaction && toArrival(transaction, false, told), rest, isTold: true };
  }
  const end = ownEnd(fragment, ownFragment);
  const added = gluedPieces(fragment.slice(end ?? 0));
  const reading = readingOf(options);
  const came = [...behind.filter((piece) => !isOurs(piece)), ...gluedPieces(glued)];
  const said = findOutcome(came, added, reading, end != null);
  const outcome = known(options.dialect?.outcomeIn?.(address));
  if (!isError && !outcome) noteOdd(said, [...came, ...added], reading);
  const isSilent = !isError && !outcome && !said.pieces.length;
  // A sign with nothing behind it was glued on too.
  const glueOn = [...behind, ...(end == null ? [] : added)];
  const bare = glueOn.filter(({ written }) => /^[&?]$/.test(written));
  const taken = new Set([...said.pieces, ...bare]);
  const isTaken = (piece: Piece) => isOurs(piece) || taken.has(piece);
  return {
    arrival: transaction && toArrival(transaction, isError, outcome ? { outcome } : said),
    rest: [
      head,
      withoutPieces([...own, ...behind], isTaken),
      fragment.slice(0, end ?? 0),
      withoutPieces(added, isTaken),
    ].join(''),
    ...(isSilent && { isSilent }),
  };
}

function readingOf({ resultParam, dialect = {} }: ArrivalOptions): Reading {
  const { resultParameters, outcome }: typeof dialect = { ...assumedLogin, ...dialect };
  const names = resultParam?.split(/\s+/).filter(Boolean) ?? resultParameters;
  const isListed = ({ name }: Piece) => names?.includes(name) ?? false;
  return {
    isListed,
    // Under a name that nobody has listed it is found by its value alone.
    outcomeOf: (piece) => known(outcome?.(piece.value, isListed(piece) ? piece.name : '')),
  };
}

/** Says in the console where the outcome is, or is not, when that is not as assumed. */
function noteOdd(
  { isGuessed, pieces }: Said,
  came: readonly Piece[],
  { outcomeOf }: Reading,
): void {
  const [one, more] = pieces;
  if (one && !more && !isGuessed && outcomeOf(one)) return;
  const names = (isGuessed ? pieces : came).flatMap(({ name }) => name || []).join(', ');
  note(
    `resultParameters ${isGuessed ? 'do not name' : 'tell nothing in'} ${names || 'no parameter'}`,
  );
}

/** What is told by a script without types, or stands in an address, may be anything. */
function known(told: unknown): Outcome | undefined {
  return outcomes.find((outcome) => outcome === told);
}

function toArrival(
  transaction: Transaction,
  isError: boolean,
  said: Pick<Said, 'outcome'> & Partial<Said>,
): Arrival {
  if (isError) return { ...transaction, outcome: 'error' };
  const { outcome, isGuessed } = said;
  return { ...transaction, outcome, ...(isGuessed && { isGuessed }) };
}

/**
 * Where the site's own fragment ends; undefined when nobody can say, since our parameter does not or the
 * fragment has been written anew on the way.
 */
function ownEnd(fragment: string, length: number | undefined): number | undefined {
  if (length == null || length > fragment.length) return undefined;
  return /^([&?#/]|$)/.test(fragment.slice(length)) ? length : undefined;
}

/** @param isWhole Whether all of `added` is new: else only a listed name tells it from the site's own. */
function findOutcome(
  behind: readonly Piece[],
  added: readonly Piece[],
  reading: Reading,
  isWhole: boolean,
): Said {
  const said = tellingOutcome(behind, reading);
  if (said) return said;
  const inFragment = tellingOutcome(isWhole ? added : added.filter(reading.isListed), reading);
  if (inFragment) return { ...inFragment, isGuessed: inFragment.isGuessed || !isWhole };
  return { outcome: 'unknown', isGuessed: false, pieces: [] };
}

/**
 * The outcome among some parameters: in one whose name is listed, said once; else the value of exactly one
 * whose name nobody has listed. What says two things says `unknown`; undefined when nothing says any. A
 * parameter that holds no outcome is the site's own, whatever its name: what sorts a query puts it here too.
 */
function tellingOutcome(
  pieces: readonly Piece[],
  { isListed, outcomeOf }: Reading,
): Said | undefined {
  const holding = pieces.filter((piece) => piece.name !== '' && outcomeOf(piece));
  const listed = holding.filter(isListed);
  const isGuessed = listed.length === 0;
  const [one, more] = isGuessed ? holding : listed;
  if (!one) return undefined;
  const outcome = more ? undefined : outcomeOf(one);
  if (outcome) return { outcome, isGuessed, pieces: [one] };
  return { outcome: 'unknown', isGuessed: false, pieces: listed };
}

function readClaim(value: string): Claim {
  const parts = value.split('~');
  const flow = redirectFlows.find((name) => name === parts[0]);
  const isRenewal = flow === 'change-method' && parts[6] === parts[3];
  const count = flow === 'add-agreement' || isRenewal ? 7 : 6;
  const [, length, behindMark] = marked.exec(parts.slice(count).join('~')) ?? [];
  // Without our mark, as an earlier version wrote it, the last field ends where something is glued on.
  const end = value.search(/[?&#]|$/);
  const fields = behindMark == null ? value.slice(0, end).split('~') : parts.slice(0, count);
  const place = fields[1];
  const told = readTold(place);
  const isError = place === 'error';
  const isWhole = fields.length === count && (told || isError || place === 'return');
  return {
    transaction: flow && isWhole ? readTransaction(flow, fields) : undefined,
    isError,
    told,
    ownFragment: length ? Number(length) : undefined,
    glued: behindMark ?? value.slice(end),
  };
}

/** As `toldPlace` writes it. */
function readTold(place: string | undefined): Said | undefined {
  const [, how, word] = /^(told|guessed)-(.+)$/.exec(place ?? '') ?? [];
  const outcome = known(word);
  return outcome && { outcome, isGuessed: how === 'guessed', pieces: [] };
}

function readTransaction(
  flow: Transaction['flow'],
  [, , id, paymentMethod, productCode, invoiceNumber, known]: readonly string[],
): Transaction | undefined {
  const transactionId = Number(id);
  if (!isTransactionId(transactionId)) return undefined;
  if (!paymentMethod || !productCode || invoiceNumber == null) return undefined;
  if (!isStep(productCode)) return undefined;
  if (flow === 'add-agreement' && !known) return undefined;
  const transaction = { flow, transactionId, paymentMethod, productCode, invoiceNumber };
  return { ...transaction, ...(known && { known }) };
}
