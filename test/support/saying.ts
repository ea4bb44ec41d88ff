import type { TextKey } from '../../src/i18n/keys.js';

/**
 * Selects what says the text under a key, in whatever language. A button that may carry an amount counts
 * under its key without.
 */
export function saying(key: TextKey): string {
  return `[data-key="${key}"], [data-key="${key}.amount"]`;
}

/** Selects the button that says the text under a key: a question may be called as what it asks about. */
export function buttonSaying(key: TextKey): string {
  return `button[data-key="${key}"], button[data-key="${key}.amount"]`;
}
