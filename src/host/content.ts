import type { ConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { Place, TextKey, Texts } from '../i18n/keys.js';
import type { Source } from '../i18n/source.js';
import type { MessageOptions } from '../ui/message.js';
import type { Flow } from './events.js';
import type { News } from './news.js';
import type { Seen } from './watch-page.js';

/** What tells the panel of one element from that of another. */
export interface Content {
  /** Whose events it fires. */
  readonly flow: Flow | (() => Flow);
  /** Where its own texts stand. */
  readonly place: Exclude<Place, 'shared' | 'add-agreement' | 'due'>;
  /** What it says in English, by the places that it speaks of. */
  readonly english: Partial<Texts>;
  /** Where it has other languages from. */
  readonly source: Source;
  /** The attributes that say what the element is about; a change starts it anew. */
  identity(): readonly unknown[];
  /** Reads what the element shows, and gives the number of things to show. */
  load(options: CallOptions): Promise<number>;
  /** What was read. */
  renderReady(): unknown;
  /** The element has left the page, or is about something else from now on. */
  stop?(): void;
  /** Whoever speaks here; the first that has something to say is heard. */
  news?(): readonly News[];
  /** The page is seen again. By default whoever speaks here is told, and what is shown is read again. */
  seen?(how: Seen): void;
  /** What stands in the place of the message that nothing is there. */
  renderEmpty?(): unknown;
  /** Why there is less to show than there could be; undefined for the usual reasons. */
  renderReason?(): unknown;
  /** Why nothing could be read; undefined for the usual message. */
  failure?(problem: ConnectError): MessageOptions<TextKey> | undefined;
  /** What stands below what was read, whether or not something was. */
  renderBelow?(): unknown;
  /** Whether what was read is shown although there is nothing any more. */
  isKept?(): boolean;
}
