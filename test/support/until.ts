import { skipLine } from './skips.js';

/** Until when a run may begin something, as milliseconds since 1970: `UNTIL`; for ever without it. */
export function isLate(): boolean {
  return Date.now() > Number(process.env['UNTIL'] ?? Infinity);
}

/** The line about what is not begun any more. */
export const lateLine = (what: string) => skipLine(what, 'The time of this run was over.');
