import { ConnectError } from '../../../src/api/errors.js';
import type { CancelEffect, CancelEvent, CancelStep } from '../../../src/flow/cancel/events.js';
import type { CancelState, Standing } from '../../../src/flow/cancel/states.js';
import { transition } from '../../../src/flow/cancel/transition.js';
import { events, isAtRest, view } from '../../../src/flow/cancel/view.js';
import type { Model, Move } from './explore.js';

/** A model of everything around two elements of a page that are about the same stored method. */

type Pending = 'page' | 'send' | 'ask' | 'wait';

interface Actor {
  readonly state: CancelState;
  readonly pending: readonly Pending[];
  /** It has read the server since it last asked for something, or was refused. */
  readonly hasRead: boolean;
}

export interface World {
  readonly actors: readonly [Actor, Actor];
  /** `asked`: it will be cancelled, and the server does not say so yet. */
  readonly method: Exclude<Standing, 'over'> | 'over' | 'asked';
  /** Who has the claim. */
  readonly holder: number | undefined;
}

export interface Step extends Move<World> {
  readonly who: number;
  readonly event?: CancelEvent;
  readonly step?: CancelStep;
}

export type Transition = (state: CancelState, event: CancelEvent) => CancelStep;

/** Two questions stand for five. */
export const shortened: Transition = (state, event) => transition(state, event, [0, 2]);

const fresh: Actor = { state: { name: 'left' }, pending: [], hasRead: false };
const begin: World = { actors: [fresh, fresh], method: 'open', holder: undefined };

const refusal = (status: number) => new ConnectError('bad-request', 'refused', status);
const lost = new ConnectError('in-doubt', 'no answer');
const noAnswer = new ConnectError('network', 'no answer');
const loggedOut = new ConnectError('unauthorized', 'no', 401);

function replaced(world: World, who: number, change: Partial<Actor>): World {
  const [first, second] = world.actors;
  return {
    ...world,
    actors: who === 0 ? [{ ...first, ...change }, second] : [first, { ...second, ...change }],
  };
}

const standing = ({ method }: World): Standing => (method === 'asked' ? 'open' : method);

const awaited = {
  'ask-page': 'page',
  send: 'send',
  check: 'ask',
  wait: 'wait',
} as const satisfies Partial<Record<CancelEffect['type'], Pending>>;

function isAwaited(type: CancelEffect['type']): type is keyof typeof awaited {
  return Object.hasOwn(awaited, type);
}

/** What an effect does to the world; the claim is answered at once. */
function apply(world: World, who: number, { type }: CancelEffect): World {
  const { pending } = world.actors[who] ?? fresh;
  if (type === 'stop') {
    return replaced(world, who, { pending: pending.filter((one) => one === 'send') });
  }
  if (type === 'let-go') return world.holder === who ? { ...world, holder: undefined } : world;
  if (!isAwaited(type)) return world;
  const hasRead = type === 'send' ? { hasRead: false } : {};
  return replaced(world, who, { pending: [...pending, awaited[type]], ...hasRead });
}

const knowing: readonly CancelEvent['type'][] = ['loaded', 'found', 'refused'];

function send(
  transit: Transition,
  world: World,
  who: number,
  name: string,
  event: CancelEvent,
): Step {
  const actor = world.actors[who] ?? fresh;
  const step = transit(actor.state, event);
  // Who was refused knows that nothing was done.
  const isRead = knowing.includes(event.type);
  let next = replaced(world, who, { state: step.state, hasRead: isRead || actor.hasRead });
  for (const effect of step.effects) next = apply(next, who, effect);
  const said = { name: `${'AB'[who]} ${name}`, who, event, step };
  if (!step.effects.some(({ type }) => type === 'claim')) return { ...said, next };
  const isFree = next.holder === undefined;
  const claimed = isFree ? { ...next, holder: who } : next;
  const answered = send(transit, claimed, who, name, { type: isFree ? 'claimed' : 'taken' });
  return {
    ...answered,
    event,
    step: { ...step, effects: [...step.effects, ...effectsOf(answered)] },
  };
}

const effectsOf = ({ step }: Step) => step?.effects ?? [];

/** Everything that may happen in a world. */
function moves(transit: Transition, world: World): readonly Step[] {
  const found: Step[] = [];
  for (const who of [0, 1]) {
    const { state, pending } = world.actors[who] ?? fresh;
    const tell = (name: string, event: CancelEvent, from = world) =>
      void found.push(send(transit, from, who, name, event));
    if (state.name === 'left') {
      const next = replaced(world, who, { ...fresh, state: { name: 'unread' } });
      found.push({ name: `${'AB'[who]} opens`, who, next });
      continue;
    }
    if (!('isGone' in state && state.isGone)) readers(world, state, tell);
    for (const one of pending) {
      const rest = pending.filter((other) => other !== one);
      answers(replaced(world, who, { pending: rest }), one, tell);
    }
  }
  const become = (method: World['method']): Step => ({
    ...{ name: `it is ${method}`, who: -1, next: { ...world, method } },
  });
  if (world.method === 'asked') found.push(become('cancelled'));
  if (world.method === 'open') found.push(become('over'), become('gone'));
  return found;
}

type Tell = (name: string, event: CancelEvent, from?: World) => void;

function readers(world: World, state: CancelState, tell: Tell): void {
  const shown = view(state);
  const read = { type: 'loaded', standing: standing(world) } as const;
  tell('loads', read);
  tell('is seen again', { ...read, isUnasked: true });
  if (shown.mayAsk) tell('asks', { type: 'asked' });
  // The site may ask without the question, and whenever it likes.
  tell('presses', { type: 'pressed' });
  for (const action of shown.message?.actions ?? []) tell(`chooses ${action}`, events[action]);
  tell('leaves', { type: 'left' });
}

function answers(rest: World, pending: Pending, tell: Tell): void {
  switch (pending) {
    case 'page':
      tell('is allowed', { type: 'allowed' }, rest);
      return tell('is vetoed', { type: 'vetoed' }, rest);
    case 'send':
      return sent(rest, tell);
    case 'ask':
      tell('reads', { type: 'found', standing: standing(rest) }, rest);
      return tell('is not answered', { type: 'unanswered', error: noAnswer }, rest);
    case 'wait':
      return tell('has waited', { type: 'due' }, rest);
  }
}

function sent(rest: World, tell: Tell): void {
  const refuse = (name: string, error: ConnectError, isPending = false) =>
    tell(name, { type: 'refused', error, isPending }, rest);
  tell('is not heard', { type: 'lost', error: lost }, rest);
  refuse('is refused', loggedOut);
  if (rest.method === 'gone') return refuse('is not known', refusal(404));
  refuse('is refused for no reason', refusal(400));
  if (rest.method !== 'open' && rest.method !== 'asked') return;
  refuse('is refused for payments', refusal(400), true);
  const next: World = { ...rest, method: 'asked' };
  tell('is accepted', { type: 'accepted' }, next);
  tell('does not hear that it is accepted', { type: 'lost', error: lost }, next);
}

/** What has to hold of every step. */
const steps: Model<World, Step>['steps'] = {
  'nothing is asked twice without a read or a refusal in between': ({ step, who }, before) =>
    step?.effects.some(({ type }) => type === 'send') && !before.actors[who]?.hasRead
      ? 'sent without a read'
      : undefined,

  'a lost answer leads to a read before anything else': ({ event, step }, before) => {
    if (event?.type !== 'lost' || !step) return undefined;
    const isGone = step.state.name === 'left';
    const isKnown = before.actors.some(({ state }) => state.name === 'sending');
    const asks = step.effects.some(({ type }) => type === 'check');
    return isKnown && !isGone && !asks ? 'nothing is read' : undefined;
  },

  'the button asks before it sends': ({ event, step }) =>
    event?.type === 'asked' && step?.effects.length ? 'no question' : undefined,

  'nothing is told as cancelled that the server has not said': ({ event, step }) => {
    const isTold = step?.effects.some(({ type }) => type === 'tell-removed');
    const isRead = event?.type === 'found' || event?.type === 'loaded';
    const isSaid = isRead && event.standing === 'cancelled';
    return isTold && !isSaid ? 'told without the server' : undefined;
  },

  'what was accepted is not offered again to whoever only comes back to the page': (
    { who, event, step },
    before,
  ) => {
    const state = before.actors[who]?.state;
    const isAccepted = state && 'matter' in state && state.matter === 'asked';
    const isBack = event?.type === 'loaded' && event.isUnasked;
    return isAccepted && isBack && step && view(step.state).mayAsk ? 'offered again' : undefined;
  },

  'the page is asked before anything is sent': ({ event, step }) =>
    step?.effects.some(({ type }) => type === 'send') && event?.type !== 'allowed'
      ? 'sent unasked'
      : undefined,
};

/** Whoever only looks does nothing that another could do too. */
const asks = ({ name }: CancelState) => name === 'permitting' || name === 'sending';

const needed: Readonly<Record<string, readonly Pending[]>> = {
  permitting: ['page'],
  sending: ['send'],
  checking: ['ask', 'wait'],
};

/** What has to hold in every world. */
const worlds: Model<World, Step>['worlds'] = {
  'the claim is held by whoever is at it, and by nobody else': ({ actors, holder }) => {
    const isBare = actors.some(({ state }, index) => asks(state) && holder !== index);
    if (isBare) return 'at it without the claim';
    const owner = holder === undefined ? undefined : actors[holder];
    return owner && isAtRest(owner.state) ? `kept in ${owner.state.name}` : undefined;
  },

  'nothing is busy for ever': ({ actors }) => {
    const stuck = actors.find(({ state, pending }) => {
      const one = needed[state.name];
      return one && !one.some((wanted) => pending.includes(wanted));
    });
    return stuck && `nothing to wait for in ${stuck.state.name}`;
  },

  'a reader can do something, or waits for something, or it is over': ({ actors }) => {
    const lost = actors.find(({ state, pending }) => {
      const { state: name, mayAsk, message } = view(state);
      const isOpen = name === 'settled' || name === 'failed' || name === 'submitting';
      const hasWay = mayAsk || message?.actions.length || pending.length;
      return isOpen && state.name !== 'cancelled' && !hasWay;
    });
    return lost && `no way on in ${lost.state.name}`;
  },
};

function nameOf({ actors, method, holder }: World): string {
  const named = actors.map(({ state, pending, hasRead }, index) => {
    const waits = [...pending].sort().join();
    return `${JSON.stringify(state)}${waits}${hasRead}${holder === index}`;
  });
  // Whichever comes first by name stands first.
  return `${named.sort().join(' ')} ${method}`;
}

/** Two elements of a page, in every state that they can reach together. */
export function cancelModel(transit: Transition = shortened): Model<World, Step> {
  return {
    ...{ begin, nameOf, steps, worlds },
    moves: (world) => moves(transit, world),
    isAtRest: ({ actors }) => actors.every(({ state }) => isAtRest(state)),
  };
}
