import { availableParallelism } from 'node:os';
import { leavesNoTrace, nodeTestsIn, testsBelow, triesPart } from '../support/test-files.js';
import { alone, dealt, nodeTests } from './node-tests.js';
import type { Run, Step } from './step.js';

type Work = Pick<Step, 'portions' | 'run'>;

/** What waits for servers and pages more than it computes. */
export const waiting = Math.max(2, availableParallelism() - 1);

/** So many files in one process that its start weighs little, and so few that the last is not waited for. */
const few = 6;

/**
 * Files of folders of `test`: those of `npm test`, and of the others those whose turn it is. A file that tries a
 * part in `npm test` has a turn too, whole.
 */
export function folders(names: readonly string[], atOnce = 1): Work {
  const found = names.map(nodeTestsIn);
  const usual = found.flatMap((one) => one.usual);
  const long = found.flatMap((one) => one.long);
  const whole = [...long, ...usual.filter(triesPart)];
  const run = (run: Run) => {
    const apart = [...usual, ...long].filter((file) => run.has(file) && whole.includes(file));
    const others = run.extent === 'turn' ? [] : usual.filter((file) => !apart.includes(file));
    const shared = others.filter(leavesNoTrace);
    const single = [...others.filter((file) => !shared.includes(file)), ...apart];
    const groups = [...dealt(shared, Math.ceil(shared.length / few)), ...single.map(alone)];
    return nodeTests({ groups, atOnce }, run);
  };
  return whole.length ? { portions: () => whole, run } : { run };
}

/** A folder whose files try a part in `npm test`, and all of it where it is their turn. */
export function sampled(name: string): Work {
  const { usual } = nodeTestsIn(name);
  const run = (run: Run) => nodeTests({ groups: usual.map(alone), atOnce: 1 }, run);
  return { portions: () => [name], run };
}

/** Rules that stand beside their unit. */
export function rules(run: Run) {
  const units = testsBelow('src');
  const shared = units.filter(leavesNoTrace);
  const apart = units.filter((file) => !shared.includes(file));
  const atOnce = availableParallelism();
  const groups = [...testsBelow('test/walk').map(alone), ...dealt(shared, atOnce)];
  return nodeTests({ groups: [...groups, ...apart.map(alone)], atOnce }, run);
}
