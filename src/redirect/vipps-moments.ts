import type { ConnectError } from '../api/errors.js';
import { asProblem, problemType } from '../api/swedbank-pay/problem.js';
import type { TextKey } from '../i18n/keys.js';

/** What the vendor's page has said, or that the payer has been there. */
export type Claim = 'unknown' | 'cancelled' | 'failed' | 'initiated';

type Moment =
  'elsewhere' | 'in-doubt' | 'lost' | 'unpaid' | 'open' | `outcome.${Exclude<Claim, 'unknown'>}`;

/** Title and body of a moment. */
export function told<Told extends Moment>(moment: Told) {
  return [`vipps-payment.${moment}.title`, `vipps-payment.${moment}.body`] as const;
}

/** Whether there is no such payment. */
export function isNotFound({ body }: ConnectError): boolean {
  return problemType(body) === 'notfound';
}

/** What is said of an operation that was refused, or whose answer was lost. */
export function refusalOf(error: ConnectError): readonly [title: TextKey, body: TextKey] {
  const { code } = asProblem(error);
  if (code === 'in-doubt') return told(code);
  const title = isNotFound(error) ? 'vipps-payment.not-found' : 'vipps-payment.refused';
  return [title, `shared.error.${code}`];
}
