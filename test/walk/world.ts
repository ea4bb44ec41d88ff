import { ConnectError } from '../../src/api/errors.js';
import type { Effect, FlowEvent, Step } from '../../src/flow/events.js';
import type { Entry, FlowState } from '../../src/flow/states.js';
import { isFinished } from '../../src/flow/steps.js';
import type { RedirectFlowName, Transaction } from '../../src/flow/transaction.js';
import { transition as real } from '../../src/flow/transition.js';
import { events, view } from '../../src/flow/view.js';

/**
 * A model of everything around two elements that are about the same: the server, the login server, the
 * browser's storage and locks, and pages that die. Time is fresh, ten minutes later, and a week later.
 */

/** What an element waits for. */
export type Pending =
  | { readonly is: 'lock'; readonly takesOver: boolean }
  | { readonly is: 'page' }
  | { readonly is: 'ask' }
  | { readonly is: 'create' }
  | { readonly is: 'wait' }
  | { readonly is: 'watch' }
  | { readonly is: 'depart'; readonly id: number };

export interface Actor {
  readonly state: FlowState;
  readonly pending: readonly Pending[];
  /** Whether its page is there; a page that has gone to the login server is not. */
  readonly isAlive: boolean;
  readonly isRobbed: boolean;
}

export interface Made {
  /**
   * `made`: nobody was sent to approve it. `left`: somebody was, less than ten minutes ago. `approved`, which
   * the server does not say yet; `registered`, which it says. `over`: cancelled, failed, or too late.
   */
  readonly status: 'made' | 'left' | 'approved' | 'registered' | 'over';
  /** A reader has said yes to a question since. */
  readonly isQuestioned: boolean;
  /** The week, or the ten minutes, in which this browser knew of it are over. */
  readonly isForgotten: boolean;
}

export interface World {
  readonly flow: RedirectFlowName;
  readonly actors: readonly [Actor, Actor];
  readonly made: readonly Made[];
  /** What is kept in the browser, a line for each transaction. */
  readonly entries: readonly Entry[];
  /** Who wrote that it asks for one. */
  readonly by: number;
  readonly holder: number | undefined;
}

export type Transition = (state: FlowState, event: FlowEvent) => Step;

const rules = { pauses: [0, 1] };
/** Two questions stand for ten. */
export const shortened: Transition = (state, event) => real(state, event, rules);

/** What a walk is limited to. */
export interface Bounds {
  /** How many transactions may matter at once. */
  readonly made: number;
  /** How many elements there are. */
  readonly elements: 1 | 2;
}

/** Something that may happen next. */
export interface Move {
  readonly name: string;
  readonly who: number;
  /** What the element is sent, when it is sent something. */
  readonly event?: FlowEvent;
  readonly next: World;
  readonly step?: Step;
}

export const secret = 'a-token-that-nobody-may-keep';

// Made once: what an engine writes down of where an error was made takes longer than a step.
const network = new ConnectError('network', secret);
const unauthorized = new ConnectError('unauthorized', secret);
const declined = new ConnectError('declined', secret);
const inDoubt = new ConnectError('in-doubt', secret);
const dead: Actor = {
  state: { name: 'idle' },
  pending: [],
  isAlive: false,
  isRobbed: false,
};

export function begin(flow: RedirectFlowName): World {
  const nothing = { made: [], entries: [], by: 0, holder: undefined } as const;
  return { flow, actors: [dead, dead], ...nothing };
}

function subjectOf({ flow }: World) {
  const invoiceNumber = flow === 'pay-invoice' ? '7' : '';
  return { flow, paymentMethod: 'vipps', productCode: 'P', invoiceNumber };
}

const withId = (world: World, transactionId: number): Transaction => ({
  ...subjectOf(world),
  known: undefined,
  transactionId,
});

function replaced(world: World, who: number, change: Partial<Actor>): World {
  const [first, second] = world.actors;
  const actors: World['actors'] =
    who === 0 ? [{ ...first, ...change }, second] : [first, { ...second, ...change }];
  return { ...world, actors };
}

const without = (actor: Actor, is: Pending['is']): readonly Pending[] =>
  actor.pending.filter((one) => one.is !== is);

/** The page of an element goes. In one tab the other goes right after it. */
function die(world: World, who: number): World {
  const next = replaced(world, who, dead);
  return next.holder === who ? { ...next, holder: undefined } : next;
}

/** As the journal does it. Others hear of it, sooner or later: see `answers`. */
function remember(world: World, who: number, entry: Entry): World {
  const { phase, transaction } = entry;
  const isSame = (one: Entry) => one.transaction.transactionId === transaction.transactionId;
  // What the server has confirmed, or a provider has said to be finished, no address takes back.
  if (phase === 'back' && isFinished(world.entries.find(isSame))) return world;
  const isAsked = (one: Entry) => one.phase === 'posting' && world.by === who;
  const others = world.entries.filter((one) => !isSame(one) && !isAsked(one));
  const by =
    phase === 'posting' ? who : others.some((one) => one.phase === 'posting') ? world.by : 0;
  return { ...world, entries: [...others, entry], by };
}

function forget(world: World, { transactionId }: Transaction): World {
  const entries = world.entries.filter((one) => one.transaction.transactionId !== transactionId);
  return { ...world, entries, by: transactionId ? world.by : 0 };
}

/** What matters most of what is kept. */
function recall({ flow, entries }: World): Entry | undefined {
  const order =
    flow === 'pay-invoice'
      ? ['done', 'back', 'left', 'posting']
      : ['back', 'left', 'posting', 'done'];
  return order.flatMap((phase) => entries.find((one) => one.phase === phase) ?? [])[0];
}

const isVisible = ({ made }: World) => made.some(({ status }) => status === 'registered');

function apply(world: World, who: number, effect: Effect): World {
  const actor = world.actors[who] ?? dead;
  const wait = (pending: Pending) =>
    replaced(world, who, { pending: [...without(actor, pending.is), pending] });
  switch (effect.type) {
    case 'lock':
      return wait({ is: 'lock', takesOver: effect.takesOver });
    case 'unlock': {
      const free = world.holder === who ? { ...world, holder: undefined } : world;
      return replaced(free, who, { isRobbed: false });
    }
    case 'watch':
      return wait({ is: 'watch' });
    case 'ask-page':
      return wait({ is: 'page' });
    case 'read':
    case 'check':
      return wait({ is: 'ask' });
    case 'create':
      return wait({ is: 'create' });
    case 'wait':
      return wait({ is: 'wait' });
    case 'stop': {
      const pending = actor.pending.filter(({ is }) => is === 'create');
      return replaced(world, who, { pending });
    }
    case 'remember':
      return remember(world, who, effect.entry);
    case 'forget':
      return forget(world, effect.transaction);
    case 'depart': {
      const id = effect.transaction.transactionId;
      const made = world.made.map((one, index) =>
        index === id - 1 && one.status === 'made' ? { ...one, status: 'left' as const } : one,
      );
      return { ...replaced(world, who, { pending: [{ is: 'depart', id }] }), made };
    }
    case 'look-up':
    case 'forget-arrival':
    case 'tell':
      return world;
  }
}

/** What moves are gathered with. */
interface Gathering {
  readonly transition: Transition;
  readonly bounds: Bounds;
  readonly found: Move[];
}

/**
 * Every state is left by its effects, or by the death of the page after any of them. What is looked up is heard
 * before anything else.
 *
 * @param cause What it was sent first.
 */
function send(
  to: Gathering,
  world: World,
  who: number,
  name: string,
  event: FlowEvent,
  cause = event,
): void {
  const actor = world.actors[who] ?? dead;
  const step = to.transition(actor.state, event);
  const isLeaving = step.state.name === 'leaving';
  const pending = isLeaving ? actor.pending : without(actor, 'depart');
  let next = replaced(world, who, { state: step.state, pending });
  for (const effect of step.effects) {
    next = apply(next, who, effect);
    if (lasting.has(effect.type)) {
      to.found.push({ name: `${name}, and dies`, who, event: cause, next: die(next, who), step });
    }
  }
  if (step.effects.some(({ type }) => type === 'look-up')) {
    return send(to, next, who, name, { type: 'noted', entry: recall(next) }, cause);
  }
  to.found.push({ name, who, event: cause, next, step });
}

const lasting = new Set<Effect['type']>(['remember', 'forget', 'create', 'depart']);

/** Everything that may happen in a world. */
export function moves(world: World, transition: Transition, bounds: Bounds): readonly Move[] {
  const to: Gathering = { transition, bounds, found: [] };
  const isFull = world.actors.filter(({ isAlive }) => isAlive).length === bounds.elements;
  for (const who of [0, 1]) {
    const actor = world.actors[who] ?? dead;
    if (actor.isAlive) {
      answers(to, world, who, actor);
      readers(to, world, who, actor);
    } else if (!isFull) {
      births(to, world, who);
    }
  }
  elsewhere(to, world);
  return to.found;
}

function births(to: Gathering, world: World, who: number): void {
  const alive = replaced(world, who, { ...dead, isAlive: true });
  const entry = recall(world);
  send(to, alive, who, 'opens', { type: 'began', subject: subjectOf(world), entry });
  for (const [index, { status }] of world.made.entries()) {
    const transaction = withId(world, index + 1);
    const kept = world.entries.find(
      (one) => one.transaction.transactionId === transaction.transactionId,
    );
    // Who goes back to the provider's page after that may be told that it was cancelled.
    const later = kept?.phase === 'back' && kept.claim === 'finished' ? ['cancelled' as const] : [];
    for (const outcome of new Set([...claims[status], ...later])) {
      const back = { arrival: { ...transaction, outcome } };
      send(to, alive, who, `returns ${outcome}`, { type: 'arrived', back, entry: kept });
    }
  }
}

const claims = {
  made: [],
  left: ['unknown'],
  approved: ['finished', 'unknown'],
  registered: ['finished'],
  over: ['cancelled'],
} as const satisfies Record<Made['status'], readonly string[]>;

/** What the server, the page and the browser say. */
function answers(to: Gathering, world: World, who: number, actor: Actor): void {
  const tell = (name: string, event: FlowEvent, from: World) => send(to, from, who, name, event);
  // What another page wrote may be heard at any time, and is looked up then.
  tell('hears', { type: 'noted', entry: recall(world) }, world);
  if (actor.isRobbed) {
    tell('is robbed', { type: 'robbed' }, replaced(world, who, { isRobbed: false }));
  }
  for (const one of actor.pending) {
    const rest = replaced(world, who, { pending: actor.pending.filter((other) => other !== one) });
    switch (one.is) {
      case 'lock':
        lock(to, world, rest, who, one.takesOver);
        break;
      case 'page':
        tell('is allowed', { type: 'allowed' }, rest);
        tell('is vetoed', { type: 'vetoed' }, rest);
        break;
      case 'ask':
        ask(to, rest, who);
        break;
      case 'create':
        create(to, world, rest, who);
        break;
      case 'wait':
        tell('has waited', { type: 'due' }, rest);
        break;
      case 'watch':
        watch(to, world, rest, who, actor.state);
        break;
      case 'depart':
        to.found.push({ name: 'has gone', who, next: die(rest, who) });
        tell('stays', { type: 'late' }, rest);
        break;
    }
  }
}

function lock(to: Gathering, world: World, rest: World, who: number, takesOver: boolean): void {
  const { holder } = world;
  const entry = recall(world);
  if (holder !== undefined && !takesOver) {
    return send(to, rest, who, 'finds it locked', { type: 'taken' });
  }
  const robbed = holder !== undefined && holder !== who;
  const next = robbed ? replaced(rest, holder, { isRobbed: true }) : rest;
  send(to, { ...next, holder: who }, who, 'locks', { type: 'locked', entry });
}

function watch(to: Gathering, world: World, rest: World, who: number, state: FlowState): void {
  const { holder } = world;
  const entry = recall(world);
  if (holder === undefined || holder === who) {
    return send(to, rest, who, 'finds it free', { type: 'freed', entry });
  }
  const isHeld = state.name === 'elsewhere' && state.isHeld;
  if (isHeld) send(to, rest, who, 'has seen it held too long', { type: 'overdue' });
  else send(to, world, who, 'sees it held', { type: 'held' });
}

function ask(to: Gathering, rest: World, who: number): void {
  const entry = recall(rest);
  const tell = (name: string, event: FlowEvent) => send(to, rest, who, name, event);
  if (isVisible(rest)) tell('reads done', { type: 'found', finding: { is: 'done' }, entry });
  else tell('reads open', { type: 'found', finding: { is: 'open' }, entry });
  tell('cannot tell', { type: 'found', finding: { is: 'unclear' }, entry });
  if (rest.flow === 'change-method') {
    const finding = { is: 'as-before' } as const;
    send(to, renewed(rest, who), who, 'reads as before', { type: 'found', finding, entry });
  }
  tell('is not answered', { type: 'unanswered', error: network, entry });
}

/**
 * A method that was in use before is listed as it was. What came back as done has been approved, and will not be
 * approved a second time: as after a change that shows, one may ask for the next.
 */
function renewed(world: World, who: number): World {
  const { state } = world.actors[who === 0 ? 0 : 1];
  if (state.name !== 'checking' || state.claim !== 'finished') return world;
  const made = world.made.map((one, index) =>
    index === state.transaction.transactionId - 1 && one.status === 'approved'
      ? { ...one, status: 'registered' as const }
      : one,
  );
  return { ...world, made };
}

function create(to: Gathering, world: World, rest: World, who: number): void {
  const tell = (name: string, event: FlowEvent, from = rest) => send(to, from, who, name, event);
  tell('is refused', { type: 'refused', error: unauthorized });
  tell('is declined', { type: 'refused', error: declined });
  tell('is not heard', { type: 'lost', error: inDoubt });
  if (world.made.length === to.bounds.made) return;
  const one: Made = { status: 'made', isQuestioned: false, isForgotten: false };
  const next = { ...rest, made: [...world.made, one] };
  const { entries, by, flow } = world;
  const isOurs = entries.every(({ phase }) =>
    phase === 'done' ? flow !== 'pay-invoice' : phase === 'posting' && by === who,
  );
  const transactionId = next.made.length;
  tell('gets an id', { type: 'created', transactionId, isOurs }, next);
  tell('does not hear its id', { type: 'lost', error: inDoubt }, next);
}

/** What a reader, or the browser, does to an element. */
function readers(to: Gathering, world: World, who: number, actor: Actor): void {
  const { state } = actor;
  const shown = view(state);
  if (state.name === 'choosing' || state.name === 'registered') {
    send(to, world, who, 'presses', { type: 'pressed', subject: subjectOf(world) });
  }
  for (const action of shown.message?.actions ?? []) {
    const asked = action === 'yes' ? questioned(world) : world;
    send(to, asked, who, `chooses ${action}`, events[action]);
  }
  send(to, world, who, 'is seen again', { type: 'seen', subject: subjectOf(world) });
  to.found.push({ name: 'dies', who, next: die(world, who) });
  if (state.name === 'posting' && state.isGone) {
    const entry = recall(world);
    send(to, world, who, 'is back', { type: 'began', subject: subjectOf(world), entry });
  } else if (state.name === 'posting') {
    send(to, world, who, 'is taken out', { type: 'gone' });
  }
}

function questioned(world: World): World {
  return { ...world, made: world.made.map((one) => ({ ...one, isQuestioned: true })) };
}

/** What happens away from the elements: at the provider, at the server, and to time. */
function elsewhere({ found }: Gathering, world: World): void {
  for (const [index, one] of world.made.entries()) {
    const become = (status: Made['status'], name: string): Move => ({
      name: `${index + 1} is ${name}`,
      who: -1,
      next: {
        ...world,
        made: world.made.map((other, at) => (at === index ? { ...one, status } : other)),
      },
    });
    if (one.status === 'left') {
      found.push(become('approved', 'approved'));
      found.push(become('over', 'cancelled'));
    }
    if (one.status === 'approved') found.push(become('registered', 'registered'));
  }
  found.push({ name: 'ten minutes pass', who: -1, next: later(world, false) });
  found.push({ name: 'a week passes', who: -1, next: later(world, true) });
}

/** Ten minutes later nothing can be approved any more; a week later nothing is kept. */
function later(world: World, isWeek: boolean): World {
  const entries = world.entries.filter(
    (one) =>
      !isWeek && (one.phase === 'done' || (one.phase === 'back' && one.claim === 'finished')),
  );
  const known = entries.map(({ transaction }) => transaction.transactionId);
  const made = world.made.map((one, index): Made => {
    if (one.status === 'made' || one.status === 'left') return { ...one, status: 'over' };
    return known.includes(index + 1) || one.status === 'over'
      ? one
      : { ...one, status: 'registered', isForgotten: true };
  });
  return { ...world, made, entries, by: 0 };
}
