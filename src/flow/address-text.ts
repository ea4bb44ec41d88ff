import { redirectFlows } from './transaction.js';

/** Our parameter in the addresses that a payer comes back to. */
export const parameter = 'connect';

/**
 * What our parameter ends with, so that whatever is glued on behind it stays outside; the length of the
 * address's own fragment follows, since what a login server glues on may end up behind that.
 */
export const endMark = 'end';

/** An address in its three parts, each with the sign that it begins with. Together they are the address. */
export interface AddressText {
  readonly head: string;
  /** Empty, or with `?` before it. */
  readonly query: string;
  /** Empty, or with `#` before it. */
  readonly fragment: string;
}

/** One parameter as it is written in an address, with the sign before it, and what that says. */
export interface Piece {
  readonly written: string;
  readonly name: string;
  readonly value: string;
}

/** Takes an address apart as text, since a parser would write it anew. Never throws. */
export function splitAddress(address: string): AddressText {
  const hash = address.indexOf('#');
  const bare = hash < 0 ? address : address.slice(0, hash);
  const mark = bare.indexOf('?');
  const end = mark < 0 ? bare.length : mark;
  return { head: bare.slice(0, end), query: bare.slice(end), fragment: address.slice(bare.length) };
}

/** The parameters of a query, parted by `&` as the standard has it. */
export function standardPieces(text: string): readonly Piece[] {
  return text.split(/(?=&)/).map(toPiece);
}

/** The parameters of what may have been glued on, with a second `?` or behind a fragment. */
export function gluedPieces(text: string): readonly Piece[] {
  return text.split(/(?=[&?#])/).map(toPiece);
}

function toPiece(written: string): Piece {
  let text = written.replace(/^[&?#]/, '');
  // As a page writes `&` that was escaped once too often.
  while (text.startsWith('amp;')) text = text.slice('amp;'.length);
  const [[name, value] = ['', '']] = new URLSearchParams(text);
  return { written, name, value };
}

/** Whether a parameter is ours; another library's of the same name is not ours to read or to take away. */
export function isOurs({ name, value }: Piece): boolean {
  return name === parameter && redirectFlows.some((flow) => value.startsWith(`${flow}~`));
}

/** What is left of a text without some of its pieces; no other byte of it changes. */
export function withoutPieces(
  pieces: readonly Piece[],
  isTaken: (piece: Piece) => boolean,
): string {
  let rest = '';
  /** The sign that a query or a fragment began with, while what stood behind it is gone. */
  let opening = '';
  for (const piece of pieces) {
    const { written } = piece;
    if (isTaken(piece)) {
      const sign = written.charAt(0);
      if (/[?#]/.test(sign) && !rest.includes(sign)) opening ||= sign;
    } else {
      rest += opening && written.startsWith('&') ? opening + written.slice(1) : written;
      opening = '';
    }
  }
  return rest;
}
