import type { Api } from '../api/shared-read.js';
import { apiUrl, checkedUrl, isSecure, type EffectiveSettings } from './settings.js';
import { accessTo } from './token.js';

/** A base that an address must be below for a token to go there; undefined when the site has named none. */
function tokenBase(settings: EffectiveSettings): string | undefined {
  return settings.apiUrl == null ? undefined : `${apiUrl(settings)}/`;
}

/**
 * Where a resource is read and as whom: below `api-url` as its settings say, elsewhere on the page's own
 * origin with the site's cookies and never with a token. A token thus goes nowhere new.
 *
 * @throws {ConnectError} `config` naming `src`, or what `accessTo` names.
 */
export function resourceApi(src: string | undefined, settings: EffectiveSettings): Api {
  const base = tokenBase(settings);
  const isBelow = ({ href }: URL) => base != null && href.startsWith(base);
  const url = checkedUrl(
    'src',
    src ?? '',
    'an address below api-url or of this origin',
    (url, page) => Boolean(src) && (isBelow(url) || url.origin === page.origin),
  );
  const access = isBelow(url) ? accessTo(apiUrl(settings), settings) : accessTo(url.origin, {});
  return { url: url.href, access };
}

/**
 * The absolute address of an operation that a resource lists, or undefined when it may not be followed.
 * What is fetched stays where the resource is, so that its token or cookies do; where the browser goes
 * or a script comes from may also be one of `operation-origins`.
 */
export function operationUrl(
  href: string,
  resource: string,
  isVisited: boolean,
  settings: EffectiveSettings,
): string | undefined {
  if (!href || !URL.canParse(href, resource)) return undefined;
  const url = new URL(href, resource);
  const { origin } = new URL(resource);
  const base = tokenBase(settings) ?? '';
  const isSafe = isVisited
    ? isSecure(url) &&
      [origin, ...(settings.operationOrigins ?? '').split(/\s+/)].includes(url.origin)
    : url.origin === origin && (!resource.startsWith(base) || url.href.startsWith(base));
  return isSafe && !url.username && !url.password ? url.href : undefined;
}
