import { html } from 'lit';
import type { TextKey, Translate } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import type { ConnectSettings } from './settings.js';
import { siteUrl } from './site-url.js';

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
  const here = encodeURIComponent(platform.href());
  return siteUrl('sign-in-url', signInUrl.split('{return}').join(here));
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
