import type { World } from '../platform/world.js';
import { configError, ConnectError, toConnectError } from './errors.js';

/** Why a token is asked for, and until when the answer is of use. */
export interface TokenRequest {
  /** `expired` when the server refused the last token. */
  reason: 'initial' | 'expired';
  /** Aborts when the answer comes too late (20 seconds). */
  signal: AbortSignal;
}

/** Gives an access token of the logged-in subscriber. Called at most once at a time. */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;

export interface IssuedToken {
  readonly token: unknown;
  /** Seconds; for ever when the source does not say. */
  readonly lifetime?: number;
}

/** Milliseconds. A token this close to its end may expire on the way. */
const expiryMargin = 10_000;

/** One issue at a time, whoever asks; a token is kept until it expires or is refused. */
export function singleFlight(
  issue: (request: TokenRequest) => Promise<IssuedToken>,
  world: World,
): (rejected?: string) => Promise<string> {
  let kept: string | undefined;
  let expires = 0;
  let pending: Promise<string> | undefined;
  const renew = async () => {
    const signal = AbortSignal.timeout(world.deadline);
    const late = new Promise<never>((_, reject) => {
      signal.onabort = () => reject(new ConnectError('timeout', 'no token'));
    });
    try {
      const reason = kept ? 'expired' : 'initial';
      const { token, lifetime = Infinity } = await Promise.race([issue({ reason, signal }), late]);
      // Nobody is logged in.
      if (nothing.includes(token)) throw noToken();
      kept = checkToken(token);
      expires = world.now() + lifetime * 1000 - expiryMargin;
      return kept;
    } catch (cause) {
      const error = toConnectError(cause);
      if (error.retryable || error.code === 'config') throw error;
      // A login page or a no instead of a token is no answer to what was to be asked with it.
      throw noToken(error.status);
    } finally {
      pending = undefined;
    }
  };
  return async (rejected) =>
    kept && kept !== rejected && expires > world.now() ? kept : await (pending ??= renew());
}

const nothing: readonly unknown[] = [undefined, null, ''];

/** @param status With which a source has said that nobody is logged in, where it did. */
export function noToken(status?: number): ConnectError {
  return new ConnectError('unauthorized', `no token${status ? `: HTTP ${status}` : ''}`);
}

/**
 * RFC 6750 section 2.1. The value itself never gets into a message.
 *
 * @throws {ConnectError} `config` naming `token`.
 */
export function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[\w\-.~+/]+=*$/.test(token)) return token;
  throw configError('token', 'an access token');
}
