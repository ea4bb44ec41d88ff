/** Who can wait, and knows whether somebody may be looking. */
export interface Clock {
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<unknown>;
  /** Whether somebody may be looking at the page. */
  isSeen(): boolean;
}

/**
 * Counts the seconds in which the page is seen.
 *
 * @param tell Called with how many are left, once a second.
 */
export async function pass(
  clock: Clock,
  seconds: number,
  signal: AbortSignal,
  tell?: (left: number) => void,
): Promise<void> {
  for (let left = seconds; left > 0 && !signal.aborted;) {
    tell?.(left);
    await clock.wait(1000);
    if (clock.isSeen()) left--;
  }
}
