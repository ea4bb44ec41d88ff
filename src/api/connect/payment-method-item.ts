import { isObject, text } from '../decode.js';

/** A payment method of a product. */
export interface PaymentMethod {
  /** The API's own code, such as `recurringVippsPayment`. A code we do not know is kept as it came. */
  readonly paymentMethod: string;
  /** Whether the product is paid this way now. */
  readonly current: boolean;
}

const methodFields = ['paymentMethod', 'payMethod', 'method', 'type'];
const currentFields = ['current', 'active', 'selected', 'isCurrent', 'inUse'];

/**
 * Reads one item of `paymentMethodResponseItems`.
 *
 * ASSUMED: see `paymentMethod` of the dialect. The code stands in the first of {@link methodFields} that
 * holds a text; other fields are ignored.
 *
 * @returns undefined for an item without a code.
 */
export function decodePaymentMethodItem(item: unknown): PaymentMethod | undefined {
  const fields = isObject(item) ? item : { paymentMethod: item };
  const paymentMethod = methodFields.map((name) => text(fields[name]).trim()).find(Boolean);
  if (!paymentMethod) return undefined;
  return { paymentMethod, current: currentFields.some((name) => fields[name] === true) };
}
