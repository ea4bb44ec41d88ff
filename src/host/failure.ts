import type { ConnectErrorCode } from '../api/errors.js';
import type { Place, TextKey } from '../i18n/keys.js';
import type { MessageOptions } from '../ui/message.js';

/** Why nothing could be read, and what can be done about it: nothing, by a reader, where a setting is wrong. */
export function failure(
  place: Exclude<Place, 'shared' | 'add-agreement' | 'due'>,
  code: ConnectErrorCode,
  reload: () => void,
): MessageOptions<TextKey> {
  const retry = { label: 'shared.try-again', act: reload } as const;
  const actions = code === 'config' ? [] : [retry];
  return {
    slot: 'error',
    title: `${place}.load.error.${code}`,
    body: `shared.error.${code}`,
    actions,
  };
}
