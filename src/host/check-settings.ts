import { configError } from '../api/errors.js';
import type { EffectiveSettings } from './settings.js';
import { signInUrl } from './sign-in.js';

/** Those that are one of several words, with the words. */
const words = [
  ['environment', 'production', 'test'],
  ['country', 'no', 'se'],
  ['storage', 'all', 'none'],
  ['target', '_self', '_top'],
] as const;

/**
 * Those that are not needed at once, but are to be right when they are.
 *
 * @throws {ConnectError} `config` naming what was handed over and cannot be used: `sign-in-url`, or one that is
 * another word than it may be.
 */
export function checkSettings(settings: EffectiveSettings): void {
  if (settings.wrong) throw settings.wrong;
  signInUrl(settings);
  for (const [name, ...known] of words) {
    const value = settings[name];
    if (value && !known.some((one) => one === value)) throw configError(name, known.join(' or '));
  }
}
