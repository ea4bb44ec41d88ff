import { platform } from '../platform/platform.js';
import type { ConnectSettings } from './settings.js';
import { whenSignedOut } from './signed-out.js';

/** What may be kept, and for whom. */
export type Keeping = Pick<ConnectSettings, 'subscriber' | 'storage'>;

/** Where nothing is to be kept in the browser, the page remembers for as long as it is there. */
const memory = new Map<string, string>();
whenSignedOut(() => memory.clear());

const ours = 'connect-elements ';

/** What everything begins with that is kept for a subscriber; for nobody in particular without a name. */
function prefix({ subscriber }: Keeping): string {
  // In quotation marks, so that no name can be read as a part of what follows.
  return subscriber ? `${ours}${JSON.stringify(subscriber)} ` : ours;
}

/** What is kept under a key of the browser's storage; undefined when it is another's. */
export function ownName(keeping: Keeping, key: string): string | undefined {
  const begin = prefix(keeping);
  return key.startsWith(begin) ? ours + key.slice(begin.length) : undefined;
}

/**
 * Reads what is kept, after writing it when there is a `value`; an empty one takes it away.
 *
 * @param name Begins with `connect-elements `, as everything of ours in a browser does.
 * @param isTab Keeps it for this tab alone.
 */
export function keep(keeping: Keeping, name: string, value?: string, isTab = false): string | null {
  const key = prefix(keeping) + name.slice(ours.length);
  if (keeping.storage !== 'none') return platform.store(key, value, isTab);
  if (value) memory.set(key, value);
  else if (value != null) memory.delete(key);
  return memory.get(key) ?? null;
}
