import { configError, ConnectError } from '../api/errors.js';
import { decodeObject } from '../api/decode.js';
import { request, type Access } from '../api/http.js';
import { platform } from '../platform/platform.js';
import { checkedUrl, isLocal, isNamed, isSameOrigin, type ConnectSettings } from './settings.js';

/** Why a token is asked for, and until when the answer is of use. */
export interface TokenRequest {
  /** `expired` when the server refused the last token. */
  reason: 'initial' | 'expired';
  /** Aborts when the answer comes too late (20 seconds). */
  signal: AbortSignal;
}

/** Gives an access token of the logged-in subscriber. Called at most once at a time for the page. */
export type TokenProvider = (request: TokenRequest) => string | Promise<string>;

interface IssuedToken {
  readonly token: unknown;
  /** Seconds; for ever when the source does not say. */
  readonly lifetime?: number;
}

const cookies: Access = { id: 'cookies' };
/** The origins of the API's two default addresses. */
const vendorOrigin = /^https:\/\/api(-test)?\.mediaconnect\.no$/;
/** Each source (a provider or an address) keeps its token for all elements of the page. */
const accesses = new Map<unknown, Access>();
/** Milliseconds. A token this close to its end may expire on the way. */
const expiryMargin = 10_000;

/**
 * The access that the settings give to an API.
 *
 * @throws {ConnectError} `config` when there is none, when a token cannot be one, or when the site's own
 * is not for this API.
 */
export function accessTo(api: string, settings: ConnectSettings): Access {
  const { tokenProvider, tokenUrl, token, apiOrigins } = settings;
  if (tokenProvider) {
    return shared(tokenProvider, async (request) => ({ token: await tokenProvider(request) }));
  }
  if (tokenUrl != null) {
    const { href } = checkedUrl('token-url', tokenUrl, 'of this origin', isSameOrigin);
    // Whoever may write markup can name both addresses, but not fetch a token of the subscriber.
    const expected = 'of this origin or apiOrigins';
    checkedUrl('api-url', api, expected, (url, page) => {
      const isOurs = isSameOrigin(url, page) || (isLocal(url) && isLocal(page));
      return isOurs || vendorOrigin.test(url.origin) || isNamed(url, apiOrigins);
    });
    return shared(href, ({ signal }) => askSite(href, signal));
  }
  if (token != null) {
    const checked = checkToken(token);
    // A token without a source cannot be renewed: a refused one stays refused.
    return { id: `token ${checked}`, token: () => Promise.resolve(checked) };
  }
  if (isSameOrigin(new URL(api), new URL(platform.href()))) return cookies;
  throw configError('token', 'a token or its source');
}

function shared(source: unknown, issue: (request: TokenRequest) => Promise<IssuedToken>): Access {
  const access = accesses.get(source) ?? { id: `${accesses.size}`, token: singleFlight(issue) };
  accesses.set(source, access);
  return access;
}

/** One issue at a time, whoever asks; a token is kept until it expires or is refused. */
function singleFlight(issue: (request: TokenRequest) => Promise<IssuedToken>) {
  let kept: string | undefined;
  let expires = 0;
  let pending: Promise<string> | undefined;
  const renew = async () => {
    const signal = AbortSignal.timeout(platform.deadline);
    const late = new Promise<never>((_, reject) => {
      signal.onabort = () => reject(new ConnectError('timeout', 'no token'));
    });
    try {
      const reason = kept ? 'expired' : 'initial';
      const { token, lifetime = Infinity } = await Promise.race([issue({ reason, signal }), late]);
      kept = checkToken(token);
      expires = platform.now() + lifetime * 1000 - expiryMargin;
      return kept;
    } catch (cause) {
      // A login page instead of a token is no unreadable answer to what was asked for with it.
      const isTold = cause instanceof ConnectError && cause.code !== 'invalid-response';
      throw isTold ? cause : new ConnectError('unauthorized', 'no token');
    } finally {
      pending = undefined;
    }
  };
  return async (rejected?: string): Promise<string> =>
    kept && kept !== rejected && expires > platform.now() ? kept : await (pending ??= renew());
}

async function askSite(url: string, signal: AbortSignal): Promise<IssuedToken> {
  const body = decodeObject(await request({ method: 'GET', url, access: cookies, signal }));
  return { token: body['access_token'], lifetime: Number(body['expires_in'] ?? Infinity) };
}

/** RFC 6750 section 2.1. The value itself never gets into a message. */
function checkToken(token: unknown): string {
  if (typeof token === 'string' && /^[\w\-.~+/]+=*$/.test(token)) return token;
  throw configError('token', 'an access token');
}
