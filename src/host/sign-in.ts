import { html } from 'lit';
import { isSecure } from '../api/address.js';
import { configError } from '../api/errors.js';
import type { TextKey, Translate } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import { isSameOrigin, type ConnectSettings } from './settings.js';

/** What is said when the session has ended, by the keys of the second sentence. */
const endings: readonly unknown[] = [
  'shared.error.unauthorized',
  'shared.check.unauthorized',
  'pay-invoice.error.unauthorized.body',
  'change-method.error.unauthorized.body',
  'add-agreement.error.unauthorized.body',
] satisfies TextKey[];

/**
 * The address of the site's login page, with the way back to this page in it; undefined when none is given.
 *
 * @throws {ConnectError} `config` naming `sign-in-url` when it is neither of this origin nor `https:`.
 */
export function signInUrl({ signInUrl }: ConnectSettings): string | undefined {
  if (!signInUrl) return undefined;
  const here = platform.href();
  const address = signInUrl.split('{return}').join(encodeURIComponent(here));
  const page = new URL(here);
  const url = URL.canParse(address, here) && new URL(address, here);
  // A `blob:` is of this origin too.
  const isHere = url && url.protocol === page.protocol && isSameOrigin(url, page);
  if (url && (isHere || isSecure(url))) return url.href;
  throw configError('sign-in-url', 'an address of this origin, or an https address');
}

/** Whether a sentence, by its key, says that the session has ended. */
export function isSignInOffered(said: unknown): boolean {
  return endings.includes(said);
}

/** A link to the login page, below a message that says that the session has ended. */
export function signInLink(said: unknown, settings: ConnectSettings, t: Translate): unknown {
  const url = isSignInOffered(said) && signInUrl(settings);
  return url
    ? html`<a href=${url} target=${settings.target ?? '_self'} data-key="shared.log-in"
        >${t('shared.log-in')}</a
      >`
    : '';
}
