import { configError } from '../api/errors.js';
import { loginAddress } from '../flow/login-address.js';
import { spokenPath } from '../flow/login-path.js';
import type { Transaction } from '../flow/transaction.js';
import { pageDialect } from '../host/page-dialect.js';
import {
  checkedUrl,
  checkOrigins,
  isNamed,
  loginUrl,
  type EffectiveSettings,
} from '../host/settings.js';
import { platform } from '../platform/platform.js';
import type { Operation } from '../flow/operations.js';

/**
 * Everything that a redirect needs but the transaction, checked before anything is sent.
 *
 * @returns a function that gives the login server's address for a transaction, with `more` parameters
 * beside the documented four.
 * @throws {ConnectError} `config` naming `client-id`, `login-url`, `return-url` or `error-url`.
 */
export function prepareRedirect(
  settings: EffectiveSettings,
  operation: Operation,
): (transaction: Transaction, more?: Readonly<Record<string, string>>) => string {
  const { clientId, returnOrigins } = settings;
  if (!clientId) throw configError('client-id', 'a client id');
  checkOrigins('return-origins', returnOrigins);
  const base = loginUrl(settings);
  const isAllowed = (url: URL, page: URL) =>
    url.origin === page.origin || isNamed(url, returnOrigins);
  const check = (name: string, value: string) =>
    checkedUrl(name, value, 'of this origin or return-origins', isAllowed).href;
  const returnUrl = check('return-url', settings.returnUrl ?? platform.href());
  const errorUrl = check('error-url', settings.errorUrl ?? returnUrl);
  const way = { loginUrl: base, clientId, returnUrl, errorUrl };
  const path = spokenPath(operation, pageDialect());
  return (transaction, more) => loginAddress(way, path, transaction, more);
}
