import { isLocal } from '../api/address.js';
import { configError } from '../api/errors.js';
import { decodeObject } from '../api/decode.js';
import { request, type Access } from '../api/http.js';
import { checkToken, type IssuedToken, type TokenRequest } from '../api/token.js';
import { platform } from '../platform/platform.js';
import { checkedUrl, isNamed, isSameOrigin, type ConnectSettings } from './settings.js';
import { leaveAccesses, sharedAccess, type TokenUser } from './token-pool.js';

/** The origins of the API's two default addresses. */
const vendorOrigin = /^https:\/\/api(-test)?\.mediaconnect\.no$/;
/** Who asks for no element, and so for as long as the page is there. */
const page: TokenUser = { isConnected: true };

/**
 * The access that the settings give to an API. A source (a provider or an address) keeps its token for all
 * that use it, and for as long as one of them does.
 *
 * @param user Who uses it from now on, and no other any more.
 * @throws {ConnectError} `config` when there is none, when a token cannot be one, or when the site's own
 * is not for this API.
 */
export function accessTo(api: string, settings: ConnectSettings, user: TokenUser = page): Access {
  const { tokenProvider, tokenUrl, token, apiOrigins, subscriber } = settings;
  if (tokenProvider) {
    return sharedAccess({ from: tokenProvider, subscriber }, user, async (request) => ({
      token: await tokenProvider(request),
    }));
  }
  if (tokenUrl != null) {
    const { href } = checkedUrl('token-url', tokenUrl, 'of this origin', isSameOrigin);
    // Whoever may write markup can name both addresses, but not fetch a token of the subscriber.
    const expected = 'of this origin or apiOrigins';
    checkedUrl('api-url', api, expected, (url, page) => {
      const isOurs = isSameOrigin(url, page) || (isLocal(url) && isLocal(page));
      return isOurs || vendorOrigin.test(url.origin) || isNamed(url, apiOrigins);
    });
    return sharedAccess({ from: href, subscriber }, user, (asked) =>
      askSite(href, subscriber, asked),
    );
  }
  leaveAccesses(user);
  if (token != null) {
    const checked = checkToken(token);
    // A token without a source cannot be renewed: a refused one stays refused.
    return { id: `token ${checked}`, token: () => Promise.resolve(checked), subscriber };
  }
  // The same cookies are another's once somebody else has logged in.
  if (isSameOrigin(new URL(api), new URL(platform.href()))) {
    return { id: `cookies ${subscriber ?? ''}`, subscriber };
  }
  throw configError('token', 'a token or its source (a copy or snapshot of a page has none)');
}

async function askSite(
  url: string,
  subscriber: string | undefined,
  { reason, signal }: TokenRequest,
): Promise<IssuedToken> {
  const access = { id: 'cookies', subscriber };
  const isFresh = reason === 'expired';
  const asked = { method: 'GET', url, access, world: platform, dialect: {}, isFresh };
  const body = decodeObject(await request({ ...asked, signal }));
  const { access_token: token } = body;
  if (token === undefined) throw configError('token-url', 'access_token in its answer');
  return { token, lifetime: Number(body['expires_in'] ?? Infinity) };
}
