import type { Count } from '../support/count.js';
import type { Run, Step } from './step.js';

/** What stands for a step at the end of a turn, and what of it held the second time alone. */
export interface SecondTry {
  readonly count: Count;
  readonly heldThen: readonly string[];
}

/**
 * Runs the portions of a step that failed once more, with nothing beside them: on a machine that is busy, a place is kept
 * waiting by its neighbour longer than a browser waits for it. What fails then has failed; so has what cannot be told apart.
 */
export async function tryAgain(step: Step, first: Count, run: Run): Promise<SecondTry> {
  const { failedPortions = [] } = first;
  const isAgain = (portion: string) => failedPortions.includes(portion);
  const again = failedPortions.length ? await step.run({ ...run, has: isAgain }) : undefined;
  // What has tried nothing, or cannot tell what failed, shows nothing.
  const isTelling = again?.passed && (!again.failed || again.failedPortions?.length);
  if (!isTelling) return { count: first, heldThen: [] };
  const { failed, failures = [], failedPortions: stillFailing = [] } = again;
  const passed = first.passed + Math.max(0, first.failed - failed);
  return {
    count: { ...first, passed, failed, failures },
    heldThen: failedPortions.filter((portion) => !stillFailing.includes(portion)),
  };
}
