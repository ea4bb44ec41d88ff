import { ConnectError } from '../../../src/api/errors.js';
import type { VippsEffect, VippsEvent, VippsStep } from '../../../src/flow/vipps/events.js';
import { ignoredIn } from '../../../src/flow/vipps/ignored.js';
import type { Standing, VippsState } from '../../../src/flow/vipps/states.js';
import { transition } from '../../../src/flow/vipps/transition.js';
import { isAtRest, view } from '../../../src/flow/vipps/view.js';
import type { Model, Move } from './explore.js';

/**
 * A model of everything around an element that drives a Vipps payment: the server, the payer, the vendor's page, and
 * another tab that may be at it too.
 */

/** What ends when something else is asked for. */
type Passing = 'find' | 'page' | 'fetch' | 'depart' | 'prepare' | 'ask' | 'wait';
const lasting = ['lock', 'send', 'open'] as const;
type Pending = Passing | (typeof lasting)[number];

type Payment = 'ready' | 'pending' | 'paid' | 'charged' | 'failed' | 'aborted';

/** What each lists, and what doing it makes of the payment. */
const lists: Readonly<Record<Payment, Readonly<Record<string, Payment>>>> = {
  ready: {
    'redirect-authorization': 'ready',
    'view-payment': 'ready',
    'update-payment-abort': 'aborted',
  },
  pending: {},
  paid: { 'create-capture': 'charged', 'paid-payment': 'paid' },
  charged: { 'paid-payment': 'charged' },
  failed: {},
  aborted: {},
};

const kinds = {
  'redirect-authorization': 'page',
  'view-payment': 'script',
  'update-payment-abort': 'change',
  'create-capture': 'change',
  'paid-payment': 'details',
} as const;
const rels = [
  'redirect-authorization',
  'view-payment',
  'update-payment-abort',
  'create-capture',
  'paid-payment',
] as const;

export interface World {
  readonly state: VippsState;
  readonly pending: readonly Pending[];
  readonly payment: Payment;
  readonly holder: 'us' | 'other' | undefined;
  /** The payment was read since the last change was sent. */
  readonly hasRead: boolean;
  /** What was read last lists what is to be done. */
  readonly isListed: boolean;
  readonly isViewOpen: boolean;
  /** What the payer went away by, kept for the session. */
  readonly left: string;
}

export interface Step extends Move<World> {
  readonly event?: VippsEvent;
  readonly step?: VippsStep;
}

export type Transition = (state: VippsState, event: VippsEvent) => VippsStep;

export const pauses = [0, 1];
/** Two questions stand for ten. */
export const shortened: Transition = (state, event) => transition(state, event, { pauses });

const nobody = { state: { name: 'left' }, pending: [], isViewOpen: false } as const;
const begin: World = {
  ...{ ...nobody, payment: 'ready', holder: undefined, left: '' },
  ...{ hasRead: false, isListed: false },
};

const error = new ConnectError('network', 'no answer');
const lost = new ConnectError('in-doubt', 'no answer');
const refusal = { code: 'bad-request', isNotFound: false } as const;
const operation = { method: 'POST', href: 'https://pay.example/' };

function standing({ payment }: World): Standing {
  if (payment === 'paid' || payment === 'charged') return 'registered';
  return payment === 'failed' || payment === 'aborted' ? 'over' : 'open';
}

const awaited = {
  lock: 'lock',
  find: 'find',
  'ask-page': 'page',
  send: 'send',
  fetch: 'fetch',
  open: 'open',
  depart: 'depart',
  prepare: 'prepare',
  check: 'ask',
  wait: 'wait',
} as const satisfies Partial<Record<VippsEffect['type'], Pending>>;

function isAwaited(type: VippsEffect['type']): type is keyof typeof awaited {
  return Object.hasOwn(awaited, type);
}

const lasts = (one: Pending) => lasting.some((name) => name === one);

function apply(world: World, effect: VippsEffect): World {
  const { pending, holder } = world;
  switch (effect.type) {
    case 'unlock':
      return holder === 'us' ? { ...world, holder: undefined } : world;
    case 'stop':
      return { ...world, pending: pending.filter(lasts) };
    case 'close':
      return { ...world, isViewOpen: false, pending: pending.filter((one) => one !== 'open') };
    case 'keep':
      return { ...world, left: effect.rel };
    case 'forget':
      return { ...world, left: '' };
  }
  if (!isAwaited(effect.type)) return world;
  const one = awaited[effect.type];
  // Requests for one lock are answered one after the other: another beside them changes nothing.
  const rest = (lasts(one) ? pending : pending.filter(lasts)).filter((other) => other !== one);
  const next = { ...world, pending: [...rest, one] };
  if (one === 'open') return { ...next, isViewOpen: true };
  return one === 'send' ? { ...next, hasRead: false, isListed: false } : next;
}

const knowing: readonly VippsEvent['type'][] = ['loaded', 'listed', 'found'];

function send(transit: Transition, from: World, name: string, event: VippsEvent): Step {
  const step = transit(from.state, event);
  const hasRead = from.hasRead || knowing.includes(event.type);
  const isListed = event.type === 'listed' ? !!event.operation : from.isListed;
  let next: World = { ...from, state: step.state, hasRead, isListed };
  for (const effect of step.effects) next = apply(next, effect);
  return { name, event, step, next, isEnd: event.type === 'left' };
}

type Tell = (name: string, event: VippsEvent, from?: World) => void;

/** Everything that may happen in a world. */
function moves(transit: Transition, world: World): readonly Step[] {
  const found: Step[] = [];
  const tell: Tell = (name, event, from = world) =>
    void found.push(send(transit, from, name, event));
  const { state, pending, isViewOpen } = world;
  const isHere = state.name !== 'left' && !(state.name === 'sending' && state.isGone);
  if (state.name === 'left' && !pending.length) {
    found.push({ name: 'opens', next: { ...world, state: { name: 'unread' }, hasRead: false } });
  }
  if (isHere) readers(world, tell);
  if (isHere && isViewOpen) vendor(tell);
  for (const one of new Set(pending)) {
    const at = pending.indexOf(one);
    answers({ ...world, pending: pending.filter((_, index) => index !== at) }, one, tell);
  }
  if (isHere) {
    const holder = world.holder === 'us' ? undefined : world.holder;
    found.push({ name: 'the page dies', next: { ...world, ...nobody, holder }, isEnd: true });
  }
  found.push(...around(world));
  return found;
}

function readers(world: World, tell: Tell): void {
  const { state, left, isViewOpen, payment } = world;
  const isKept = !isViewOpen && !!left;
  const isListed = isKept && left === 'view-payment' && payment === 'ready';
  const loaded = { type: 'loaded', left: isKept ? left : undefined, isListed } as const;
  tell('loads', { ...loaded, standing: standing(world) });
  // Something newer has been read since it was asked for.
  tell('loads late', loaded);
  for (const rel of rels) {
    const isChange = kinds[rel] === 'change';
    const needsFields = rel === 'create-capture';
    if (isChange) tell(`asks for ${rel}`, { type: 'asked', rel, needsFields });
    // The site may ask without the question, and whenever it likes.
    tell(`performs ${rel}`, { type: 'pressed', wanted: { rel } });
  }
  if (state.name === 'questioning') tell('says no', { type: 'denied' });
  if (view(state).message?.mayCheck) tell('checks again', { type: 'checked-again' });
  tell('is seen again', { type: 'seen' });
  tell('leaves', { type: 'left' });
}

function vendor(tell: Tell): void {
  tell('hears that it is begun', { type: 'begun' });
  for (const claim of ['open', 'initiated', 'cancelled', 'failed'] as const) {
    tell(`hears ${claim}`, { type: 'claimed', claim });
  }
  tell('hears of a try', { type: 'tried', error });
  tell('is sent away', { type: 'sent-away', url: operation.href });
  tell('is misled', { type: 'misled', error });
}

function answers(rest: World, pending: Pending, tell: Tell): void {
  switch (pending) {
    case 'lock':
      return lock(rest, tell);
    case 'find':
      return find(rest, tell);
    case 'page':
      tell('is allowed', { type: 'allowed', body: {} }, rest);
      tell('is vetoed', { type: 'vetoed' }, rest);
      return tell('is impossible', { type: 'impossible', error, refusal }, rest);
    case 'send':
      return sent(rest, tell);
    case 'fetch':
      tell('is told details', { type: 'fetched', known: {} }, rest);
      return tell('is told none', { type: 'unfetched', error, refusal }, rest);
    case 'open':
      tell('opens the view', { type: 'opened' }, rest);
      return tell(
        'gets no view',
        { type: 'unopened', error, refusal },
        { ...rest, isViewOpen: false },
      );
    case 'depart':
      return tell('stays', { type: 'late' }, rest);
    case 'prepare':
      tell('has its fields', { type: 'prepared' }, rest);
      return tell('has none', { type: 'unprepared' }, rest);
    case 'ask':
      tell(`reads ${standing(rest)}`, { type: 'found', standing: standing(rest) }, rest);
      return tell('is not answered', { type: 'unanswered', error }, rest);
    case 'wait':
      return tell('has waited', { type: 'due' }, rest);
  }
}

/** Whoever does not wait for it any more lets it go at once. */
function lock(rest: World, tell: Tell): void {
  const isFree = rest.holder === undefined;
  const isWanted = rest.state.name === 'locking';
  if (isFree && isWanted) return tell('locks', { type: 'locked' }, { ...rest, holder: 'us' });
  if (isWanted) return tell('finds it locked', { type: 'taken' }, rest);
  tell('is late to lock', { type: 'due' }, rest);
}

function find(rest: World, tell: Tell): void {
  const { state, payment } = rest;
  const rel = state.name === 'reading' ? state.wanted.rel : '';
  const known = rels.find((one) => one === rel);
  const isListed = Object.hasOwn(lists[payment], rel);
  const kind = known ? kinds[known] : 'details';
  tell('reads it', { type: 'listed', kind, ...(isListed && { operation }) }, rest);
  tell('cannot read it', { type: 'unlisted', error, refusal }, rest);
}

function sent(rest: World, tell: Tell): void {
  tell('is refused', { type: 'refused', error, refusal }, rest);
  tell('is not heard', { type: 'lost', error: lost }, rest);
  for (const [rel, payment] of Object.entries(lists[rest.payment])) {
    if (payment === rest.payment) continue;
    tell(`has done ${rel}`, { type: 'done' }, { ...rest, payment });
    tell(`does not hear that ${rel} is done`, { type: 'lost', error: lost }, { ...rest, payment });
  }
}

/** What happens away from the element: the payer, the server, the other tab. */
function around(world: World): readonly Step[] {
  const become = (payment: Payment): Step => ({
    name: `it is ${payment}`,
    next: { ...world, payment },
  });
  const paid = world.payment === 'ready' || world.payment === 'pending';
  const other: Step[] = [];
  if (world.holder === undefined) {
    other.push({ name: 'another tab is at it', next: { ...world, holder: 'other' } });
  }
  if (world.holder === 'other') {
    other.push({ name: 'the other tab is done', next: { ...world, holder: undefined } });
  }
  const gone: Step[] = world.pending.includes('depart')
    ? [{ name: 'has gone', next: { ...world, ...nobody }, isEnd: true }]
    : [];
  return [
    ...other,
    ...gone,
    ...(world.payment === 'ready' ? [become('pending')] : []),
    ...(paid ? [become('paid'), become('failed')] : []),
  ];
}

const told = (step: VippsStep | undefined, name: string) =>
  step?.effects.filter((one) => one.type === 'tell' && one.told.name === name) ?? [];

function isConfirmed(step: VippsStep | undefined, confirmed: boolean): boolean {
  return !!step?.effects.some(
    (one) =>
      one.type === 'tell' && one.told.name === 'confirmed' && one.told.confirmed === confirmed,
  );
}

function isReading(event: VippsEvent | undefined) {
  return event?.type === 'found' || event?.type === 'loaded';
}

/** What has to hold of every step. */
const steps: Model<World, Step>['steps'] = {
  'no change is sent twice without a read in between': ({ step }, before) =>
    step?.effects.some(({ type }) => type === 'send') && !before.hasRead
      ? 'sent without a read'
      : undefined,

  'a change is sent when the last read has listed it, and the page has let it': (
    { event, step },
    before,
  ) => {
    if (!step?.effects.some(({ type }) => type === 'send')) return undefined;
    return event?.type === 'allowed' && before.isListed ? undefined : 'sent unread or unasked';
  },

  'a lost answer leads to a read before anything else': ({ event, step }, before) => {
    if (event?.type !== 'lost' || before.state.name !== 'sending' || before.state.isGone) {
      return undefined;
    }
    return step?.effects.some(({ type }) => type === 'check') ? undefined : 'nothing is read';
  },

  'the button of a change asks first': ({ event, step }) =>
    event?.type === 'asked' && step?.effects.some(({ type }) => type === 'lock')
      ? 'no question'
      : undefined,

  'nothing is confirmed that the server has not said': ({ event, step }) =>
    isConfirmed(step, true) && !(isReading(event) && event.standing === 'registered')
      ? 'confirmed without the server'
      : undefined,

  'nothing is told to be unconfirmed twice, or before it was asked to the end': (
    { event, step },
    { state },
  ) => {
    if (!isConfirmed(step, false)) return undefined;
    const isAsked = state.name === 'checking' || state.name === 'unconfirmed';
    if (!isAsked || state.isTold || !isReading(event)) return 'too often';
    if (state.name === 'unconfirmed') return event.standing === 'over' ? undefined : 'too early';
    // A first no may be an old one.
    const isEnded = (state.claim === 'cancelled' || state.claim === 'failed') && state.attempt > 0;
    const isLast = state.attempt + 1 >= pauses.length;
    return isEnded || isLast || event.standing === 'over' ? undefined : 'too early';
  },

  'an outcome is told once for each claim': ({ event, step }, { state }) => {
    const isHeard =
      event?.type === 'claimed' && !ignoredIn[state.name].some((type) => type === 'claimed');
    const times = told(step, 'outcome').length;
    return times === (isHeard ? 1 : 0) ? undefined : `told ${times} times`;
  },
};

const needed: Readonly<Record<string, readonly Pending[]>> = {
  ...{ locking: ['lock'], reading: ['find'], permitting: ['page'], sending: ['send'] },
  ...{ fetching: ['fetch'], opening: ['open'], leaving: ['depart'], preparing: ['prepare'] },
  ...{ concluding: ['ask'], checking: ['ask', 'wait'] },
};

/** Whoever only looks at what it has done does nothing that another could do too. */
const mayHold: readonly VippsState['name'][] = ['concluding'];
const mustHold: readonly VippsState['name'][] = [
  ...(['reading', 'permitting', 'sending', 'fetching', 'opening'] as const),
];

/** What has to hold in every world. */
const worlds: Model<World, Step>['worlds'] = {
  'the lock is held by whoever is at it, and by nobody else': ({ state: { name }, holder }) => {
    if (mustHold.includes(name)) return holder === 'us' ? undefined : `${name} without the lock`;
    return holder === 'us' && !mayHold.includes(name) ? `kept in ${name}` : undefined;
  },

  'nothing is busy for ever': ({ state, pending }) => {
    const one = needed[state.name];
    const isStuck = one && !one.some((wanted) => pending.includes(wanted));
    return isStuck ? `nothing to wait for in ${state.name}` : undefined;
  },

  "the vendor's page is gone before a change is sent, and with the element": ({
    state: { name },
    isViewOpen,
  }) =>
    isViewOpen && (name === 'sending' || name === 'concluding' || name === 'left')
      ? `open in ${name}`
      : undefined,
};

function nameOf({ state, pending, ...rest }: World): string {
  return JSON.stringify([state, [...pending].sort(), rest]);
}

/** An element, in every state that it can reach. */
export function vippsModel(transit: Transition = shortened): Model<World, Step> {
  return {
    ...{ begin, nameOf, steps, worlds },
    moves: (world) => moves(transit, world),
    isAtRest: ({ state, pending }) => isAtRest(state) && pending.length === 0,
  };
}
