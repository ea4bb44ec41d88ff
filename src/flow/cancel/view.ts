import type { ConnectErrorCode } from '../../api/errors.js';
import type { CancelEvent } from './events.js';
import type { CancelState, Matter, Notice, Unconfirmed } from './states.js';

/** What a reader can do about a message; each is a button. */
export type ActionName = 'yes' | 'no' | 'check-again';

/** What a button sends. */
export const events = {
  yes: { type: 'pressed' },
  no: { type: 'denied' },
  'check-again': { type: 'checked-again' },
} as const satisfies Record<ActionName, CancelEvent>;

/** What is said, by keys of texts; most have a title and a body. */
export type Moment =
  'ask' | 'submitting' | 'asked' | 'in-doubt' | 'pending' | 'refused' | 'cancelled';

export interface ViewMessage {
  readonly moment: Moment;
  /** The slot in which a site may put a message of its own. */
  readonly slot: 'notice' | 'asked' | 'in-doubt' | 'pending' | 'error' | 'cancelled';
  /** Why it was refused. */
  readonly code?: ConnectErrorCode | undefined;
  /** The server is being asked, or will be when a pause is over. */
  readonly isAsking: boolean;
  /** Why the server has not answered. */
  readonly failure?: ConnectErrorCode | undefined;
  readonly actions: readonly ActionName[];
}

/** What an element shows of a state. */
export interface View {
  /** The state that a style sheet can match; undefined when the element's own counts. */
  readonly state?: 'submitting' | 'settled' | 'failed' | 'empty';
  /** Whether there is a button to cancel. */
  readonly mayAsk: boolean;
  readonly message?: ViewMessage;
}

/** What is shown in a state: a function of the state alone. */
export function view(state: CancelState): View {
  switch (state.name) {
    case 'unread':
    case 'left':
      return { mayAsk: false };
    case 'gone':
      return { state: 'empty', mayAsk: false };
    case 'shown': {
      const { standing, notice } = state;
      return { mayAsk: standing === 'open', ...(notice && { message: noticed(notice) }) };
    }
    case 'questioning':
      return { mayAsk: false, message: say('ask', 'notice', { actions: ['yes', 'no'] }) };
    case 'claiming':
    case 'permitting':
    case 'sending':
      return { state: 'submitting', mayAsk: false, message: say('submitting', 'notice') };
    case 'checking':
      return {
        state: 'settled',
        mayAsk: false,
        message: say(state.matter, slotOf(state.matter), {
          isAsking: true,
          code: state.code,
          actions: state.isWaiting ? ['check-again'] : [],
        }),
      };
    case 'unconfirmed':
      return { state: state.failure ? 'failed' : 'settled', mayAsk: false, message: open(state) };
    case 'cancelled':
      return { state: 'settled', mayAsk: false, message: say('cancelled', 'cancelled') };
  }
}

function say(
  moment: Moment,
  slot: ViewMessage['slot'],
  more: Partial<ViewMessage> = {},
): ViewMessage {
  return { moment, slot, isAsking: false, actions: [], ...more };
}

function open({ matter, code, failure }: Unconfirmed): ViewMessage {
  return say(matter, slotOf(matter), { code, failure, actions: ['check-again'] });
}

function noticed(notice: Notice): ViewMessage {
  return say(notice.is, slotOf(notice.is), notice.is === 'refused' ? { code: notice.code } : {});
}

function slotOf(matter: Matter): ViewMessage['slot'] {
  return matter === 'refused' ? 'error' : matter;
}

/** Whether nothing is under way that somebody who has asked for it would wait for. */
export function isAtRest(state: CancelState): boolean {
  return !busy.some((name) => name === state.name);
}

const busy: readonly CancelState['name'][] = [
  ...(['claiming', 'permitting', 'sending', 'checking'] as const),
];
