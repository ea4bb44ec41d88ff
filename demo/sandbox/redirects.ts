import type { TransactionKind } from './names.js';
import { isSiteOrigin } from './site-origins.js';
import type { State } from './state.js';
import type { Transaction } from './transactions.js';

export interface Redirect {
  readonly path: string;
  readonly kind: TransactionKind;
  readonly idParameter: 'transactionId' | 'paymentChangeId';
}

/** Where a site sends a payer to, below the login server's address. */
export const redirects: readonly Redirect[] = [
  { path: '/payment/invoice/pay', kind: 'invoice', idParameter: 'transactionId' },
  { path: '/paymentChange', kind: 'method', idParameter: 'paymentChangeId' },
  { path: '/payment/vipps/agreement/add', kind: 'vipps', idParameter: 'transactionId' },
  { path: '/payment/payex/token/add', kind: 'payex', idParameter: 'transactionId' },
  { path: '/payment/klarna/token/add', kind: 'klarna', idParameter: 'transactionId' },
  { path: '/payment/nexi/subscription/add', kind: 'nexi', idParameter: 'transactionId' },
];

/** A page that says no. */
export interface Refused {
  readonly status: 400 | 403 | 404 | 409;
  readonly title: string;
  readonly text: string;
}

const refused = (status: Refused['status'], title: string, text: string): Refused => ({
  status,
  title,
  text,
});

export const alreadyCompleted = refused(
  409,
  'Already completed',
  'This payment has been completed before. Go back to the site to see how it went.',
);

export const unknownPayment = refused(404, 'Unknown payment', 'There is no such payment here.');

export interface AddressRules {
  readonly clientId: string;
  readonly siteOrigins: readonly string[];
}

/** Refuses to send anyone anywhere before the client and its addresses are known. */
export function checkAddresses(
  query: Record<string, string>,
  { clientId, siteOrigins }: AddressRules,
): Refused | undefined {
  if (query['clientId'] !== clientId) {
    return refused(400, 'Unknown client', 'The site that sent you here is not known.');
  }
  const wrong = ['returnUrl', 'errorUrl'].find((name) => !isSite(query[name], siteOrigins));
  if (!wrong) return undefined;
  return refused(400, 'Address not allowed', `${wrong} is not an address of the site.`);
}

function isSite(address: string | undefined, siteOrigins: readonly string[]): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return /^https?:$/.test(protocol) && isSiteOrigin(origin, siteOrigins);
}

/** @returns the transaction to go on with, or what is wrong with it. */
export function findTransaction(
  { transactions }: State,
  { kind, idParameter }: Redirect,
  subscriber: string,
  query: Record<string, string>,
): Transaction | Refused {
  const found = transactions.get(Number(query[idParameter]));
  if (!found) return unknownPayment;
  if (found.subscriber !== subscriber) {
    return refused(403, 'Not your payment', 'Log in as the subscriber who started it.');
  }
  if (found.kind !== kind) {
    return refused(400, 'Wrong address', 'This payment is completed at another address.');
  }
  return found.completed ? alreadyCompleted : found;
}
