import type { CallOptions } from '../shared-read.js';
import { listAgreements, type Agreement } from './agreements.js';
import type { ConnectApi } from './dialect.js';

/**
 * The recurrence token that a product is paid with, for the redirect's `ticket`; empty when there is
 * none (List PayEx tokens). One that names no product is none: a new card would take its place.
 */
export async function findTicket(
  api: ConnectApi,
  productCode: string,
  options: CallOptions,
): Promise<string> {
  const { isAgreementAbout } = api.dialect;
  const isOwn = (token: Agreement) =>
    isAgreementAbout?.(token, productCode) ?? token.productCode === productCode;
  return (await listAgreements(api, 'payex', options)).find(isOwn)?.reference ?? '';
}
