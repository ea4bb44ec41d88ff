import type { LoginPath } from './login-path.js';
import { returnAddress } from './return-address.js';
import type { Transaction } from './transaction.js';

/** Where the browser goes, as whom, and where it comes back. */
export interface LoginWay {
  /** Base of the login server, without a slash at its end. */
  readonly loginUrl: string;
  /** The site's Connect client id. */
  readonly clientId: string;
  /** Absolute. */
  readonly returnUrl: string;
  /** Absolute; for the way back after a system error. */
  readonly errorUrl: string;
}

/**
 * The login server's address for a transaction. Source: Connect API reference, "Pay invoice" and its siblings,
 * "Redirect".
 *
 * @param more Parameters beside the documented four.
 */
export function loginAddress(
  { loginUrl, clientId, returnUrl, errorUrl }: LoginWay,
  { path, idParameter }: LoginPath,
  transaction: Transaction,
  more: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams({
    clientId,
    returnUrl: returnAddress(returnUrl, 'return', transaction),
    errorUrl: returnAddress(errorUrl, 'error', transaction),
    [idParameter]: `${transaction.transactionId}`,
    ...more,
  });
  return `${loginUrl}${path}?${parameters}`;
}
