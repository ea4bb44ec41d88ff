import type { JsonObject } from '../../api/decode.js';
import type { ConnectErrorCode } from '../../api/errors.js';
import type { Claim, Notice, Result, Unconfirmed, VippsState } from './states.js';

/** What is said, by keys of texts; most have a title and a body. */
export type Moment =
  | 'submitting'
  | 'leaving'
  | 'question'
  | 'details'
  | 'elsewhere'
  | 'lost'
  | 'done'
  | 'in-doubt'
  | 'refused'
  | 'not-found'
  | 'unpaid'
  | 'open'
  | `outcome.${Exclude<Claim, 'open'>}`;

export interface ViewMessage {
  readonly moment: Moment;
  /** The slot in which a site may put a message of its own. */
  readonly slot: string;
  readonly tone?: 'registered' | undefined;
  /** Why it was refused. */
  readonly code?: ConnectErrorCode | undefined;
  /** The operation that is asked about, or that has told something. */
  readonly rel?: string | undefined;
  /** What it has told. */
  readonly known?: JsonObject | undefined;
  /** Whether what stands below its title is more than words. */
  readonly hasParts?: boolean | undefined;
  /** Where the browser goes. */
  readonly url?: string | undefined;
  /** The server is being asked, or will be when a pause is over. */
  readonly isAsking: boolean;
  /** Why the server has not answered. */
  readonly failure?: ConnectErrorCode | undefined;
  /** Whether one can ask the server again. */
  readonly mayCheck: boolean;
}

/** What an element shows of a state. */
export interface View {
  /** The state that a style sheet can match; undefined when the element's own counts. */
  readonly state?: 'submitting' | 'redirecting' | 'settled';
  /** Whether nothing can be pressed. */
  readonly isBusy: boolean;
  readonly message?: ViewMessage;
}

const idle: View = { isBusy: false };

/** What is shown in a state: a function of the state alone. */
export function view(state: VippsState): View {
  switch (state.name) {
    case 'unread':
    case 'preparing':
    case 'left':
      return idle;
    case 'shown':
      return state.notice ? { ...idle, message: noticed(state.notice) } : idle;
    case 'questioning':
      return { ...idle, message: say('question', 'question', { rel: state.rel, hasParts: true }) };
    case 'locking':
    case 'reading':
    case 'permitting':
    case 'sending':
    case 'fetching':
    case 'opening':
      return { state: 'submitting', isBusy: true, message: say('submitting', 'notice') };
    case 'leaving': {
      const message = say('leaving', 'redirecting', { url: state.url, hasParts: true });
      return { state: 'redirecting', isBusy: true, message };
    }
    case 'concluding': {
      const message = { ...came(state.result), isAsking: true };
      return { state: 'settled', isBusy: true, message };
    }
    case 'unsettled':
      return settled({ ...came(state.result), failure: state.failure, mayCheck: true });
    case 'checking':
      // The button stays as it is while seconds pass: what changes is read out again.
      return settled({ ...claimed(state.claim), isAsking: true, mayCheck: true });
    case 'unconfirmed':
      return settled({ ...open(state), failure: state.failure, mayCheck: true });
    case 'confirmed':
      return { state: 'settled', isBusy: false };
  }
}

const settled = (message: ViewMessage): View => ({ state: 'settled', isBusy: false, message });

function say(moment: Moment, slot: string, more: Partial<ViewMessage> = {}): ViewMessage {
  return { moment, slot, isAsking: false, mayCheck: false, ...more };
}

function came(result: Result): ViewMessage {
  switch (result.is) {
    case 'done':
      return say('done', 'notice', { tone: 'registered' });
    case 'in-doubt':
      return say('in-doubt', 'error');
    case 'refused': {
      const { code, isNotFound } = result.refusal;
      return say(isNotFound ? 'not-found' : 'refused', 'error', { code });
    }
  }
}

function noticed(notice: Notice): ViewMessage {
  switch (notice.is) {
    case 'lost':
    case 'elsewhere':
      return say(notice.is, 'notice');
    case 'details':
      return say('details', notice.rel, { ...notice, hasParts: true });
    default:
      return came(notice);
  }
}

function claimed(claim: Claim): ViewMessage {
  return say(claim === 'open' ? claim : `outcome.${claim}`, claim);
}

/** The server may know that it has ended where nobody has said so. */
function open({ claim, isOver }: Unconfirmed): ViewMessage {
  const isNews = isOver && (claim === 'open' || claim === 'initiated');
  return isNews ? say('unpaid', 'failed') : claimed(claim);
}

const busy: readonly VippsState['name'][] = [
  ...(['locking', 'reading', 'permitting', 'sending'] as const),
  ...(['fetching', 'opening', 'concluding'] as const),
];

/** Whether nothing is under way that somebody who has asked for it would wait for. */
export function isAtRest(state: VippsState): boolean {
  return !busy.includes(state.name);
}
