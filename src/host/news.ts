import type { TextKey } from '../i18n/keys.js';
import type { MessageOptions } from '../ui/message.js';
import type { StateName } from './state-name.js';

/** What is said beside what an element shows, or instead of it; and what the page tells whoever says it. */
export interface News {
  /** The state that goes with it; undefined when that of what is shown counts. */
  readonly state: StateName | undefined;
  readonly message: MessageOptions<TextKey> | undefined;
  /** Whether what the element shows stays. */
  readonly showsView: boolean;
  /** What is waited for; undefined when nothing is. */
  readonly awaited: TextKey | undefined;
  /** The element has left the page, or is about something else from now on. */
  stop(): void;
  /** All that is shown is asked for anew. */
  asked?(): void;
  /** The page was hidden, frozen, cached or prerendered, and is seen. */
  seen?(): void;
  /** Another tab has written or taken away what is stored under this key; all of it when there is none. */
  stored?(key: string | null): void;
}
