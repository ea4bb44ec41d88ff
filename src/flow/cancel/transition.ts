import type { CancelEffect, CancelEvent, CancelStep, EventOf } from './events.js';
import { unchanged } from './unchanged.js';
import type {
  CancelState,
  Checking,
  Claiming,
  Gone,
  Matter,
  Notice,
  Permitting,
  Questioning,
  Sending,
  Shown,
  Standing,
  Unconfirmed,
  Unread,
} from './states.js';

/** Seconds before each question, the first at once: the server may be late to know. */
export const assumedPauses: readonly number[] = [0, 2, 4, 8, 16];

/**
 * What an event makes of a state: the next one, and what has to be done. It does nothing itself.
 *
 * @param pauses How often the server is asked whether it is cancelled.
 */
export function transition(
  state: CancelState,
  event: CancelEvent,
  pauses = assumedPauses,
): CancelStep {
  switch (state.name) {
    case 'unread':
    case 'gone':
      return resting(state, event);
    case 'shown':
      return shown(state, event);
    case 'questioning':
      return questioning(state, event);
    case 'claiming':
      return claiming(state, event);
    case 'permitting':
      return permitting(state, event);
    case 'sending':
      return sending(state, event);
    case 'checking':
      return checking(state, event, pauses);
    case 'unconfirmed':
      return unconfirmed(state, event);
    case 'cancelled':
      return event.type === 'left' ? leavePage : unchanged(state, event);
    case 'left':
      return unchanged(state, event);
  }
}

const stop: CancelEffect = { type: 'stop' };
const letGo: CancelEffect = { type: 'let-go' };
const leavePage: CancelStep = { state: { name: 'left' }, effects: [stop] };

function resting(state: Unread | Gone, event: CancelEvent): CancelStep {
  switch (event.type) {
    case 'loaded':
      return show(event.standing);
    case 'left':
      return leavePage;
    default:
      return state.name === 'gone' ? unchanged(state, event) : unchanged(state, event);
  }
}

function show(standing: Standing, notice?: Notice): CancelStep {
  if (standing === 'gone') return { state: { name: 'gone' }, effects: [stop] };
  // One that was cancelled before is shown as it is: nothing has come of anything.
  const name = standing === 'open' ? 'open' : 'over';
  return { state: { name: 'shown', standing: name, notice }, effects: [stop] };
}

function shown(state: Shown, event: CancelEvent): CancelStep {
  switch (event.type) {
    case 'asked':
      return state.standing === 'open'
        ? { state: { name: 'questioning' }, effects: [] }
        : { state, effects: [] };
    case 'pressed':
      return state.standing === 'open' ? claim : { state, effects: [] };
    case 'loaded':
      // What is said stays for whoever only comes back to the tab, while it holds.
      if (event.isUnasked && event.standing === state.standing) return { state, effects: [] };
      return state.notice?.is === 'in-doubt' ? reloaded(event) : show(event.standing);
    case 'left':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

/** Whoever asks for all of it anew has asked what came of the request, too. */
function reloaded({ standing }: EventOf<'loaded'>): CancelStep {
  return standing === 'cancelled' ? cancelled : show(standing);
}

const cancelled: CancelStep = {
  state: { name: 'cancelled' },
  effects: [{ type: 'stop' }, { type: 'tell-removed' }],
};

const claim: CancelStep = { state: { name: 'claiming' }, effects: [{ type: 'claim' }] };

function questioning(state: Questioning, event: CancelEvent): CancelStep {
  switch (event.type) {
    case 'pressed':
      return claim;
    case 'denied':
      return show('open');
    case 'loaded':
      // The question stays while it is one.
      return event.standing === 'open' ? { state, effects: [] } : show(event.standing);
    case 'left':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function claiming(state: Claiming, event: CancelEvent): CancelStep {
  switch (event.type) {
    case 'claimed':
      return { state: { name: 'permitting' }, effects: [{ type: 'ask-page' }] };
    // What came of it there is not heard here.
    case 'taken':
      return check('in-doubt');
    case 'left':
      return withLetGo(leavePage);
    default:
      return unchanged(state, event);
  }
}

function permitting(state: Permitting, event: CancelEvent): CancelStep {
  switch (event.type) {
    case 'allowed':
      return { state: { name: 'sending' }, effects: [{ type: 'send' }] };
    case 'vetoed':
      return withLetGo(show('open'));
    case 'left':
      return withLetGo(leavePage);
    default:
      return unchanged(state, event);
  }
}

/** Given up, its fate would be unknown: whoever leaves waits for the answer and lets go then. */
function sending(state: Sending, event: CancelEvent): CancelStep {
  switch (event.type) {
    case 'accepted':
      return state.isGone ? withLetGo(leavePage) : check('asked');
    case 'lost':
      return state.isGone ? withLetGo(leavePage) : check('in-doubt', event);
    case 'refused':
      return state.isGone ? withLetGo(leavePage) : refused(event);
    case 'left':
      return { state: { ...state, isGone: true }, effects: [] };
    default:
      return unchanged(state, event);
  }
}

const mayMeanDone: readonly string[] = ['declined', 'bad-request'];

/**
 * 400 says why, or may mean that it was cancelled before; 404 that there is no such method, or that the backend passes on
 * no such request.
 */
function refused(event: EventOf<'refused'>): CancelStep {
  const { error, isPending } = event;
  const { code } = error;
  if (mayMeanDone.includes(code)) return check(isPending ? 'pending' : 'refused', event);
  return withLetGo(show('open', { is: 'refused', code }), { type: 'tell-error', error });
}

function check(matter: Matter, failed?: { readonly error: EventOf<'lost'>['error'] }): CancelStep {
  const code = failed?.error.code;
  const effects: readonly CancelEffect[] = failed
    ? [{ type: 'tell-error', error: failed.error }]
    : [];
  return { state: anew({ matter, code }), effects: [...effects, stop, { type: 'check' }] };
}

/** As before the first question. */
function anew({ matter, code }: Pick<Checking, 'matter' | 'code'>): Checking {
  return { name: 'checking', matter, code, attempt: 0, isWaiting: false };
}

function checking(state: Checking, event: CancelEvent, pauses: readonly number[]): CancelStep {
  const { matter, code } = state;
  switch (event.type) {
    case 'found':
      return found(state, event, pauses);
    case 'unanswered': {
      const { error } = event;
      const failure = error.code;
      const tell: CancelEffect = { type: 'tell-error', error };
      return withLetGo({ state: { name: 'unconfirmed', matter, code, failure }, effects: [tell] });
    }
    case 'due':
    case 'checked-again':
      return { state: { ...state, isWaiting: false }, effects: [stop, { type: 'check' }] };
    case 'left':
      return withLetGo(leavePage);
    default:
      return unchanged(state, event);
  }
}

/** A refusal is no matter of time: it is asked about once. */
const once: readonly Matter[] = ['pending', 'refused'];

function found(
  state: Checking,
  { standing }: Pick<EventOf<'found'>, 'standing'>,
  pauses: readonly number[],
): CancelStep {
  const { matter, code } = state;
  if (standing === 'gone') return withLetGo(show(standing));
  if (standing === 'cancelled') return withLetGo(cancelled);
  const attempt = state.attempt + 1;
  const seconds = once.includes(matter) ? undefined : pauses[attempt];
  if (seconds !== undefined) {
    return {
      state: { ...state, attempt, isWaiting: true },
      effects: [{ type: 'wait', seconds }],
    };
  }
  // It will be done, and may be looked into again, but not asked for again.
  if (matter === 'asked') return withLetGo({ state: { name: 'unconfirmed', matter }, effects: [] });
  return withLetGo(show(standing, standing === 'open' ? noticeOf(matter, code) : undefined));
}

function noticeOf(matter: Exclude<Matter, 'asked'>, code: Checking['code']): Notice {
  return matter === 'refused' ? { is: matter, code: code ?? 'bad-request' } : { is: matter };
}

function unconfirmed(state: Unconfirmed, event: CancelEvent): CancelStep {
  switch (event.type) {
    case 'checked-again':
      return { state: anew(state), effects: [stop, { type: 'check' }] };
    case 'loaded':
      return event.isUnasked ? found(anew(state), event, []) : reloaded(event);
    case 'left':
      return leavePage;
    default:
      return unchanged(state, event);
  }
}

function withLetGo({ state, effects }: CancelStep, ...more: readonly CancelEffect[]): CancelStep {
  return { state, effects: [...more, ...effects, letGo] };
}
