import { isObject, text } from '../decode.js';
import { ConnectError } from '../errors.js';

/**
 * What kind of problem an `application/problem+json` (RFC 7807) is: the last part of its `type`, the only
 * field that programs may go by. An empty text for whatever is no problem.
 */
export function problemType(body: unknown): string {
  return /\w*$/.exec(isObject(body) ? text(body['type']) : '')?.[0] ?? '';
}

/** The vendor's table of problems with Vipps, as far as they are a no; `acquirererror` is in a sample. */
const refusals: readonly string[] = [
  ...['vipps_error', 'vipps_declined', 'acquirer_error', 'acquirererror'],
  ...['acquirer_gateway_error', 'acquirer_gateway_timeout'],
  ...['card_declined', 'card_blacklisted', 'fraud_detected', 'payment_token_error'],
];

/**
 * An error of the Vipps API in terms of our codes. A 5xx keeps the code that it has: after
 * `acquirer_gateway_timeout` nobody knows what became of a charge.
 *
 * ASSUMED: what Vipps, the bank or the vendor's own guards say no to is declined, not wrongly asked.
 */
export function asProblem(error: ConnectError): ConnectError {
  const { code, message, status, body } = error;
  const type = problemType(body);
  const isRefused = code === 'bad-request' && refusals.includes(type);
  const told = `${message} ${type}`.trim();
  return new ConnectError(isRefused ? 'declined' : code, told, status, 0, body);
}
