import type { Agreement } from './agreements.js';

/** Until when a card is good. */
export interface CardExpiry {
  /** As it is printed on the card, such as `12/28`. */
  readonly printed: string;
  readonly isOver: boolean;
  /** Whether it is over in 60 days or less. */
  readonly isSoon: boolean;
}

const soon = 60 * 86_400_000;

/**
 * Reads `expirationMonth` and `expirationYear`, which are texts, the year of two digits.
 *
 * @param now Epoch milliseconds.
 * @returns undefined when they say nothing.
 */
export function cardExpiry(
  { expirationMonth, expirationYear }: Agreement,
  now: number,
): CardExpiry | undefined {
  const month = Number(expirationMonth);
  const year = Number(expirationYear.slice(-2) || NaN);
  if (!(month >= 1 && month <= 12 && year >= 0)) return undefined;
  // A card is good until the end of its month; the first of the next is month + 1, counted from 0.
  const left = Date.UTC(2000 + year, month) - now;
  const printed = `${month}`.padStart(2, '0') + '/' + `${year}`.padStart(2, '0');
  return { printed, isOver: left <= 0, isSoon: left <= soon };
}
