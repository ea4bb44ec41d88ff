import type { ConnectErrorCode } from '../api/errors.js';
import type { TextKey, Translate } from '../i18n/keys.js';
import { countdown, type MessageOptions } from '../ui/message.js';

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
  // What was asked for stays as it was: that the question was refused is not for the reader.
  if (failure) return `shared.check.${failure === 'unauthorized' ? failure : 'no-answer'}`;
  if (!isAsking) return known;
  const now = () => t(`${place}.${seconds ? 'wait' : 'checking'}`, { seconds });
  return () => [known ? t(known) : '', ' ', countdown(now())];
}
