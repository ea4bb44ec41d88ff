import type { Operation } from '../flow/operations.js';
import type { FlowState } from '../flow/states.js';
import { view, type ActionName, type ViewMessage } from '../flow/view.js';
import { checkKey } from '../i18n/check-key.js';
import type { TextKey, Translate, Values } from '../i18n/keys.js';
import { waited, type MessageAction, type MessageOptions } from '../ui/message.js';

type FlowName = Operation['flow'];

/** What a message of a flow needs besides the state. */
export interface Telling {
  readonly flow: FlowName;
  /** What the sentences name. */
  readonly values: Values;
  readonly t: Translate;
  /** Whole seconds until the server is asked again; 0 when none are known. */
  readonly secondsLeft: number;
  /** What stands below "Taking you there": a link for a browser that stays. */
  readonly link: () => unknown;
  /** What is worth keeping of what is registered. */
  readonly receipt: () => string;
  /** Besides what the state offers. */
  readonly more: readonly MessageAction<TextKey>[];
  act(action: ActionName): void;
}

/** What an element says in a state of its flow. */
export function flowMessage(said: ViewMessage, telling: Telling): MessageOptions<TextKey> {
  const { slot, tone } = said;
  const { flow, values, more } = telling;
  const own = said.actions.map((action) => ({
    label: labelOf(flow, action),
    act: () => telling.act(action),
  }));
  return { slot, tone, values, actions: [...own, ...more], ...sentences(said, telling) };
}

function sentences(
  { moment, isAsking, failure }: ViewMessage,
  { flow, t, values, secondsLeft, link, receipt }: Telling,
): Pick<MessageOptions<TextKey>, 'title' | 'body'> {
  switch (moment) {
    case 'leaving':
      return { title: `${flow}.leaving`, body: link };
    case 'registered':
      return { title: `${flow}.registered`, body: receipt };
    case 'unreadable':
      return { title: 'shared.unreadable.title', body: 'shared.unreadable.body' };
    case 'new-amount':
      return { title: 'pay-invoice.new-amount.title', body: 'pay-invoice.new-amount.body' };
  }
  const title = `${flow}.${moment}.title` as const;
  const body = `${flow}.${moment}.body` as const;
  if (failure === 'as-before') return { title, body: 'change-method.renewal' };
  if (failure) return { title, body: checkKey(failure) };
  if (!isAsking) return { title, body };
  const pausing = `${flow}.${secondsLeft ? 'wait' : 'checking'}` as const;
  const asking = () => waited(t(body, values), t(pausing, { ...values, seconds: secondsLeft }));
  return { title, body: asking };
}

function labelOf(flow: FlowName, action: ActionName): TextKey {
  switch (action) {
    case 'yes':
      return `${flow}.start-over.yes`;
    case 'no':
      return `${flow}.start-over.no`;
    default:
      return `${flow}.${action}`;
  }
}

/**
 * Whether a reader is to be led to what is said now: it is new, and no answer to a question of ours that
 * the reader has been reading about.
 */
export function isForReader(before: FlowState, now: FlowState): boolean {
  const moment = view(now).message?.moment;
  return moment != null && moment !== view(before).message?.moment && !isAnswer(before, now);
}

function isAnswer(before: FlowState, now: FlowState): boolean {
  switch (before.name) {
    case 'checking':
    case 'unconfirmed':
    case 'away':
    case 'elsewhere':
    case 'in-doubt':
      return (
        now.name === 'registered' ||
        now.name === 'unconfirmed' ||
        (now.name === 'choosing' && now.notice?.is === 'ended')
      );
    default:
      return false;
  }
}
