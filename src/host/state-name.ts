/** What a style sheet can match with `:state()`. */
export type StateName =
  'loading' | 'ready' | 'empty' | 'submitting' | 'redirecting' | 'settled' | 'failed';

/** Whether something is awaited while it lasts. */
export function isAwaiting(state: StateName): boolean {
  return state === 'loading' || state === 'submitting' || state === 'redirecting';
}
