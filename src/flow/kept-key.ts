/** What everything of ours in a browser begins with, locks too. */
export const ours = 'connect-elements ';

/** A name of ours made of parts, which no other parts have: whatever stands in them, spaces too. */
export function nameOf(...parts: readonly string[]): string {
  return ours + parts.map((part) => part.split('%').join('%25').split(' ').join('%20')).join(' ');
}

/** What such a name is made of; nothing where it is none. */
export function partsOf(name: string): readonly string[] {
  if (!name.startsWith(ours)) return [];
  const parts = name.slice(ours.length).split(' ');
  return parts.map((part) => part.split('%20').join(' ').split('%25').join('%'));
}

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
