import { platform } from '../platform/platform.js';

/** Seconds before each question, for what a server may be late to know. */
export const growingPauses = [0, 2, 4, 8, 16];

/**
 * Asks until the answer is yes, with a pause before each question.
 *
 * @param tell Called with the whole seconds that are left, once a second and before each question.
 * @returns the last answer. Rejects with the signal's reason when it aborts.
 */
export async function askAgain(
  pauses: readonly number[],
  signal: AbortSignal,
  tell: (seconds: number, pause: number) => void,
  ask: () => Promise<boolean>,
): Promise<boolean> {
  for (const pause of pauses) {
    for (let seconds = pause; seconds >= 0; seconds--) {
      tell(seconds, pause);
      if (seconds) await platform.wait(1000);
      signal.throwIfAborted();
    }
    const answer = await ask();
    signal.throwIfAborted();
    if (answer) return true;
  }
  return false;
}
