import { ignoredIn } from '../../src/flow/ignored.js';
import { view } from '../../src/flow/view.js';
import type { Step } from '../../src/flow/events.js';
import type { FlowState } from '../../src/flow/states.js';
import type { Invariants, StepRule, WorldRule } from './walk.js';
import type { Actor, Move, World } from './world.js';

/** What has to hold of every step. */
const steps: Readonly<Record<string, StepRule>> = {
  'two transactions that can both be approved have a question in between': ({ step }, before) => {
    if (!step?.effects.some(({ type }) => type === 'create')) return undefined;
    const unasked = before.made.filter(
      ({ status, isQuestioned }) => (status === 'left' || status === 'approved') && !isQuestioned,
    );
    return unasked.length ? 'a POST beside what may be approved' : undefined;
  },

  'what is known to be paid is not paid again without a question': ({ step, event }, before) => {
    // What was changed or added may be changed again.
    if (before.flow !== 'pay-invoice') return undefined;
    if (!step?.effects.some(({ type }) => type === 'create')) return undefined;
    // A read that gives no answer stops nobody, and after a week nothing is kept.
    const isHeard = event?.type === 'found' && event.finding.is !== 'unclear';
    const isUnasked = before.made.some(
      ({ status, isQuestioned, isForgotten }, index) =>
        status === 'registered' &&
        !isQuestioned &&
        (isHeard || !isForgotten) &&
        isKnown(before, index + 1),
    );
    return isUnasked ? 'a POST for what is paid' : undefined;
  },

  'a POST comes after a read that could have said no': ({ step, event, who }, before) => {
    if (!step?.effects.some(({ type }) => type === 'create')) return undefined;
    const isRead = before.actors[who]?.state.name === 'reading';
    const isAnswer = event?.type === 'found' || event?.type === 'unanswered';
    return isRead && isAnswer ? undefined : 'a POST without a read';
  },

  'a POST is written down before it is sent': ({ step }) => {
    const types = step?.effects.map(({ type }) => type) ?? [];
    const sent = types.indexOf('create');
    return sent >= 0 && !types.slice(0, sent).includes('remember') ? 'a POST unseen' : undefined;
  },

  'an arrival is told once, and nothing else is told as one': ({ event, step }) => {
    const told = step?.effects.filter((one) => one.type === 'tell' && one.told.name === 'outcome');
    const due = event?.type === 'arrived' && !isIgnored(step?.state, 'arrived') ? 1 : 0;
    return told && told.length !== due ? `an arrival told ${told.length} times` : undefined;
  },

  'nothing is confirmed that the server has not said': ({ event, step }) => {
    const isTold = step?.effects.some(
      (one) => one.type === 'tell' && one.told.name === 'confirmed' && one.told.confirmed,
    );
    const isSaid = event?.type === 'found' && event.finding.is === 'done';
    return isTold && !isSaid ? 'confirmed without the server' : undefined;
  },

  'nothing is denied that the server has denied but once': ({ step, who }, before) => {
    const state = before.actors[who]?.state;
    return step && state && isDenial(step, state) && !wasDenied(state)
      ? `denied in ${state.name}`
      : undefined;
  },
};

/** Whether it is told, or shown from now on, that the server knows of nothing. */
function isDenial({ state, effects }: Step, { name }: FlowState): boolean {
  const isTold = effects.some(
    (one) => one.type === 'tell' && one.told.name === 'confirmed' && !one.told.confirmed,
  );
  const notice = state.name === 'choosing' && name !== 'choosing' ? state.notice : undefined;
  return isTold || notice?.is === 'not-registered';
}

/**
 * Whether the server has denied it before, or nothing is offered anew when it is denied: a reader whose tab an app has
 * left behind is to hear at once how it stands, and to start over has a question of its own.
 */
function wasDenied(state: FlowState): boolean {
  return state.name === 'away' || ('isDoubted' in state && !!state.isDoubted);
}

/** What has to hold in every world. */
const worlds: Readonly<Record<string, WorldRule>> = {
  'one element at a time asks and leaves': (next) =>
    next.actors.every(isAtIt) ? 'both elements are at it' : undefined,

  'the lock is held by whoever is at it, and by nobody else': (next) => {
    const isBare = next.actors.some(
      (actor, index) => isAtIt(actor) && !actor.isRobbed && next.holder !== index,
    );
    if (isBare) return 'at it without the lock';
    const { holder } = next;
    const owner = holder === undefined ? undefined : next.actors[holder];
    return owner && !mayHold(owner) ? `the lock is kept in ${owner.state.name}` : undefined;
  },

  'whoever is under way waits for something': (next) => {
    const stuck = next.actors.find((actor) => actor.isAlive && isStuck(actor));
    return stuck && `nothing to wait for in ${stuck.state.name}`;
  },

  'a reader can do something, or waits for something': (next) => {
    const lost = next.actors.find(({ isAlive, state, pending }) => {
      const { showsChoice, message } = view(state);
      const isDone = state.name === 'registered' && state.basis === 'confirmed';
      return isAlive && !showsChoice && !isDone && !message?.actions.length && !pending.length;
    });
    return lost && `no way on in ${lost.state.name}`;
  },
};

/** What has to hold, as sentences. */
export const invariants: Invariants = { steps, worlds };

const busy: readonly FlowState['name'][] = ['permitting', 'reading', 'posting', 'leaving'];

function isAtIt({ state, isRobbed }: Actor): boolean {
  if (state.name === 'posting' && (state.isRobbed || state.isGone)) return false;
  return busy.slice(0, 3).includes(state.name) && !isRobbed;
}

function mayHold({ state }: Actor): boolean {
  return state.name === 'locking' || busy.includes(state.name);
}

function isKnown({ entries }: World, id: number): boolean {
  return entries.some(({ transaction }) => transaction.transactionId === id);
}

function isIgnored(state: FlowState | undefined, type: Move['name']): boolean {
  return !!state && ignoredIn[state.name].some((ignored) => ignored === type);
}

/** What each state waits for, when it waits. */
const awaited = {
  locking: ['lock'],
  permitting: ['page'],
  reading: ['ask'],
  posting: ['create'],
  leaving: ['depart'],
  elsewhere: ['watch'],
  checking: ['ask', 'wait'],
} as const;

function isStuck({ state, pending }: Actor): boolean {
  const isAsking = 'inquiry' in state && state.inquiry === 'asking';
  const isWaiting = 'inquiry' in state && state.inquiry === 'waiting';
  const needed: readonly string[] = isAsking
    ? ['ask']
    : isWaiting
      ? ['wait']
      : hasAwaited(state.name)
        ? awaited[state.name]
        : [];
  return needed.length > 0 && !pending.some(({ is }) => needed.includes(is));
}

function hasAwaited(name: string): name is keyof typeof awaited {
  return Object.hasOwn(awaited, name);
}
