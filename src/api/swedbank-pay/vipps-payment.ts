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

/** The texts of a payment; times are ISO 8601, `currency` is ISO 4217. */
type Words = Partial<
  Record<
    | 'id'
    | 'created'
    | 'updated'
    | 'state'
    | 'operation'
    | 'intent'
    | 'currency'
    | 'description'
    | 'initiatingSystemUserAgent'
    | 'userAgent'
    | 'language',
    string
  >
>;

/** Whole numbers of the currency's minor unit: 1500 NOK is 15.00. */
type Sums = Partial<
  Record<
    'amount' | 'remainingCaptureAmount' | 'remainingCancellationAmount' | 'remainingReversalAmount',
    number
  >
>;

/** Addresses of the resources that belong to a payment. */
type Links = Partial<Record<Exclude<keyof components['schemas']['PaymentLinks'], 'id'>, string>>;

/**
 * A Vipps payment (Payment resource). `state` is `Ready`, `Pending`, `Failed` or `Aborted`, of the
 * payment and not of its transactions. What the server leaves out is undefined.
 */
export interface VippsPayment extends Readonly<Words>, Readonly<Sums> {
  /** For people to refer to; `id` is what programs go by. */
  readonly number: number;
  readonly links: Readonly<Links>;
  /** All that the server lists, also what the element does not offer. */
  readonly operations: readonly VippsOperation[];
}

/**
 * Takes every field by the kind of its value, so that also those which no document names are there.
 *
 * @throws {ConnectError} `invalid-response` when there is no payment in it, or when a number is not one
 * that can be trusted: a rounded number would be somebody else's, and a rounded amount another sum.
 */
export function decodeVippsPayment(body: unknown): VippsPayment {
  const payment = decodeObject(decodeObject(body)['payment']);
  const { number } = payment;
  if (!isTransactionId(number)) throw invalidResponse('number');
  const words: Record<string, string> = {};
  const sums: Record<string, number> = {};
  const links: Record<string, string> = {};
  for (const [name, value] of Object.entries(payment)) {
    // The document's table calls two of the links a string, its sample shows objects only.
    if (isObject(value)) links[name] = text(value['id']);
    else if (/^(urls|payers)$/.test(name)) links[name] = text(value);
    else if (!/mount$/.test(name)) words[name] = text(value);
    else if (value != null) sums[name] = decodeAmount(value, name);
  }
  const operations = decodeList(body, 'operations').flatMap(decodeOperation);
  return { ...words, ...sums, number, links, operations };
}

function decodeAmount(value: unknown, name: string): number {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  throw invalidResponse(name);
}

/** ASSUMED: `create-cancel`, which the vendor's page on cancellations says, is `create-cancellation`. */
function decodeOperation(value: unknown): VippsOperation | [] {
  if (!isObject(value)) return [];
  return {
    rel: text(value['rel']).replace(/cancel$/, 'cancellation'),
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
  const { number, amount, detail, title } = decodeObject(paid ?? problem);
  return {
    number: text(number),
    amount: amount == null ? undefined : decodeAmount(amount, 'amount'),
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
  if (/^(Failed|Aborted)$/.test(state ?? '')) return false;
  const rels = operations.map(({ rel }) => rel).join();
  const isPaid = rels.includes('paid-') || remainingCaptureAmount || remainingReversalAmount;
  return isPaid && !/view-|-authorization/.test(rels) ? true : undefined;
}
