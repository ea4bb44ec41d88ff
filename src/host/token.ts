import { isLocal } from '../api/address.js';
import { configError } from '../api/errors.js';
import { decodeObject } from '../api/decode.js';
import { request, type Access } from '../api/http.js';
import { checkToken, singleFlight, type IssuedToken, type TokenRequest } from '../api/token.js';
import { platform } from '../platform/platform.js';
import { checkedUrl, isNamed, isSameOrigin, type ConnectSettings } from './settings.js';

const cookies: Access = { id: 'cookies' };
/** The origins of the API's two default addresses. */
const vendorOrigin = /^https:\/\/api(-test)?\.mediaconnect\.no$/;
/** Each source (a provider or an address) keeps its token for all elements of the page. */
const accesses = new Map<unknown, Access>();

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
  const access = accesses.get(source) ?? {
    id: `${accesses.size}`,
    token: singleFlight(issue, platform),
  };
  accesses.set(source, access);
  return access;
}

async function askSite(url: string, signal: AbortSignal): Promise<IssuedToken> {
  const asked = { method: 'GET', url, access: cookies, world: platform, dialect: {} };
  const body = decodeObject(await request({ ...asked, signal }));
  return { token: body['access_token'], lifetime: Number(body['expires_in'] ?? Infinity) };
}
