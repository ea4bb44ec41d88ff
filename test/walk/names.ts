import type { FlowEvent, Step } from '../../src/flow/events.js';
import type { Away, Entry, FlowState, InDoubt } from '../../src/flow/states.js';
import type { Transaction } from '../../src/flow/transaction.js';
import type { Actor, Made, Transition, World } from './world.js';

/** Worlds that have the same future have the same name, and the walk enters only one of them. */
export function nameOf(world: World): string {
  const { actors, made, entries, by, holder } = world;
  const all = made.map(nameOfMade);
  const [first, second] = actors.map(nameOfActor);
  const kept = entries.map(nameOfEntry).sort().join(',');
  return `${first}|${second}|${all.join('')}|${kept}${by}|${holder ?? ''}`;
}

const codes = {
  made: 'm',
  left: 'l',
  approved: 'a',
  registered: 'r',
  over: 'o',
} as const satisfies Record<Made['status'], string>;

function nameOfMade({ status, isQuestioned, isForgotten }: Made): string {
  if (status === 'made' || status === 'over') return codes[status];
  if (status === 'registered' && isForgotten) return 'f';
  return codes[status] + (isQuestioned ? '?' : '');
}

function nameOfEntry(entry: Entry): string {
  const claim = entry.phase === 'back' ? entry.claim : '';
  return `${entry.phase}${claim}${entry.transaction.transactionId}`;
}

function nameOfActor({ state, pending, isAlive, isRobbed }: Actor): string {
  if (!isAlive) return '';
  const waits = pending.map(({ is }) => is[0] ?? '').sort();
  return `${nameOfState(state)} ${waits.join('')}${isRobbed ? 'R' : ''}`;
}

/** What an event says, as short as it can be. */
function nameOfEvent(event: FlowEvent): string {
  return Object.values(event).map(nameOfValue).join(':');
}

/** A transition that works each step out once, and gives one object for each state. */
export function remembered(transition: Transition): Transition {
  const steps = new Map<string, Step>();
  const states = new Map<string, FlowState>();
  return (state, event) => {
    const key = `${nameOfState(state)} ${nameOfEvent(event)}`;
    const known = steps.get(key);
    if (known) return known;
    const step = transition(state, event);
    const name = nameOfState(step.state);
    const one = { ...step, state: states.get(name) ?? step.state };
    states.set(name, one.state);
    steps.set(key, one);
    return one;
  };
}

const names = new WeakMap<FlowState, string>();

/** What a state may become, and what is told on the way, depends on this alone: not on what is said in it. */
export function nameOfState(state: FlowState): string {
  const known = names.get(state);
  if (known !== undefined) return known;
  const name = [state.name, ...essence(state)].join(':');
  names.set(state, name);
  return name;
}

const isOver = (claim: string) => claim === 'cancelled' || claim === 'failed';

/** What is being asked, or will be, and whether that is the second time; empty when nothing is. */
function inquiryOf(state: Away | InDoubt): string {
  const { inquiry } = state;
  const isOpen = inquiry === 'asking' || inquiry === 'waiting';
  return (isOpen ? inquiry : '') + ('isDoubted' in state && state.isDoubted ? '2' : '');
}

function essence(state: FlowState): readonly (string | number | boolean | undefined)[] {
  switch (state.name) {
    case 'idle':
      return [];
    case 'choosing':
      return [!!state.insists, !!state.takesOver, !!state.glimpsed];
    case 'locking':
      return [!!state.insists, state.transaction?.transactionId];
    case 'permitting':
    case 'reading':
      return [!!state.insists];
    case 'posting':
      return [!!state.isGone, !!state.isRobbed];
    case 'leaving':
      return [state.transaction.transactionId];
    case 'away':
      return [state.transaction.transactionId, inquiryOf(state), !!state.isTold];
    case 'elsewhere':
      return [state.isHeld];
    case 'checking':
      return [
        ...[state.transaction.transactionId, isOver(state.claim), state.attempt],
        ...[state.isWaiting, state.isTold, !!state.isDoubted, !!state.failure],
      ];
    case 'unconfirmed':
      return [state.transaction.transactionId, state.isTold];
    case 'in-doubt':
      return [state.because === 'refused', inquiryOf(state), !!state.takesOver];
    case 'registered':
      return [state.transaction.transactionId, state.basis === 'confirmed'];
    case 'questioning':
      return [state.question === 'again', nameOfState(state.back)];
  }
}

function nameOfValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return JSON.stringify(value);
  if ('name' in value) return `(${Object.values(value).map(nameOfValue).join(':')})`;
  if (value instanceof Error) return 'code' in value ? String(value.code) : '';
  if ('transactionId' in value) {
    const { outcome = '' } = 'outcome' in value ? value : {};
    return `#${String(value.transactionId)}${String(outcome)}`;
  }
  if ('phase' in value) return `{${Object.values(value).map(nameOfValue).join(':')}}`;
  if ('arrival' in value) return `@${nameOfValue(value.arrival)}`;
  if ('is' in value) return Object.values(value).join('.');
  return '';
}

/**
 * The same world without transactions that mean nothing any more: nobody knows them and nobody can approve
 * them. What is left is numbered anew, and whichever element comes first by name stands first.
 */
export function plain(world: World): World {
  const known = new Set([
    ...world.actors.flatMap(({ state, pending }) => [
      ...idsIn(state),
      ...pending.flatMap((one) => (one.is === 'depart' ? [one.id] : [])),
    ]),
    ...world.entries.map(({ transaction }) => transaction.transactionId),
  ]);
  let registered = 0;
  const kept = world.made.flatMap(({ status }, index) => {
    if (known.has(index + 1)) return [index];
    if (status === 'made' || status === 'over') return [];
    // The server says "done" for one as for many.
    return status === 'registered' && registered++ ? [] : [index];
  });
  const isWhole = kept.length === world.made.length;
  return ordered(isWhole ? world : renumbered(world, kept));
}

function renumbered(world: World, kept: readonly number[]): World {
  const idOf = (id: number) => (id ? kept.indexOf(id - 1) + 1 : 0);
  const actors = world.actors.map((actor) => ({
    ...actor,
    state: renamed(actor.state, idOf),
    pending: actor.pending.map((one) => (one.is === 'depart' ? { ...one, id: idOf(one.id) } : one)),
  }));
  const [first, second] = actors;
  if (!first || !second) throw new Error('a world has two elements');
  return {
    ...world,
    actors: [first, second],
    made: world.made.filter((_, index) => kept.includes(index)),
    entries: world.entries.map((entry) => ({
      ...entry,
      transaction: withId(entry.transaction, idOf),
    })),
  };
}

function ordered(world: World): World {
  const { actors, by, holder, entries } = world;
  const [first, second] = actors;
  if (nameOfActor(first) <= nameOfActor(second)) return world;
  return {
    ...world,
    actors: [second, first],
    by: entries.some(({ phase }) => phase === 'posting') ? 1 - by : 0,
    holder: holder === undefined ? undefined : 1 - holder,
  };
}

const withId = (transaction: Transaction, idOf: (id: number) => number): Transaction => ({
  ...transaction,
  transactionId: idOf(transaction.transactionId),
});

function renamed<State extends FlowState>(state: State, idOf: (id: number) => number): State {
  if (!idsIn(state).length) return state;
  const change: { transaction?: Transaction; back?: FlowState } = {};
  if ('transaction' in state && state.transaction) {
    change.transaction = withId(state.transaction, idOf);
  }
  if ('back' in state) change.back = renamed(state.back, idOf);
  return { ...state, ...change };
}

const ids = new WeakMap<FlowState, readonly number[]>();

function idsIn(state: FlowState): readonly number[] {
  const known = ids.get(state);
  if (known) return known;
  const own = 'transaction' in state && state.transaction ? [state.transaction.transactionId] : [];
  const found = 'back' in state ? idsIn(state.back) : own;
  ids.set(state, found);
  return found;
}
