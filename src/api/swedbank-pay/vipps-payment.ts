import {
  decodeList,
  decodeObject,
  invalidResponse,
  isObject,
  isTransactionId,
  text,
} from '../decode.js';
import type { components } from './schema.js';

/** Something that can be done with a payment now (Payment resource, `operations`). */
export interface VippsOperation {
  /** Its name; the only part that a client may know beforehand. */
  readonly rel: string;
  readonly method: string;
  /** As the server gave it; may be relative to the resource. */
  readonly href: string;
  readonly contentType: string;
}

/** The resources that belong to a payment. */
type VippsLink = Exclude<keyof components['schemas']['PaymentLinks'], 'id'>;

/**
 * A Vipps payment (Payment resource). A text that the server left out is empty; an amount that it left
 * out is undefined. Amounts are whole numbers of the currency's minor unit: 1500 NOK is 15.00.
 */
export interface VippsPayment {
  readonly id: string;
  /** For people to refer to; `id` is what programs go by. */
  readonly number: number;
  /** ISO 8601, as are all times. */
  readonly created: string;
  readonly updated: string;
  /** `Ready`, `Pending`, `Failed` or `Aborted`; of the payment, not of its transactions. */
  readonly state: string;
  readonly operation: string;
  readonly intent: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly amount: number | undefined;
  readonly remainingCaptureAmount: number | undefined;
  readonly remainingCancellationAmount: number | undefined;
  readonly remainingReversalAmount: number | undefined;
  readonly description: string;
  readonly initiatingSystemUserAgent: string;
  readonly userAgent: string;
  /** `sv-SE`, `nb-NO` or `en-US`. */
  readonly language: string;
  /** Addresses of the resources that belong to it, such as its `transactions` and its `captures`. */
  readonly links: Readonly<Partial<Record<VippsLink, string>>>;
  /** All that the server lists, also what the element does not offer. */
  readonly operations: readonly VippsOperation[];
}

/**
 * @throws {ConnectError} `invalid-response` when there is no payment in it, or when a number is not one
 * that can be trusted: a rounded number would be somebody else's, and a rounded amount another sum.
 */
export function decodeVippsPayment(body: unknown): VippsPayment {
  const payment = decodeObject(decodeObject(body)['payment']);
  const { number } = payment;
  if (!isTransactionId(number)) throw invalidResponse('number');
  const word = (name: string) => text(payment[name]);
  const sum = (name: string) => decodeAmount(payment[name], name);
  const links = Object.entries(payment).flatMap(([name, value]) => {
    // The document's table calls two of them a string, its sample shows objects only.
    const id = isObject(value) ? value['id'] : /^(urls|payers)$/.test(name) && value;
    return id ? [[name, text(id)] as const] : [];
  });
  return {
    number,
    id: word('id'),
    created: word('created'),
    updated: word('updated'),
    state: word('state'),
    operation: word('operation'),
    intent: word('intent'),
    currency: word('currency'),
    description: word('description'),
    initiatingSystemUserAgent: word('initiatingSystemUserAgent'),
    userAgent: word('userAgent'),
    language: word('language'),
    amount: sum('amount'),
    remainingCaptureAmount: sum('remainingCaptureAmount'),
    remainingCancellationAmount: sum('remainingCancellationAmount'),
    remainingReversalAmount: sum('remainingReversalAmount'),
    links: Object.fromEntries(links),
    operations: decodeList(body, 'operations').flatMap(decodeOperation),
  };
}

function decodeAmount(value: unknown, name: string): number | undefined {
  if (value == null) return undefined;
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  throw invalidResponse(name);
}

/** ASSUMED: `create-cancel`, which the vendor's page on cancellations says, is `create-cancellation`. */
function decodeOperation(value: unknown): VippsOperation | [] {
  if (!isObject(value)) return [];
  const rel = text(value['rel']);
  return {
    rel: rel === 'create-cancel' ? 'create-cancellation' : rel,
    method: text(value['method']),
    href: text(value['href']),
    contentType: text(value['contentType']),
  };
}

/** What the answers to `paid-payment` and `failed-payment` tell a reader. */
export interface VippsDetails {
  /** Of the payment, or of the transaction that paid it. */
  readonly number: string;
  readonly amount: number | undefined;
  /** Why it failed, in the vendor's words. */
  readonly reason: string;
}

/** Reads either answer, since each has its own fields. */
export function decodeVippsDetails(body: unknown): VippsDetails {
  const { paid, problem } = decodeObject(body);
  const { number, amount } = isObject(paid) ? paid : {};
  const { detail, title } = isObject(problem) ? problem : {};
  return {
    number: text(number),
    amount: decodeAmount(amount, 'amount'),
    reason: text(detail) || text(title),
  };
}

/**
 * What a payment has come to: `true` when the money is reserved or charged, `false` when it never will
 * be, undefined while that is open.
 *
 * ASSUMED, since `state` says nothing of success: reserved is what can no longer be authorised, and is
 * either listed as paid or has something left to charge or to pay back.
 */
export function isRegistered(payment: VippsPayment): boolean | undefined {
  const { state, operations, remainingCaptureAmount, remainingReversalAmount } = payment;
  if (/^(Failed|Aborted)$/.test(state)) return false;
  const rels = operations.map(({ rel }) => rel).join();
  const isPaid = rels.includes('paid-') || remainingCaptureAmount || remainingReversalAmount;
  return isPaid && !/view-|-authorization/.test(rels) ? true : undefined;
}
