import type { ConnectErrorCode } from '../api/errors.js';

/**
 * What is said when the server was asked what is true and has said neither yes nor no. Why the question was refused
 * is not for the reader: what was asked for stays as it was.
 *
 * @param failure What went wrong, or `unclear` for an answer that cannot tell.
 */
export function checkKey(failure: ConnectErrorCode | 'unclear') {
  const isTold = failure === 'unauthorized' || failure === 'unclear';
  return `shared.check.${isTold ? failure : 'no-answer'}` as const;
}
