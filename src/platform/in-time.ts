import { platform } from './platform.js';

/** A file, which rejects once it has had the time of a request: a browser waits for one that never answers. */
export function inTime<Loaded>(file: Promise<Loaded>): Promise<Loaded> {
  const late = new Promise<never>((_, reject) => {
    AbortSignal.timeout(platform.deadline).onabort = reject;
  });
  return Promise.race([file, late]);
}
