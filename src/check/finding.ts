import type { Dialect } from '../api/connect/dialect.js';

/** What was found of one member of the dialect. */
export interface Finding {
  readonly member: keyof Dialect;
  /** `open`: what was read says nothing of it. */
  readonly verdict: 'held' | 'differs' | 'open';
  /** What was met, by names and types; never a value. */
  readonly met: string;
  /** The member that would fit, as JavaScript; absent when it is as assumed or nobody can say. */
  readonly source?: string | undefined;
}

/** One that holds, or one that differs. */
export function judged(
  member: keyof Dialect,
  isHeld: boolean,
  met: string,
  source: string | undefined,
): Finding {
  return isHeld ? { member, verdict: 'held', met } : { member, verdict: 'differs', met, source };
}

export function open(member: keyof Dialect, met: string): Finding {
  return { member, verdict: 'open', met };
}
