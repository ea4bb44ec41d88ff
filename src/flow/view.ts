import type { FlowEvent } from './events.js';
import type { FlowState, Notice } from './states.js';

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

/** What is said, by keys of texts below that of the flow. */
export interface ViewMessage {
  /** Has a title and a body: `outcome.finished` stands for `pay-invoice.outcome.finished.title` and `….body`. */
  readonly key: string;
  /** The slot in which a site may put a message of its own. */
  readonly slot: string;
  readonly tone: 'neutral' | 'good' | 'bad';
  /** The server is being asked. */
  readonly isAsking: boolean;
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

const say = (
  key: string,
  { slot = key, tone = 'neutral', isAsking = false, actions = [] }: Partial<ViewMessage> = {},
): ViewMessage => ({ key, slot, tone, isAsking, actions });

/** What is shown in a state: a function of the state alone. */
export function view(state: FlowState): View {
  switch (state.name) {
    case 'idle':
      return { showsChoice: true };
    case 'choosing':
      return { showsChoice: true, ...(state.notice && { message: noticed(state.notice) }) };
    case 'locking':
    case 'permitting':
    case 'reading':
    case 'posting':
      return { state: 'submitting', showsChoice: true };
    case 'leaving':
      return {
        state: 'redirecting',
        showsChoice: false,
        message: say('leaving', { slot: 'redirecting' }),
      };
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
  const isLost = state.name === 'in-doubt' && state.inquiry !== 'asking';
  return { state: isLost ? 'failed' : 'settled', showsChoice: false, message };
}

function told(state: Settled): ViewMessage {
  switch (state.name) {
    case 'away': {
      const isAsking = state.inquiry === 'asking';
      return say('open', { isAsking, actions: ['continue', 'start-over'] });
    }
    case 'elsewhere':
      return say('elsewhere', { isAsking: !state.isHeld, actions: ['check-again'] });
    case 'checking': {
      const { claim, isWaiting } = state;
      // Who waits may also go on.
      const actions = isWaiting ? (['check-again', another(claim)] as const) : [];
      return say(`outcome.${claim}`, { slot: claim, isAsking: true, actions });
    }
    case 'unconfirmed':
      return say(`unconfirmed.${state.claim}`, {
        slot: state.claim,
        actions: ['check-again', another(state.claim)],
      });
    case 'in-doubt': {
      const isAsking = state.inquiry === 'asking';
      const actions = isAsking ? [] : (['check-again', 'start-over'] as const);
      return say('in-doubt', { tone: 'bad', isAsking, actions });
    }
    case 'registered':
      return state.basis === 'found'
        ? say('already', { slot: 'notice', tone: 'good', actions: ['pay-again'] })
        : say('registered', {
            slot: 'notice',
            tone: 'good',
            actions: state.basis === 'noted' ? ['pay-again'] : [],
          });
    case 'questioning':
      return say(`ask.${state.question}`, { slot: 'question', actions: ['yes', 'no'] });
  }
}

function another(claim: string): ActionName {
  return claim === 'finished' ? 'not-paid' : 'start-over';
}

function noticed(notice: Notice): ViewMessage {
  switch (notice.is) {
    case 'ended':
      return say(`outcome.${notice.outcome}`, { slot: notice.outcome });
    case 'refused':
      return say(`error.${notice.code}`, { slot: 'error', tone: 'bad' });
    case 'not-registered':
      return say('not-registered', { slot: 'notice' });
    case 'new-amount':
      return say('new-amount', { slot: 'notice' });
    case 'unreadable':
      return say('unreadable', { slot: 'notice' });
  }
}
