/** What a style sheet can match with `:state()`. */
export type StateName =
  'loading' | 'ready' | 'empty' | 'submitting' | 'redirecting' | 'settled' | 'failed';

/** Whether something is awaited while it lasts. */
export function isAwaiting(state: StateName): boolean {
  return state === 'loading' || state === 'submitting' || state === 'redirecting';
}

/**
 * Says it to style sheets. Engines from before `:state()` refuse names without two dashes, or have none: the
 * element does its work there all the same.
 */
export function showState(states: Set<string> | undefined, name: StateName): void {
  try {
    states?.clear();
    states?.add(name);
  } catch {
    states?.add(`--${name}`);
  }
}
