import type { Agreement } from './agreement.js';

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
  const printed = `${expirationMonth.padStart(2, '0')}/${expirationYear.slice(-2)}`;
  const [, month, year] = /^(0[1-9]|1[0-2])\/(\d\d?)$/.exec(printed) ?? [];
  if (!year) return undefined;
  // A card is good until the end of its month; the first of the next is month + 1, counted from 0.
  const left = Date.UTC(2000 + Number(year), Number(month)) - now;
  return { printed, isOver: left <= 0, isSoon: left <= soon };
}
