import type { ConnectError } from '../../api/errors.js';
import type { EventOf, SeamlessEvent, VippsEffect, VippsEvent, VippsStep } from './events.js';
import type { Checking, Claim, Notice, Result, VippsState, Wanted } from './states.js';

/** Steps that several states take. */

export const stop: VippsEffect = { type: 'stop' };
export const unlock: VippsEffect = { type: 'unlock' };

/** The element is off the page, and with it the vendor's. */
export const leavePage: VippsStep = {
  state: { name: 'left' },
  effects: [stop, { type: 'close' }, unlock],
};

export function tellError(error: ConnectError): VippsEffect {
  return { type: 'tell', told: { name: 'error', error } };
}

/** Nothing is under way any more; says something, or nothing. */
export function show(notice?: Notice, ...effects: readonly VippsEffect[]): VippsStep {
  return { state: { name: 'shown', notice }, effects: [...effects, stop, unlock] };
}

/** It was not done, and nothing was sent. */
export function refuse({
  error,
  refusal,
}: EventOf<'unlisted' | 'impossible' | 'unfetched' | 'unopened'>): VippsStep {
  return show({ is: 'refused', refusal }, tellError(error));
}

/** The payment is read once more, with what came of the change. */
export function conclude(result: Result, ...effects: readonly VippsEffect[]): VippsStep {
  return {
    state: { name: 'concluding', result },
    effects: [...effects, stop, { type: 'check', isUnasked: false }],
  };
}

/** Asks the server whether a claim is true. */
export function ask(claim: Claim, ...effects: readonly VippsEffect[]): VippsStep {
  return {
    state: { name: 'checking', claim, attempt: 0, isWaiting: false, isTold: false },
    effects: [...effects, stop, { type: 'check', isUnasked: true }],
  };
}

/**
 * Asks once more, now.
 *
 * @param isUnasked No reader has asked for it.
 */
export function recheck(state: Checking, isUnasked: boolean): VippsStep {
  return { state: { ...state, isWaiting: false }, effects: [stop, { type: 'check', isUnasked }] };
}

/** What may happen whatever is under way: the vendor's page says something, or the element leaves. */
export type Heard = SeamlessEvent | EventOf<'left'>;
/** What may happen wherever nothing is: something is begun, too. */
export type Act = Heard | EventOf<'asked' | 'pressed'>;

const heard = {
  begun: true,
  claimed: true,
  tried: true,
  'sent-away': true,
  misled: true,
  left: true,
} satisfies Record<Heard['type'], true>;
const acts = { ...heard, asked: true, pressed: true } satisfies Record<Act['type'], true>;

export function isHeard(event: VippsEvent): event is Heard {
  return Object.hasOwn(heard, event.type);
}

export function isAct(event: VippsEvent): event is Act {
  return Object.hasOwn(acts, event.type);
}

export function act(state: VippsState, event: Act): VippsStep {
  switch (event.type) {
    case 'pressed':
      return lock(event.wanted);
    case 'asked': {
      const { rel, needsFields } = event;
      return needsFields
        ? { state: { name: 'preparing', rel }, effects: [stop, { type: 'prepare' }] }
        : { state: { name: 'questioning', rel }, effects: [stop] };
    }
    case 'left':
      return leavePage;
    case 'begun':
      return { state, effects: [{ type: 'tell', told: { name: 'transaction' } }] };
    case 'claimed':
      return claimed(event);
    case 'tried': {
      const refusal = { code: event.error.code, isNotFound: false };
      return show({ is: 'refused', refusal }, tellError(event.error));
    }
    case 'sent-away':
      return depart(event.url);
    case 'misled':
      return { state, effects: [tellError(event.error)] };
  }
}

export function lock(wanted: Wanted): VippsStep {
  return { state: { name: 'locking', wanted }, effects: [stop, { type: 'lock' }] };
}

/** The same while something is: what is done goes on, unless the payment has come further by itself. */
export function overhear(state: VippsState, event: Heard): VippsStep {
  return event.type === 'tried'
    ? { state, effects: [tellError(event.error)] }
    : withUnlock(state, act(state, event));
}

function withUnlock(before: VippsState, { state, effects }: VippsStep): VippsStep {
  return { state, effects: state === before ? effects : [...effects, unlock] };
}

/** ASSUMED: once it has ended, the vendor's page has nothing more to say; a payment that was started has. */
function claimed({ claim }: EventOf<'claimed'>): VippsStep {
  const tell: VippsEffect = { type: 'tell', told: { name: 'outcome', claim } };
  return claim === 'initiated'
    ? ask(claim, tell)
    : ask(claim, { type: 'close' }, { type: 'forget' }, tell);
}

export function depart(url: string, ...effects: readonly VippsEffect[]): VippsStep {
  return {
    state: { name: 'leaving', url },
    effects: [...effects, stop, { type: 'depart', url }, unlock],
  };
}
