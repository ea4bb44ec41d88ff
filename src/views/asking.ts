import type { ConnectErrorCode } from '../api/errors.js';
import { checkKey } from '../i18n/check-key.js';
import type { TextKey, Translate } from '../i18n/keys.js';
import { waited, type MessageOptions } from '../ui/message.js';

/** A place whose texts say that the server is asked, or will be again. */
type Place = 'method-status' | 'vipps-payment';

/** How a question to the server stands. */
export interface Question {
  readonly isAsking: boolean;
  /** Whole seconds until it is asked; 0 when it is being asked. */
  readonly seconds: number;
  /** Why it was not answered. */
  readonly failure?: ConnectErrorCode | undefined;
}

/** What stands below the title of a message about which the server is asked. */
export function askingBody(
  place: Place,
  { isAsking, seconds, failure }: Question,
  known: TextKey | undefined,
  t: Translate,
): MessageOptions<TextKey>['body'] {
  if (failure) return checkKey(failure);
  if (!isAsking) return known;
  const now = () => t(`${place}.${seconds ? 'wait' : 'checking'}`, { seconds });
  return () => waited(known ? t(known) : '', now());
}
