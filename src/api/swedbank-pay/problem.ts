import { isObject, text } from '../decode.js';
import { ConnectError } from '../errors.js';

/**
 * What kind of problem an `application/problem+json` (RFC 7807) is: the last part of its `type`, the only
 * field that programs may go by. An empty text for whatever is no problem.
 */
export function problemType(body: unknown): string {
  return /\w*$/.exec(isObject(body) ? text(body['type']) : '')?.[0] ?? '';
}

/**
 * An error of the Vipps API in terms of our codes. A 5xx keeps the code that it has: after
 * `acquirer_gateway_timeout` nobody knows what became of a charge.
 *
 * ASSUMED: what Vipps or the bank says no to (`vipps_*`, `acquirer_*`) is declined, not wrongly asked.
 */
export function asProblem(error: ConnectError): ConnectError {
  const { code, message, status, body } = error;
  const type = problemType(body);
  const isRefused = code === 'bad-request' && /^(vipps|acquirer)_/.test(type);
  const told = `${message} ${type}`.trim();
  return new ConnectError(isRefused ? 'declined' : code, told, status, 0, body);
}
