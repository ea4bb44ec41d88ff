/** What everything of ours in a browser begins with, locks too. */
export const ours = 'connect-elements ';

/** What everything begins with that is kept for a subscriber; for nobody in particular without a name. */
function prefix(subscriber: string | undefined): string {
  // In quotation marks, so that no name can be read as a part of what follows.
  return subscriber ? `${ours}${JSON.stringify(subscriber)} ` : ours;
}

/**
 * The key of the browser's storage that something is kept under for a subscriber.
 *
 * @param name Begins with `connect-elements `, as everything of ours in a browser does.
 */
export function keptKey(subscriber: string | undefined, name: string): string {
  return prefix(subscriber) + name.slice(ours.length);
}

/** What is kept under a key of the browser's storage; undefined when it is another's. */
export function keptName(subscriber: string | undefined, key: string): string | undefined {
  const begin = prefix(subscriber);
  return key.startsWith(begin) ? ours + key.slice(begin.length) : undefined;
}
