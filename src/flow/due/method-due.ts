import { isAbout, type Agreement } from '../../api/connect/agreements.js';
import { cardExpiry } from '../../api/connect/card-expiry.js';
import type { Dialect } from '../../api/connect/dialect.js';

/** A way to pay that stops soon, or has stopped. Plain data. */
export interface MethodDue {
  /** `card`: every card of the product ends; `agreement`: the product has none that is valid. */
  readonly kind: 'card' | 'agreement';
  /** Whether nothing can be paid with it any more. */
  readonly isLate: boolean;
  readonly productCode: string;
  /** The way by which the product is paid now, and which is to be renewed. */
  readonly paymentMethod: string;
  /** Such as `xxxx-xxxxxx-x2348`; empty when the API does not say, and without a card. */
  readonly card: string;
  /** As it is printed on the card, such as `12/28`; empty without a card. */
  readonly expires: string;
}

/** Milliseconds: what ends later does not end soon. */
const soon = 30 * 86_400_000;

/**
 * Whether the way by which a product is paid stops soon, or has stopped: none of its agreements is valid, or each
 * of its cards has expired or expires within 30 days. A card whose month cannot be read may be good.
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
  const endsBy = (moment: number) => (one: Agreement) => cardExpiry(one, moment)?.isOver === true;
  if (!own.every(endsBy(now + soon))) return undefined;
  const [first] = own;
  const last = own.find((one) => !endsBy(now)(one)) ?? first;
  return {
    ...{ productCode, paymentMethod, isLate: own.every(endsBy(now)) },
    kind: last ? 'card' : 'agreement',
    card: last?.maskedCardNumber ?? '',
    expires: (last && cardExpiry(last, now)?.printed) ?? '',
  };
}
