import type { ConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { Place, TextKey, Texts } from '../i18n/keys.js';
import type { Source } from '../i18n/source.js';
import type { MessageOptions } from '../ui/message.js';
import type { Flow } from './events.js';
import type { News } from './news.js';
import type { Hidden } from './reading.js';
import type { Seen } from './watch-page.js';

/** What tells the panel of one element from that of another. */
export interface Content extends Hidden {
  /** Whose events it fires. */
  readonly flow: Flow | (() => Flow);
  /** Where its own texts stand. */
  readonly place: Exclude<Place, 'shared' | 'add-agreement' | 'due'>;
  /** What it says in English, by the places that it speaks of. */
  readonly english: Partial<Texts>;
  /** Where it has other languages from. */
  readonly source: Source;
  /** The attributes that say what the element is about; a change starts it anew. */
  readonly identity: () => readonly unknown[];
  /** Reads what the element shows, and gives the number of things to show. */
  readonly load: (options: CallOptions) => Promise<number>;
  /** What was read. */
  readonly renderReady: () => unknown;
  /** The element has left the page, or is about something else from now on: what goes besides what was read. */
  readonly stop?: () => void;
  /** Whether what it has opened is at the server, or leaves for the login server. */
  readonly isUnderWay?: () => boolean;
  /** Whoever speaks here; the first that has something to say is heard. */
  readonly news: () => readonly News[];
  /** The page is seen again. By default whoever speaks here is told, and what is shown is read again. */
  readonly seen?: (how: Seen) => void;
  /** Why there is less to show than there could be; undefined for the usual reasons. */
  readonly renderReason?: () => unknown;
  /** Why nothing could be read; undefined for the usual message. */
  readonly failure?: (problem: ConnectError) => MessageOptions<TextKey> | undefined;
  /** What stands below what was read, whether or not something was. */
  readonly renderBelow?: () => unknown;
  /** Whether what was read is shown, and not that there is nothing, although there is nothing any more. */
  readonly isKept?: () => boolean;
}
