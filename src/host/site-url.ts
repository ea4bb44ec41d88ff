import { isSecure } from '../api/address.js';
import { configError } from '../api/errors.js';
import { platform } from '../platform/platform.js';
import { isSameOrigin } from './settings.js';

/**
 * A page that a setting names and a link leads to, as an absolute address.
 *
 * @throws {ConnectError} `config` naming the setting when it is neither of this origin nor `https:`.
 */
export function siteUrl(name: string, value: string): string {
  const page = new URL(platform.href());
  const url = URL.canParse(value, page.href) && new URL(value, page);
  // A `blob:` is of this origin too.
  const isHere = url && url.protocol === page.protocol && isSameOrigin(url, page);
  if (url && (isHere || isSecure(url))) return url.href;
  throw configError(name, 'an address of this origin, or an https address');
}
