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
    const apart = whole.filter(run.has);
    const others = run.extent === 'turn' ? [] : usual.filter((file) => !apart.includes(file));
    const groups = [...grouped(others, Math.ceil(others.length / few)), ...apart.map(alone)];
    return nodeTests({ groups, atOnce }, run);
  };
  return whole.length ? { portions: () => whole, run } : { run };
}

/** What may share a process in at most so many groups; the rest of them by themselves. */
function grouped(files: readonly string[], count: number) {
  const shared = files.filter(leavesNoTrace);
  const apart = files.filter((file) => !shared.includes(file));
  return [...dealt(shared, count), ...apart.map(alone)];
}

/** A folder whose files try a part in `npm test`, and all of it where it is their turn. */
export function sampled(name: string): Work {
  const { usual } = nodeTestsIn(name);
  const run = (run: Run) => nodeTests({ groups: usual.map(alone), atOnce: 1 }, run);
  return { portions: () => [name], run };
}

/** Rules that stand beside their unit. */
export function rules(run: Run) {
  const atOnce = availableParallelism();
  const groups = [...testsBelow('test/walk').map(alone), ...grouped(testsBelow('src'), atOnce)];
  return nodeTests({ groups, atOnce }, run);
}
