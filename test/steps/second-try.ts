import type { Count } from '../support/count.js';
import type { Run, Step } from './step.js';

/** What stands for a step at the end of a turn, and what of it held the second time alone. */
export interface SecondTry {
  readonly count: Count;
  readonly heldThen: readonly string[];
}

/**
 * Runs the portions of a step that failed once more, with nothing beside them: on a machine that is busy, a place is kept
 * waiting by its neighbour longer than a browser waits for it. Only when each of them was tried and held, and nothing failed,
 * has nothing failed: else all stands as it was.
 */
export async function tryAgain(step: Step, first: Count, run: Run): Promise<SecondTry> {
  const { failedPortions = [] } = first;
  if (!failedPortions.length) return { count: first, heldThen: [] };
  const isAgain = (portion: string) => failedPortions.includes(portion);
  const { failed, heldPortions = [] } = await step.run({ ...run, has: isAgain });
  const heldThen = failedPortions.filter((portion) => heldPortions.includes(portion));
  if (failed || heldThen.length < failedPortions.length) return { count: first, heldThen };
  const passed = first.passed + first.failed;
  return { count: { ...first, passed, failed: 0, failures: [] }, heldThen };
}
