import { decodeList, isObject, text } from '../decode.js';
import { agreementProviders } from './agreement.js';
import { read, type Api, type CallOptions } from '../shared-read.js';

/**
 * The recurrence token that a product is paid with, for the redirect's `ticket`; empty when there is
 * none (List PayEx tokens).
 */
export async function findTicket(
  api: Api,
  productCode: string,
  options: CallOptions,
): Promise<string> {
  const { path, list } = agreementProviders.payex;
  const tokens = decodeList(await read(api, path, options), list);
  const found = tokens.filter(isObject).find((token) => token['productCode'] === productCode);
  return text(found?.['recurrenceToken']);
}
