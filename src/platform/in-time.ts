import { platform } from './platform.js';

/** Rejects once a file has had the time of a request: a browser waits for one that never answers. */
export function overdue(): Promise<never> {
  return new Promise((_, reject) => {
    AbortSignal.timeout(platform.deadline).onabort = reject;
  });
}
