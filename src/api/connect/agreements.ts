import { decodeFields, decodeList, decodeObject, decodeTransactionId } from '../decode.js';
import { invalidResponse, isObject, text, type JsonObject } from '../decode.js';
import { read, write, type Api, type CallOptions } from '../shared-read.js';
import type { ProductPaymentMethod } from './payment.js';
import { payExTokens } from './payex.js';

/** Who keeps a recurring agreement or token. */
export type AgreementProvider = 'vipps' | 'payex' | 'klarna' | 'nexi';

interface Differences {
  /** Below the API's address, for list, add and remove; the redirect's path is its end. */
  readonly path: string;
  /** The list's name in the answer. */
  readonly list: string;
  readonly paymentMethod: ProductPaymentMethod;
  /** What Add sends beside `productCode`. */
  readonly more?: JsonObject;
  /** How Remove writes `paymentProviderId`; as it was listed when absent. */
  readonly providerId?: (listed: unknown) => unknown;
}

/**
 * What tells the four providers apart.
 *
 * ASSUMED: Add and Remove of PayEx, Klarna and Nexi have the method and the path that Vipps' have.
 */
export const agreementProviders: Readonly<Record<AgreementProvider, Differences>> = {
  vipps: {
    path: '/v1/customer/payment/vipps/agreement',
    list: 'recurringAgreements',
    paymentMethod: 'recurringVippsPayment',
    providerId: Number,
  },
  payex: {
    path: payExTokens,
    list: 'paymentRecurrenceTokens',
    paymentMethod: 'recurringPayExCardPayment',
    more: { tokenType: 'card' },
    providerId: String,
  },
  klarna: {
    path: '/v1/customer/payment/klarna/token',
    list: 'recurringTokens',
    paymentMethod: 'recurringKlarnaPayment',
  },
  nexi: {
    path: '/v1/api/payment/nexi/subscription',
    list: 'subscriptions',
    paymentMethod: 'recurringNexiPayment',
  },
};

export function isProvider(name: string): name is AgreementProvider {
  return Object.hasOwn(agreementProviders, name);
}

/** A recurring agreement, token or subscription. What the API does not say is an empty text. */
export interface Agreement {
  readonly provider: AgreementProvider;
  /** How the API names it; with an empty one it cannot be removed. */
  readonly reference: string;
  /** The field that holds the reference, such as `agreementRef`. */
  readonly referenceField: string;
  /** A number or a text, as it was listed. */
  readonly paymentProviderId: unknown;
  readonly productCode: string;
  readonly merchantId: string;
  /** Such as `xxxx-xxxxxx-x2348`; PayEx only, as the rest. */
  readonly maskedCardNumber: string;
  readonly cardTypeName: string;
  /** `1` to `12`. */
  readonly expirationMonth: string;
  /** Two digits. */
  readonly expirationYear: string;
}

/**
 * The fields that may name an agreement: Vipps' and PayEx's are documented.
 *
 * ASSUMED: the others, for Klarna and Nexi, whose items no stored copy of the reference shows. Remove
 * sends the field back under the name that it came with.
 */
const referenceFields = ['agreementRef', 'recurrenceToken', 'subscriptionId'];

/** List agreements, tokens or subscriptions of the subscriber, for all products. */
export async function listAgreements(
  api: Api,
  provider: AgreementProvider,
  options: CallOptions,
): Promise<readonly Agreement[]> {
  const { path, list } = agreementProviders[provider];
  return decodeAgreements(await read(api, path, options), list, provider);
}

export function decodeAgreements(
  body: unknown,
  list: string,
  provider: AgreementProvider,
): readonly Agreement[] {
  const items = decodeList(body, list);
  const agreements = items.filter(isObject).map((item) => decodeAgreement(item, provider));
  // Telling that there is no agreement when we could not read one would be a wrong state.
  if (items.length && !agreements.length) throw invalidResponse(list);
  return agreements;
}

const agreementFields = {
  productCode: text,
  merchantId: text,
  maskedCardNumber: text,
  cardTypeName: text,
  expirationMonth: text,
  expirationYear: text,
};

function decodeAgreement(item: JsonObject, provider: AgreementProvider): Agreement {
  const referenceField = referenceFields.find((name) => text(item[name])) ?? '';
  return {
    ...decodeFields(item, agreementFields),
    provider,
    reference: text(item[referenceField]),
    referenceField,
    paymentProviderId: item['paymentProviderId'],
  };
}

/** Add. Complete it at the login server with the id that this gives. */
export async function addAgreement(
  api: Api,
  provider: AgreementProvider,
  productCode: string,
  options: CallOptions,
): Promise<number> {
  const { path, more } = agreementProviders[provider];
  const body = await write(api, 'POST', path, { ...more, productCode }, options);
  return decodeTransactionId(body, 'transactionId');
}

/**
 * Remove. Resolves when the server said `success: true`.
 *
 * @throws {ConnectError} `declined` when it said `success: false`.
 */
export async function removeAgreement(
  api: Api,
  { provider, reference, referenceField, paymentProviderId }: Agreement,
  options: CallOptions,
): Promise<void> {
  const { path, providerId = (listed: unknown) => listed } = agreementProviders[provider];
  const named = {
    [referenceField]: reference,
    ...(paymentProviderId != null && { paymentProviderId: providerId(paymentProviderId) }),
  };
  const { success } = decodeObject(await write(api, 'PATCH', path, named, options));
  if (success !== true) throw invalidResponse('success');
}

/**
 * Tells agreements apart in few characters: a return address carries what was listed before, and no
 * token may stand there.
 */
export function fingerprints(agreements: readonly Agreement[], productCode: string): string[] {
  return agreements
    .filter((agreement) => isAbout(agreement, productCode))
    .map((agreement) => {
      let hash = 0;
      for (const character of agreement.reference || JSON.stringify(agreement)) {
        hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
      }
      return (hash >>> 0).toString(36);
    });
}

/** ASSUMED: an agreement that names no product may be about any. */
export function isAbout(agreement: Agreement, productCode: string): boolean {
  return [productCode, ''].includes(agreement.productCode);
}
