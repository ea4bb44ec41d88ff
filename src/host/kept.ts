import { keptKey } from '../flow/kept-key.js';
import { platform } from '../platform/platform.js';
import type { ConnectSettings } from './settings.js';
import { whenSignedOut } from './signed-out.js';

/** What may be kept, and for whom. */
export type Keeping = Pick<ConnectSettings, 'subscriber' | 'storage'>;

/** Where nothing is to be kept in the browser, the page remembers for as long as it is there. */
const memory = new Map<string, string>();
whenSignedOut(() => memory.clear());

/**
 * Reads what is kept, after writing it when there is a `value`; an empty one takes it away.
 *
 * @param name Begins with `connect-elements `, as everything of ours in a browser does.
 * @param isTab Keeps it for this tab alone.
 */
export function keep(keeping: Keeping, name: string, value?: string, isTab = false): string | null {
  const key = keptKey(keeping.subscriber, name);
  if (keeping.storage !== 'none') return platform.store(key, value, isTab);
  if (value) memory.set(key, value);
  else if (value != null) memory.delete(key);
  return memory.get(key) ?? null;
}
