import { configError } from '../api/errors.js';
import type { EffectiveSettings } from './settings.js';
import { signInUrl } from './sign-in.js';

/**
 * Those that are not needed at once, but are to be right when they are.
 *
 * @throws {ConnectError} `config` naming what was handed over and cannot be used, `sign-in-url` or `storage`.
 */
export function checkSettings(settings: EffectiveSettings): void {
  if (settings.wrong) throw settings.wrong;
  signInUrl(settings);
  const { storage = 'all' } = settings;
  if (storage && storage !== 'all' && storage !== 'none')
    throw configError('storage', 'all or none');
}
