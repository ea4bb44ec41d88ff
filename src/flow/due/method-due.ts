import { isAbout, type Agreement } from '../../api/connect/agreements.js';
import { cardExpiry } from '../../api/connect/card-expiry.js';
import type { Dialect } from '../../api/connect/dialect.js';

/** A way to pay that stops soon, or has stopped. Plain data. */
export interface MethodDue {
  /** `card`: the product's card ends; `agreement`: the product has none that is valid. */
  readonly kind: 'card' | 'agreement';
  readonly productCode: string;
  /** The way by which the product is paid now, and which is to be renewed. */
  readonly paymentMethod: string;
  /** Such as `xxxx-xxxxxx-x2348`; empty when the API does not say, and without a card. */
  readonly card: string;
  /** As it is printed on the card, such as `12/28`; empty without a card. */
  readonly expires: string;
  /** Whether nothing can be paid with it any more. */
  readonly isOver: boolean;
}

/** Milliseconds: what ends later does not end soon. */
const soon = 30 * 86_400_000;

/**
 * Whether the way by which a product is paid stops soon, or has stopped: none of its agreements is valid, or the
 * last of its cards has expired or expires within 30 days. A card whose month cannot be read may be good.
 *
 * @param paymentMethod The way by which it is paid now.
 * @param agreements What is listed as valid of that way.
 * @param now Epoch milliseconds.
 * @returns undefined when nothing is to be done.
 */
export function methodDue(
  paymentMethod: string,
  agreements: readonly Agreement[],
  productCode: string,
  now: number,
  dialect?: Partial<Dialect>,
): MethodDue | undefined {
  const own = agreements.filter((one) => isAbout(one, productCode, dialect));
  const about = { productCode, paymentMethod };
  if (!own.length) return { ...about, kind: 'agreement', card: '', expires: '', isOver: true };
  const ends = own.map((one) => ({ one, expiry: cardExpiry(one, now) }));
  const [last] = ends.sort((a, b) => endOf(b.expiry) - endOf(a.expiry));
  if (!last?.expiry || last.expiry.end - now > soon) return undefined;
  const { printed: expires, isOver } = last.expiry;
  return { ...about, kind: 'card', card: last.one.maskedCardNumber, expires, isOver };
}

function endOf(expiry: ReturnType<typeof cardExpiry>): number {
  return expiry?.end ?? Infinity;
}
