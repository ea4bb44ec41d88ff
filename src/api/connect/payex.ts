import { decodeList, isObject, text } from '../decode.js';
import { read, type Api, type CallOptions } from '../shared-read.js';

/** Below the API's address; list, add and remove share it. */
export const payExTokens = '/v1/api/payment/payex/token';

/**
 * The recurrence token that a product is paid with, for the redirect's `ticket`; empty when there is
 * none (List PayEx tokens).
 */
export async function findTicket(
  api: Api,
  productCode: string,
  options: CallOptions,
): Promise<string> {
  const tokens = decodeList(await read(api, payExTokens, options), 'paymentRecurrenceTokens');
  const found = tokens.filter(isObject).find((token) => token['productCode'] === productCode);
  return text(found?.['recurrenceToken']);
}
