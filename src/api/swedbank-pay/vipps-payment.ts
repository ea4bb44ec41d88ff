import {
  decodeList,
  decodeObject,
  invalidResponse,
  isObject,
  isTransactionId,
  text,
  type JsonObject,
} from '../decode.js';
import { isVisited } from './operations.js';
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

/** Addresses of the payment and of the resources that belong to it. */
type Links = Partial<Record<keyof components['schemas']['PaymentLinks'], string>>;

/**
 * A Vipps payment (Payment resource). `state` is `Ready`, `Pending`, `Failed` or `Aborted`, of the
 * payment and not of its transactions. What the server leaves out is undefined.
 */
export interface VippsPayment extends Readonly<Words>, Readonly<Sums>, Readonly<Links> {
  /** For people to refer to; `id` is what programs go by. */
  readonly number: number;
  /** All that the server lists, also what the element does not offer. */
  readonly operations: readonly VippsOperation[];
}

/**
 * @throws {ConnectError} `invalid-response` when there is no payment in it, or when a number is not one
 * that can be trusted: a rounded number would be somebody else's, and a rounded amount another sum.
 */
export function decodeVippsPayment(body: unknown): VippsPayment {
  const { payment } = decodeObject(body);
  const { number } = decodeObject(payment);
  if (!isTransactionId(number)) throw invalidResponse('number');
  const operations = decodeList(body, 'operations', 'payment').flatMap(decodeOperation);
  return { ...decodeByKind(payment), number, operations };
}

/** What the answers to `paid-payment`, `failed-payment` and `aborted-payment` tell; each has fields of its own. */
export function decodeVippsDetails(body: unknown): JsonObject {
  const { paid, problem, aborted } = decodeObject(body);
  return decodeByKind(paid ?? problem ?? aborted);
}

/** Takes every field by the kind of its value, so that also those which no document names are there. */
function decodeByKind(body: unknown): Words & Sums & Links {
  const words: Record<string, string> = {};
  const sums: Record<string, number> = {};
  for (const [name, value] of Object.entries(decodeObject(body))) {
    // The document's table calls two of the links a string, its sample shows objects only.
    if (!name.endsWith('mount')) words[name] = text(isObject(value) ? value['id'] : value);
    else if (Number.isSafeInteger(value) && Number(value) >= 0) sums[name] = Number(value);
    else if (value != null) throw invalidResponse(name);
  }
  return { ...words, ...sums };
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

/** The states in which it never will be paid. */
const ended: readonly string[] = ['Failed', 'Aborted'];

/**
 * What a payment has come to: `true` when the money is reserved or charged, `false` when it never will
 * be, undefined while that is open. `state` says nothing of success; what is left to charge is all of it from
 * the start; and of a transaction that is Pending nobody can say how it ends.
 *
 * Source: Swedbank Pay, "Payment state": it succeeded when `paid-payment` is listed.
 * ASSUMED: not while it can still be authorised, since the document's sample lists both.
 */
export function isRegistered({ state = '', operations }: VippsPayment): boolean | undefined {
  if (ended.includes(state)) return false;
  const isPaid = operations.some(({ rel }) => rel === 'paid-payment');
  const isOpen = state === 'Pending' || operations.some(({ rel }) => isVisited(rel));
  return isPaid && !isOpen ? true : undefined;
}

/**
 * What a payer reads as the amount, in minor units; undefined when there is none to tell. The server says 0
 * until the payment is authorised: what can be charged then is the price.
 */
export function amountOf({ amount, remainingCaptureAmount }: VippsPayment): number | undefined {
  return amount || remainingCaptureAmount || undefined;
}
