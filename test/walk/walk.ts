import type { RedirectFlowName } from '../../src/flow/transaction.js';
import { nameOf, plain, remembered } from './names.js';
import { begin, moves, type Bounds, type Move, type Transition, type World } from './world.js';

export interface Walked {
  /** Different worlds that were reached. */
  readonly worlds: number;
  /** Moves that were taken. */
  readonly steps: number;
  /** What did not hold, each with the shortest way there. */
  readonly broken: ReadonlyMap<string, string>;
}

/** Says what is wrong with a step, or nothing. */
export type StepRule = (move: Move, before: World) => string | undefined;
/** Says what is wrong with a world, or nothing. */
export type WorldRule = (world: World) => string | undefined;

/** What has to hold, by what it is called. */
export interface Invariants {
  readonly steps: Readonly<Record<string, StepRule>>;
  readonly worlds: Readonly<Record<string, WorldRule>>;
}

/**
 * Takes every move in every world that can be reached, and holds the invariants against each.
 *
 * @param until The invariant whose fault is looked for: one is enough.
 */
export function walk(
  flow: RedirectFlowName,
  bounds: Bounds,
  { steps: stepRules, worlds: worldRules }: Invariants,
  transition: Transition,
  until = '',
): Walked {
  const ways = new Ways(nameOf(begin(flow)));
  const take = remembered(transition);
  const ofSteps = Object.entries(stepRules);
  const ofWorlds = Object.entries(worldRules);
  let steps = 0;
  for (let open = [begin(flow)]; open.length && !ways.broken.has(until);) {
    const next: World[] = [];
    for (const world of open) {
      const from = nameOf(world);
      for (const move of moves(world, take, bounds)) {
        steps++;
        for (const [rule, look] of ofSteps) ways.note(rule, look(move, world), from, move);
        if (isIdle(move, world)) continue;
        const reached = plain(move.next);
        if (!ways.isNew(nameOf(reached), from, move)) continue;
        for (const [rule, look] of ofWorlds) ways.note(rule, look(reached), from, move);
        next.push(reached);
      }
    }
    open = next;
  }
  return { worlds: ways.size, steps, broken: ways.broken };
}

/** Most of what is heard, or seen again, changes nothing. */
function isIdle({ event, step, who }: Move, { actors }: World): boolean {
  const isSame = step && step.state === actors[who]?.state && !step.effects.length;
  return !!isSame && (event?.type === 'noted' || event?.type === 'seen');
}

/** How each world was reached first, and what was wrong on the way. */
class Ways {
  readonly broken = new Map<string, string>();
  readonly #from = new Map<string, { from: string; by: string }>();

  constructor(start: string) {
    this.#from.set(start, { from: '', by: '' });
  }

  get size(): number {
    return this.#from.size;
  }

  isNew(name: string, from: string, { who, name: by }: Move): boolean {
    if (this.#from.has(name)) return false;
    this.#from.set(name, { from, by: who < 0 ? by : `${'AB'[who]} ${by}` });
    return true;
  }

  note(rule: string, wrong: string | undefined, from: string, { who, name }: Move): void {
    if (!wrong || this.broken.has(rule)) return;
    const way: string[] = [`${'AB'[who] ?? ''} ${name}: ${wrong}`];
    for (let at = this.#from.get(from); at?.by; at = this.#from.get(at.from)) way.unshift(at.by);
    this.broken.set(rule, way.join(' → '));
  }
}
