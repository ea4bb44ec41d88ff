import { decodeObject, invalidResponse, isObject, text } from '../decode.js';
import { read, write, type Api, type CallOptions } from '../shared-read.js';

/** What a page may know of a payment method, by the names that the document gives it. */
const methodFields = [
  'paymentMethodGuid',
  'state',
  'paymentMethodType',
  'paymentMethodAccountingCode',
  'paymentGatewayProvider',
  'cancelCode',
  'cancelDescription',
  'errorCode',
  'errorDescription',
  'gatewayErrorCode',
  'gatewayErrorDescription',
  'createdTs',
  'cancelledTs',
  'expireTs',
] as const;

type Fields<Name extends string> = { readonly [name in Name]?: string };

/** A subscription that is paid with the method. */
export type StoredSubscription = Fields<'subscriptionGuid' | 'state' | 'nextDueDate'>;

/**
 * A stored payment method: texts and codes as they came, times in ISO 8601. What the server leaves out,
 * leaves empty or writes unreadably is absent. The tokens and the GUIDs of other things, which the
 * document has too, are never carried.
 */
export interface StoredPaymentMethod extends Fields<(typeof methodFields)[number]> {
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
  await write(api, 'POST', `${methodPath(guid)}/Cancel`, {}, options);
}

export function decodePaymentMethod(body: unknown): StoredPaymentMethod {
  const method = decodeObject(body);
  const { metaData } = method;
  const { card, bs, mps, sms } = isObject(metaData) ? metaData : {};
  return {
    ...pick(method, methodFields),
    metaData: {
      card: pick(card, ['type', 'expiresTs', 'cardNumber', 'acquirer']),
      bs: pick(bs, ['mandate', 'customerNumber']),
      mps: pick(mps, ['externalId']),
      sms: pick(sms, ['msisdn']),
    },
  };
}

/** @throws {ConnectError} `invalid-response` when the body is not an array. */
export function decodeSubscriptions(body: unknown): readonly StoredSubscription[] {
  if (!Array.isArray(body)) throw invalidResponse('body');
  return body
    .filter(isObject)
    .map((subscription) => pick(subscription, ['subscriptionGuid', 'state', 'nextDueDate']));
}

/** How the fields are read that are not taken as they came. */
const readers: Readonly<Record<string, (value: string) => string | undefined>> = {
  createdTs: time,
  cancelledTs: time,
  expireTs: time,
  nextDueDate: time,
  expiresTs: (value) => /^\d{4}-\d\d$/.exec(value)?.[0],
  cardNumber: lastFour,
  msisdn: lastFour,
};

/** The fields that hold something. */
function pick<Name extends string>(source: unknown, names: readonly Name[]): Fields<Name> {
  const fields: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = text(isObject(source) ? source[name] : '').trim();
    const known = value && (readers[name] ?? String)(value);
    if (known) fields[name] = known;
  }
  return fields;
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
