import type { ConnectErrorCode } from '../api/errors.js';
import type { FlowEvent } from './events.js';
import type {
  Checking,
  Failure,
  FlowState,
  Inquiry,
  Notice,
  Question,
  Registered,
} from './states.js';
import { anew, openClaim } from './steps.js';
import type { Outcome } from './transaction.js';

/** What a reader can do about a message; each is a button. */
export type ActionName =
  'continue' | 'check-again' | 'start-over' | 'not-paid' | 'pay-again' | 'yes' | 'no';

/** What a button sends. */
export const events = {
  continue: { type: 'continued' },
  'check-again': { type: 'checked-again' },
  'start-over': { type: 'started-over' },
  'not-paid': { type: 'started-over' },
  'pay-again': { type: 'insisted' },
  yes: { type: 'affirmed' },
  no: { type: 'denied' },
} as const satisfies Record<ActionName, FlowEvent>;

/** What is said, by keys of texts below that of the flow; each has a title and a body. */
export type Moment =
  | `outcome.${Outcome}`
  | `unconfirmed.${Outcome}`
  | `ask.${Question}`
  | `error.${ConnectErrorCode}`
  | 'open'
  | 'away'
  | 'elsewhere'
  | 'in-doubt'
  | 'not-registered'
  | 'already'
  | 'new-amount';

export interface ViewMessage {
  /** `registered`, `leaving` and `unreadable` have a text of one piece. */
  readonly moment: Moment | 'registered' | 'leaving' | 'unreadable';
  /** The slot in which a site may put a message of its own. */
  readonly slot: string;
  readonly tone?: 'registered' | 'error';
  /** The server is being asked. */
  readonly isAsking: boolean;
  /** Why the server has said neither yes nor no. */
  readonly failure?: Failure | undefined;
  readonly actions: readonly ActionName[];
}

/** What an element shows of a state. */
export interface View {
  /** The state that a style sheet can match; undefined when the flow has none, and the element's own counts. */
  readonly state?: 'submitting' | 'redirecting' | 'settled' | 'failed';
  /** Whether one may choose and press, or sees what was chosen. */
  readonly showsChoice: boolean;
  readonly message?: ViewMessage;
}

function say(
  moment: ViewMessage['moment'],
  slot: string,
  more: Partial<ViewMessage> = {},
): ViewMessage {
  return { moment, slot, isAsking: false, actions: [], ...more };
}

/** What is shown in a state: a function of the state alone. */
export function view(state: FlowState): View {
  switch (state.name) {
    case 'idle':
      return { showsChoice: true };
    case 'choosing':
      return { showsChoice: true, ...(state.notice && { message: noticed(state.notice) }) };
    case 'locking':
      // What is continued stays as it was, and nothing is sent for it.
      return state.transaction
        ? { state: 'settled', showsChoice: false, message: say('open', 'open') }
        : { state: 'submitting', showsChoice: true };
    case 'permitting':
    case 'reading':
    case 'posting':
      return { state: 'submitting', showsChoice: true };
    case 'leaving':
      return {
        state: 'redirecting',
        showsChoice: false,
        message: say('leaving', 'redirecting'),
      };
    case 'elsewhere':
      // Whether another window is at it is not known yet, or it is this very page.
      return state.isHeld ? settled(state) : { state: 'submitting', showsChoice: true };
    case 'in-doubt':
      // The answer was no, and the server is asked whether that is because it is done already.
      return state.because === 'refused'
        ? { state: 'submitting', showsChoice: true }
        : settled(state);
    default:
      return settled(state);
  }
}

type Settled = Exclude<
  FlowState,
  { name: 'idle' | 'choosing' | 'locking' | 'permitting' | 'reading' | 'posting' | 'leaving' }
>;

function settled(state: Settled): View {
  const message = told(state);
  const isLost = state.name === 'in-doubt' && !isBeingAsked(state.inquiry);
  return { state: isLost ? 'failed' : 'settled', showsChoice: false, message };
}

function told(state: Settled): ViewMessage {
  switch (state.name) {
    case 'away':
      return say(state.hasStayed ? 'away' : 'open', 'open', {
        isAsking: isBeingAsked(state.inquiry),
        failure: state.failure,
        actions: ['continue', 'start-over'],
      });
    case 'elsewhere':
      return say('elsewhere', 'elsewhere', { actions: ['check-again'] });
    case 'checking':
      return checking(state);
    case 'unconfirmed':
      // What nobody could tell is not denied.
      return say(`${state.failure ? 'outcome' : 'unconfirmed'}.${state.claim}`, state.claim, {
        failure: state.failure,
        // What looks the same either way will not look otherwise later.
        actions:
          state.failure === 'as-before' ? [anew(state.claim)] : ['check-again', anew(state.claim)],
      });
    case 'in-doubt': {
      const isAsking = isBeingAsked(state.inquiry);
      return say('in-doubt', 'in-doubt', {
        isAsking,
        failure: state.failure,
        actions: isAsking ? [] : ['check-again', 'start-over'],
      });
    }
    case 'registered':
      return registered(state);
    case 'questioning':
      return say(`ask.${state.question}`, 'question', { actions: ['yes', 'no'] });
  }
}

function isBeingAsked(inquiry: Inquiry): boolean {
  return inquiry === 'asking' || inquiry === 'waiting';
}

/** Who waits may also go on; what has ended is asked about once more at once. */
function checking({ claim, isGuessed, isWaiting, failure }: Checking): ViewMessage {
  const isLeft = (isWaiting || failure) && openClaim(claim, isGuessed);
  return say(`outcome.${claim}`, claim, {
    isAsking: !failure,
    failure,
    actions: isLeft ? ['check-again', anew(claim)] : [],
  });
}

function registered({ basis, claim }: Registered): ViewMessage {
  const tone = 'registered';
  // What was confirmed to this reader is no guess.
  const actions = basis === 'confirmed' ? [] : (['pay-again'] as const);
  return say(basis === 'found' ? 'already' : 'registered', claim ?? 'notice', { tone, actions });
}

function noticed(notice: Notice): ViewMessage {
  switch (notice.is) {
    case 'ended': {
      const { outcome, failure } = notice;
      const moment = failure ? 'outcome' : 'unconfirmed';
      return say(`${moment}.${outcome}`, outcome, { failure });
    }
    case 'refused':
      return say(`error.${notice.code}`, 'error', { tone: 'error' });
    case 'not-registered':
    case 'new-amount':
      return say(notice.is, 'notice');
    case 'unreadable':
      return say('unreadable', 'notice');
  }
}
