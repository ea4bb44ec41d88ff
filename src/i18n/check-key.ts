import type { ConnectErrorCode } from '../api/errors.js';

/**
 * What is said when the server was asked what is true and has said neither yes nor no. Why the question was refused
 * is not for the reader: what was asked for stays as it was.
 *
 * @param failure What went wrong, or which answer it was that cannot tell.
 */
export function checkKey(failure: ConnectErrorCode | 'as-before' | 'unclear') {
  switch (failure) {
    case 'unauthorized':
    case 'unclear':
    case 'as-before':
      return `shared.check.${failure}` as const;
    default:
      return 'shared.check.no-answer';
  }
}
