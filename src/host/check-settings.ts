import { configError } from '../api/errors.js';
import type { ConnectSettings } from './settings.js';
import { signInUrl } from './sign-in.js';

/**
 * Those that are not needed at once, but are to be right when they are.
 *
 * @throws {ConnectError} `config` naming `sign-in-url` or `storage`.
 */
export function checkSettings(settings: ConnectSettings): void {
  signInUrl(settings);
  const { storage = 'all' } = settings;
  if (storage && storage !== 'all' && storage !== 'none')
    throw configError('storage', 'all or none');
}
