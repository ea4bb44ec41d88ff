import { isSecure } from '../api/address.js';
import type { ConnectApi } from '../api/connect/dialect.js';
import { isScript, isVisited } from '../api/swedbank-pay/operations.js';
import { platform } from '../platform/platform.js';
import {
  apiUrl,
  checkedUrl,
  isNamed,
  isSameOrigin,
  type EffectiveSettings,
} from '../host/settings.js';
import type { TokenUser } from '../host/token-pool.js';
import { accessTo } from '../host/token.js';

export interface ResourceApi extends ConnectApi {
  /** What an address has to begin with to be fetched as the resource is; ends in a slash. */
  readonly base: string;
}

/**
 * Where a resource is read and as whom: below `api-url` as its settings say, elsewhere on the page's own
 * origin with the site's cookies and never with a token. A token thus goes nowhere new.
 *
 * @param user As `accessTo` has it.
 * @throws {ConnectError} `config` naming `src`, or what `accessTo` names.
 */
export function resourceApi(src = '', settings: EffectiveSettings, user?: TokenUser): ResourceApi {
  const api = settings.apiUrl == null ? '' : `${apiUrl(settings)}/`;
  const isBelow = ({ href }: URL) => Boolean(api) && href.startsWith(api);
  const expected = 'of this origin or below api-url';
  const url = checkedUrl(
    'src',
    src,
    expected,
    (url, page) => Boolean(src) && (isBelow(url) || isSameOrigin(url, page)),
  );
  const { subscriber } = settings;
  const [base, known] = isBelow(url) ? [api, settings] : [`${url.origin}/`, { subscriber }];
  const access = accessTo(base, known, user);
  return { url: url.href, base, access, world: platform, dialect: {} };
}

/**
 * The absolute address of an operation that a resource lists, or undefined when it may not be followed.
 * What is fetched stays where the resource is, so that its token or cookies do. The browser may also go to
 * one of `operation-origins`. A script comes from the page's own origin, or from where the page's script
 * has said: the resource may be wherever markup says.
 */
export function operationUrl(
  href: string,
  { url: resource, base }: ResourceApi,
  rel: string,
  { operationOrigins, scriptOrigins }: EffectiveSettings,
): string | undefined {
  if (!href || !URL.canParse(href, resource)) return undefined;
  const url = new URL(href, resource);
  const isNear = url.href.startsWith(base);
  if (!isVisited(rel)) return isNear ? url.href : undefined;
  const isAllowed = isScript(rel)
    ? isSameOrigin(url, new URL(platform.href())) || isNamed(url, scriptOrigins)
    : isNear || isNamed(url, operationOrigins);
  return isSecure(url) && isAllowed ? url.href : undefined;
}
