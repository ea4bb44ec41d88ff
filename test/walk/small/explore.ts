/** Something that may happen next in a world. */
export interface Move<World> {
  readonly name: string;
  readonly next: World;
}

/** A small machine with all that may happen around it, and what has to hold of it, by what that is called. */
export interface Model<World, Step extends Move<World>> {
  readonly begin: World;
  moves(world: World): readonly Step[];
  /** Worlds that have the same future have the same name. */
  nameOf(world: World): string;
  /** Whether nothing is under way. */
  isAtRest(world: World): boolean;
  /** Says what is wrong with a step, or nothing. */
  readonly steps: Readonly<Record<string, (move: Step, before: World) => string | undefined>>;
  /** Says what is wrong with a world, or nothing. */
  readonly worlds: Readonly<Record<string, (world: World) => string | undefined>>;
}

export interface Explored {
  /** Different worlds that were reached. */
  readonly worlds: number;
  /** Moves that were taken. */
  readonly steps: number;
  /** What did not hold, each with the shortest way there. */
  readonly broken: ReadonlyMap<string, string>;
}

/** Of the graph of all worlds, and of no world or step alone. */
export const comesToRest = 'from every state one can come to rest';

/** Takes every move in every world that can be reached, and holds each rule against each. */
export function explore<World, Step extends Move<World>>(model: Model<World, Step>): Explored {
  const start = model.nameOf(model.begin);
  const way = new Map<string, readonly string[]>([[start, []]]);
  const into = new Map<string, string[]>();
  const resting: string[] = model.isAtRest(model.begin) ? [start] : [];
  const broken = new Map<string, string>();
  let steps = 0;
  const note = (rule: string, wrong: string | undefined, how: readonly string[]) => {
    if (wrong && !broken.has(rule)) broken.set(rule, `${how.join(' → ')}: ${wrong}`);
  };
  for (let open = [model.begin]; open.length;) {
    const next: World[] = [];
    for (const world of open) {
      const from = model.nameOf(world);
      for (const move of model.moves(world)) {
        steps++;
        const how = [...(way.get(from) ?? []), move.name];
        for (const [rule, look] of Object.entries(model.steps)) note(rule, look(move, world), how);
        const to = model.nameOf(move.next);
        into.set(to, [...(into.get(to) ?? []), from]);
        if (way.has(to)) continue;
        way.set(to, how);
        for (const [rule, look] of Object.entries(model.worlds)) note(rule, look(move.next), how);
        if (model.isAtRest(move.next)) resting.push(to);
        next.push(move.next);
      }
    }
    open = next;
  }
  const saved = comingTo(resting, into);
  const stuck = [...way].find(([name]) => !saved.has(name));
  note(comesToRest, stuck && 'nothing leads to rest', stuck?.[1] ?? []);
  return { worlds: way.size, steps, broken };
}

/** Every world from which a way leads to one of these. */
function comingTo(
  goals: readonly string[],
  into: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set(goals);
  for (const name of found) for (const from of into.get(name) ?? []) found.add(from);
  return found;
}
