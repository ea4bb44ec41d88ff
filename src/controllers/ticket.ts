import { assumedLogin } from '../api/connect/login.js';
import { findTicket } from '../api/connect/payex.js';
import { never } from '../api/http.js';
import type { Subject } from '../flow/transaction.js';
import type { Means } from '../host/means.js';

/** What a redirect carries so that a new PayEx card takes the place of the product's old one, where it has one. */
export async function ticketOf(
  means: Pick<Means, 'api'>,
  { productCode, paymentMethod }: Subject,
): Promise<Readonly<Record<string, string>>> {
  if (paymentMethod !== 'recurringPayExCardPayment') return {};
  const api = means.api();
  const { ticketParameter = assumedLogin.ticketParameter } = api.dialect;
  const ticket = await findTicket(api, productCode, { signal: never, isFresh: true });
  return ticket ? { [ticketParameter]: ticket } : {};
}
