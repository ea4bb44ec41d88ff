import { decodeObject, invalidResponse, isObject, text } from '../decode.js';
import type { ConnectError } from '../errors.js';
import { read, write, type Api, type CallOptions } from '../shared-read.js';

/** A text that is not empty, as a page may know it; undefined when it is unreadable. */
type Reader = (value: string) => string | undefined;

/** What a page may know of a payment method, by the names that the document gives it. */
const methodFields = {
  paymentMethodGuid: String,
  state: String,
  paymentMethodType: String,
  paymentMethodAccountingCode: String,
  paymentGatewayProvider: String,
  cancelCode: String,
  cancelDescription: String,
  errorCode: String,
  errorDescription: String,
  gatewayErrorCode: String,
  gatewayErrorDescription: String,
  createdTs: time,
  cancelledTs: time,
  expireTs: time,
};

type Fields<Name extends string> = { readonly [name in Name]?: string };

/** A subscription that is paid with the method. */
export type StoredSubscription = Fields<'subscriptionGuid' | 'state' | 'nextDueDate'>;

/**
 * A stored payment method: texts and codes as they came, times in ISO 8601. What the server leaves out,
 * leaves empty or writes unreadably is absent. The tokens and the GUIDs of other things, which the
 * document has too, are never carried.
 */
export interface StoredPaymentMethod extends Fields<keyof typeof methodFields> {
  readonly metaData: {
    /** `expiresTs` is `YYYY-MM`; `cardNumber` has the last four characters only. */
    readonly card: Fields<'type' | 'expiresTs' | 'cardNumber' | 'acquirer'>;
    /** Betalingsservice. */
    readonly bs: Fields<'mandate' | 'customerNumber'>;
    /** MobilePay Subscriptions. */
    readonly mps: Fields<'externalId'>;
    /** `msisdn` has the last four characters only. */
    readonly sms: Fields<'msisdn'>;
  };
  /** Undefined when they could not be read. */
  readonly subscriptions?: readonly StoredSubscription[] | undefined;
}

const methodPath = (guid: string) => `/paymentMethod/${guid}`;

/** Get a single Payment Method. */
export async function getPaymentMethod(
  api: Api,
  guid: string,
  options: CallOptions,
): Promise<StoredPaymentMethod> {
  return decodePaymentMethod(await read(api, methodPath(guid), options));
}

/** Get a list of Subscriptions for a single Payment Method. */
export async function listPaymentMethodSubscriptions(
  api: Api,
  guid: string,
  options: CallOptions,
): Promise<readonly StoredSubscription[]> {
  return decodeSubscriptions(await read(api, `${methodPath(guid)}/subscriptions`, options));
}

/** Cancel a Payment Method. Resolves when that is accepted: the state says when it is done. */
export async function cancelPaymentMethod(
  api: Api,
  guid: string,
  options: CallOptions,
): Promise<void> {
  decodeObject(await write(api, 'POST', `${methodPath(guid)}/Cancel`, {}, options));
}

/**
 * ASSUMED: no code of it is published, so that a backend which knows the vendor's says this one. Whoever reads of
 * any other refusal is told that it was not done, and no reason.
 */
export const pendingPaymentsCode = 'PendingPayments';

/** Whether a refusal to cancel says that it is for payments which are pending. */
export function isPendingPayments({ status, body }: ConnectError): boolean {
  return status === 400 && isObject(body) && body['errorCode'] === pendingPaymentsCode;
}

/** ASSUMED: the document's state diagram is a picture; in any other state there is nothing to cancel. */
const cancellable: readonly string[] = ['New', 'Pending', 'Active'];

/** How a method stands that one may want to cancel; `gone` when the server does not know it. */
export function standingOf(
  method: StoredPaymentMethod | undefined,
): 'open' | 'cancelled' | 'over' | 'gone' {
  if (!method) return 'gone';
  const { state = '' } = method;
  if (state === 'Cancelled') return 'cancelled';
  return cancellable.includes(state) ? 'open' : 'over';
}

export function decodePaymentMethod(body: unknown): StoredPaymentMethod {
  const method = decodeObject(body);
  const { metaData } = method;
  const { card, bs, mps, sms } = isObject(metaData) ? metaData : {};
  return {
    ...pick(method, methodFields),
    metaData: {
      card: pick(card, { type: String, expiresTs: month, cardNumber: lastFour, acquirer: String }),
      bs: pick(bs, { mandate: String, customerNumber: String }),
      mps: pick(mps, { externalId: String }),
      sms: pick(sms, { msisdn: lastFour }),
    },
  };
}

/** @throws {ConnectError} `invalid-response` when the body is not an array. */
export function decodeSubscriptions(body: unknown): readonly StoredSubscription[] {
  if (!Array.isArray(body)) throw invalidResponse('body');
  return body
    .filter(isObject)
    .map((one) => pick(one, { subscriptionGuid: String, state: String, nextDueDate: time }));
}

/** The fields that hold something. */
function pick<Name extends string>(
  source: unknown,
  fields: Readonly<Record<Name, Reader>>,
): Fields<Name> {
  const known: { [name in Name]?: string } = {};
  for (const name in fields) {
    const value = text(isObject(source) ? source[name] : '').trim();
    const read = value && fields[name](value);
    if (read) known[name] = read;
  }
  return known;
}

function month(value: string): string | undefined {
  return /^\d{4}-\d\d$/.exec(value)?.[0];
}

/** Whatever a server sends, no more of a number than this ever reaches a page. */
function lastFour(value: string): string {
  return `•••• ${value.replace(/\W/g, '').slice(-4)}`;
}

/**
 * `yyyy-MM-dd HH:mm:ss Z` in ISO 8601.
 *
 * ASSUMED: the offset comes as `+0100` or `+01:00`; a date without a time is that whole day.
 */
function time(value: string): string | undefined {
  const [, day = '', clock, hours, minutes] =
    /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d) ?([+-]\d\d):?(\d\d))?$/.exec(value) ?? [];
  const iso = clock ? `${day}T${clock}${hours}:${minutes}` : day;
  return Date.parse(iso) ? iso : undefined;
}
