/**
 * Why something went wrong; a closed list.
 *
 * - `config`: a setting is missing or wrong; the message names the attribute and what was expected.
 * - `bad-request`: the server refused the request (4xx).
 * - `unauthorized`: the token was refused, after one refresh where a refresh is possible; or the page's own origin says
 *   that the session has ended.
 * - `rate-limited`: too many requests (429).
 * - `server`: the server failed on a read (5xx).
 * - `network`: no answer on a read.
 * - `timeout`: no answer in time, from the server on a read or from a token provider.
 * - `invalid-response`: an answer that is not what the contract says.
 * - `declined`: the server answered `success: false`.
 * - `in-doubt`: a POST whose fate is unknown. Read the server before sending another.
 */
export type ConnectErrorCode =
  | 'config'
  | 'bad-request'
  | 'unauthorized'
  | 'rate-limited'
  | 'server'
  | 'network'
  | 'timeout'
  | 'invalid-response'
  | 'declined'
  | 'in-doubt';

/** What may have passed by the next time. */
const passing: readonly ConnectErrorCode[] = ['rate-limited', 'server', 'network', 'timeout'];

/** The only error of this library. Its message is for developers, in English, and holds no token. */
export class ConnectError extends Error {
  declare readonly code: ConnectErrorCode;
  /** HTTP status, where the server answered. */
  declare readonly status?: number;
  /** Milliseconds that the server asked to wait. */
  declare readonly retryAfter?: number;
  /** What the server answered, still unknown; for those who know its API's errors. Never told to a page. */
  declare readonly body?: unknown;

  constructor(
    code: ConnectErrorCode,
    message: string,
    status?: number,
    retryAfter?: number,
    body?: unknown,
  ) {
    super(message);
    Object.assign(this, { code, status, retryAfter, body });
  }

  /** Whether the same call may succeed when it is made again later. */
  get retryable(): boolean {
    return passing.includes(this.code);
  }
}

/** A setting that is missing or wrong: `name` as the site wrote it, `expected` as a noun phrase. */
export function configError(name: string, expected: string): ConnectError {
  return new ConnectError('config', `${name}: expected ${expected}`);
}

/** Whether a request that changes something may have been carried out although it ended so. */
export function isDoubtful({ code }: ConnectError): boolean {
  return code === 'in-doubt' || code === 'invalid-response';
}

/** Anything caught, as a `ConnectError`: what is not one already is our own mistake or the browser's. */
export function toConnectError(error: unknown): ConnectError {
  return error instanceof ConnectError
    ? error
    : new ConnectError('invalid-response', String(error));
}
