import { configError, ConnectError } from '../api/errors.js';
import { inTime } from '../platform/in-time.js';

/** A file that most pages never need, and that lies beside the elements. */
export function loaded<Module>(file: Promise<Module>): Promise<Module> {
  return inTime(file).catch(() => {
    throw notLoaded(false);
  });
}

/** @param isRefused By the page's Trusted Types. */
export function notLoaded(isRefused: boolean): ConnectError {
  return isRefused
    ? configError('trusted-types', 'connect-elements')
    : new ConnectError('network', 'no answer');
}
