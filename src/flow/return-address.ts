import {
  endMark,
  isOurs,
  parameter,
  splitAddress,
  standardPieces,
  withoutPieces,
} from './address-text.js';
import type { Arrival, Transaction } from './transaction.js';

/**
 * An address to come back to. Our parameter is its last, and says what for, so that storage is never
 * needed: Vipps may come back in another browser. Every other byte stays as it is; one of ours from before
 * makes way. Never throws.
 *
 * @param url Absolute, as a browser writes it.
 * @param place Which of the two addresses it is: `errorUrl` is come back to after a system error.
 * @param about Its texts are without `~`, or it cannot be read back.
 */
export function returnAddress(url: string, place: 'return' | 'error', about: Transaction): string {
  return withOurs(url, place, about);
}

/**
 * The address of a page that has told what came back, and keeps it in its own address, where nothing may be
 * kept in the browser. Never throws.
 *
 * @param url As `returnAddress` has it.
 */
export function keptAddress(url: string, arrival: Arrival): string {
  return withOurs(url, toldPlace(arrival), arrival);
}

/** What stands in our parameter instead of where it came back to. */
export function toldPlace({ outcome, isGuessed }: Pick<Arrival, 'outcome' | 'isGuessed'>): string {
  return `${isGuessed ? 'guessed' : 'told'}-${outcome}`;
}

function withOurs(url: string, place: string, about: Transaction): string {
  const { flow, transactionId, paymentMethod, productCode, invoiceNumber, known } = about;
  const { head, query, fragment } = splitAddress(url);
  const fields = [flow, place, transactionId, paymentMethod, productCode, invoiceNumber];
  if (known) fields.push(known);
  const claim = escaped([...fields, `${endMark}${fragment.length}`].join('~'));
  const own = withoutPieces(standardPieces(query), isOurs);
  return `${head}${own ? `${own}&` : '?'}${parameter}=${claim}${fragment}`;
}

/** Percent-encoded; `encodeURIComponent` would throw at half a character. */
function escaped(text: string): string {
  // `~` is unreserved: no server on the way has a reason to escape it. A `+` is a space to some only.
  return new URLSearchParams({ text })
    .toString()
    .slice('text='.length)
    .split('%7E')
    .join('~')
    .split('+')
    .join('%20');
}
