import { decodeFields, decodeList, decodeObject, decodeTransactionId } from '../decode.js';
import { invalidResponse, isObject, text, trimmed, type JsonObject } from '../decode.js';
import { configError, isDoubtful, type ConnectError } from '../errors.js';
import { note, shapeOf } from '../note.js';
import { read, write, type CallOptions } from '../shared-read.js';
import { additionOf, agreementReference as referenceOf, removalOf } from './agreement-requests.js';
import {
  agreementProviders,
  isAgreementAbout as isAssumedAbout,
  type Agreement,
  type AgreementProvider,
} from './agreement.js';
import type { ApiRequest, ConnectApi, Dialect } from './dialect.js';

export * from './agreement.js';

/** List agreements, tokens or subscriptions of the subscriber, for all products. */
export async function listAgreements(
  api: ConnectApi,
  provider: AgreementProvider,
  options: CallOptions,
): Promise<readonly Agreement[]> {
  const { path, list } = agreementProviders[provider];
  return decodeAgreements(await read(api, path, options), list, provider, api.dialect);
}

export function decodeAgreements(
  body: unknown,
  list: string,
  provider: AgreementProvider,
  dialect: Partial<Dialect> = {},
): readonly Agreement[] {
  const items = decodeList(body, list);
  const agreements = items.filter(isObject).map((item) => decodeAgreement(item, provider, dialect));
  // Telling that there is no agreement when we could not read one would be a wrong state.
  if (items.length && !agreements.length) throw invalidResponse(list);
  return agreements;
}

const agreementFields = {
  productCode: trimmed,
  merchantId: trimmed,
  maskedCardNumber: trimmed,
  cardTypeName: trimmed,
  expirationMonth: trimmed,
  expirationYear: trimmed,
};

function decodeAgreement(
  item: JsonObject,
  provider: AgreementProvider,
  { agreementReference = referenceOf }: Partial<Dialect>,
): Agreement {
  const { field, value } = agreementReference(item, provider) ?? {};
  const isNamed = typeof field === 'string' && typeof value === 'string';
  if (!isNamed) note(`agreementReference cannot tell ${shapeOf(item)}`);
  return {
    ...decodeFields(item, agreementFields),
    provider,
    reference: isNamed ? value : '',
    referenceField: isNamed ? field : '',
    paymentProviderId: item['paymentProviderId'],
  };
}

/**
 * Add. Complete it at the login server with the id that this gives.
 *
 * @throws {ConnectError} also `config` when the dialect has no request for it.
 */
export async function addAgreement(
  api: ConnectApi,
  provider: AgreementProvider,
  productCode: string,
  options: CallOptions,
): Promise<number> {
  const { addAgreement: ask = additionOf } = api.dialect;
  const asked = ask(provider, productCode);
  return decodeTransactionId(await send(api, 'addAgreement', asked, options), 'transactionId');
}

/**
 * Remove. Resolves when the server said `success: true`.
 *
 * @throws {ConnectError} `declined` when it said `success: false`; `config` when the dialect has no
 * request for it.
 */
export async function removeAgreement(
  api: ConnectApi,
  agreement: Agreement,
  options: CallOptions,
): Promise<void> {
  const { removeAgreement: ask = removalOf } = api.dialect;
  const asked = ask(agreement);
  const { success } = decodeObject(await send(api, 'removeAgreement', asked, options));
  if (success !== true) throw invalidResponse('success');
}

/**
 * Whether a removal that ended so may have been made, so that the list alone says what is true: browsers
 * themselves send a request again when a connection breaks, another tab may have been first, and a second
 * removal of the same is declined, or refused as wrong.
 */
export function mayBeRemoved(error: ConnectError): boolean {
  return isDoubtful(error) || error.code === 'declined' || error.code === 'bad-request';
}

const writeMethods: readonly string[] = ['POST', 'PATCH', 'PUT', 'DELETE'];

/** What nobody can say how to ask for is not sent. */
async function send(
  api: ConnectApi,
  name: string,
  asked: ApiRequest | undefined,
  options: CallOptions,
): Promise<unknown> {
  // It is written behind the API's address: without the slash it could name another host. What may be read
  // again is no change.
  if (!asked || !text(asked.path).startsWith('/') || !writeMethods.includes(asked.method)) {
    throw configError(`dialect.${name}`, 'a method, a path and a body');
  }
  return write(api, asked.method, asked.path, asked.body, options);
}

/**
 * Tells agreements apart in few characters: a return address carries what was listed before, and no
 * token may stand there.
 */
export function fingerprints(
  agreements: readonly Agreement[],
  productCode: string,
  dialect: Partial<Dialect> = {},
): string[] {
  return agreements
    .filter((agreement) => isAbout(agreement, productCode, dialect))
    .map((agreement) => {
      let hash = 0;
      for (const character of agreement.reference || JSON.stringify(agreement)) {
        hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
      }
      return (hash >>> 0).toString(36);
    });
}

/** Whether an agreement may be one for the product: what cannot be told may be. */
export function isAbout(
  agreement: Agreement,
  productCode: string,
  dialect: Partial<Dialect> = {},
): boolean {
  const { isAgreementAbout = isAssumedAbout } = dialect;
  return isAgreementAbout(agreement, productCode) !== false;
}
