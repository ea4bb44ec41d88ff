import type { Moment, ViewMessage } from '../flow/vipps/view.js';
import type { TextKey, Translate } from '../i18n/keys.js';
import { vippsPayment } from '../i18n/en/vipps-payment.js';
import { has } from '../i18n/has.js';
import type { MessageOptions } from '../ui/message.js';
import { askingBody } from './asking.js';

/** What an operation that we offer is called. */
export function operationName(rel: string): TextKey {
  // The two ways to open the seamless view are one to the payer.
  if (rel === 'view-payment') return 'vipps-payment.operation.view-authorization';
  const moment = `operation.${rel}` as const;
  return has(vippsPayment, moment) ? `vipps-payment.${moment}` : 'vipps-payment.done';
}

/** What has a title alone; everything else has a body too. */
const short = ['submitting', 'leaving', 'done', 'refused', 'not-found'] as const;
/** What is called by its operation. */
type Named = 'question' | 'details';
type Long = Exclude<Moment, (typeof short)[number] | Named>;

function isLong(moment: Exclude<Moment, Named>): moment is Long {
  return !short.some((one) => one === moment);
}

/** What is said at a moment, above and below. */
function textsOf({ moment, rel = '', code }: ViewMessage): [TextKey, TextKey | undefined] {
  if (moment === 'question' || moment === 'details') return [operationName(rel), undefined];
  if (isLong(moment)) return [`vipps-payment.${moment}.title`, `vipps-payment.${moment}.body`];
  return [`vipps-payment.${moment}`, code && `shared.error.${code}`];
}

/** What a message does, or shows besides words. */
export interface Parts {
  /** Whole seconds until the server is asked again. */
  readonly seconds: number;
  readonly t: Translate;
  readonly checkAgain: () => void;
  /** What stands below the title of a question, of details, and while the browser leaves. */
  readonly body: (message: ViewMessage) => unknown;
}

/** What is said of what is done to a payment. */
export function vippsMessage(said: ViewMessage, parts: Parts): MessageOptions<TextKey> {
  const { slot, tone = slot, mayCheck, hasParts } = said;
  const [title, known] = textsOf(said);
  return {
    ...{ slot, tone, title },
    body: hasParts
      ? () => parts.body(said)
      : askingBody('vipps-payment', { ...said, seconds: parts.seconds }, known, parts.t),
    actions: mayCheck ? [{ label: 'shared.check-again', act: parts.checkAgain }] : [],
  };
}
