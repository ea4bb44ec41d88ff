import type { ActionName, Moment, ViewMessage } from '../flow/cancel/view.js';
import type { TextKey, Translate } from '../i18n/keys.js';
import type { MessageOptions } from '../ui/message.js';
import { askingBody } from './asking.js';

/** What is said at each moment, above and below. */
const texts = {
  ask: ['method-status.cancel.ask.title', 'method-status.cancel.ask.body'],
  submitting: ['method-status.submitting'],
  asked: ['method-status.asked.title', 'method-status.asked.body'],
  'in-doubt': ['method-status.in-doubt.title', 'method-status.in-doubt.body'],
  pending: ['method-status.pending.title', 'method-status.pending.body'],
  refused: ['method-status.not-cancelled.refused'],
  cancelled: ['method-status.cancelled'],
} as const satisfies Record<Moment, readonly [TextKey, TextKey?]>;

const labels = {
  yes: 'method-status.cancel.yes',
  no: 'method-status.cancel.no',
  'check-again': 'shared.check-again',
} as const satisfies Record<ActionName, TextKey>;

/**
 * What is said of a cancellation.
 *
 * @param seconds Until the server is asked again.
 */
export function cancelMessage(
  { moment, slot, code, actions, ...question }: ViewMessage,
  seconds: number,
  send: (action: ActionName) => void,
  t: Translate,
): MessageOptions<TextKey> {
  const [title, body] = texts[moment];
  const known = code && moment === 'refused' ? (`shared.error.${code}` as const) : body;
  return {
    slot,
    tone: moment === 'cancelled' ? 'registered' : undefined,
    title,
    body: askingBody('method-status', { ...question, seconds }, known, t),
    actions: actions.map((action) => ({ label: labels[action], act: () => send(action) })),
  };
}
