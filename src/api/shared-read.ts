import type { World } from '../platform/world.js';
import { ConnectError } from './errors.js';
import { request, type Access, type AnswerDialect } from './http.js';

/** Where, as whom and through what to ask. */
export interface Api {
  /** Absolute base without a slash at its end. */
  readonly url: string;
  readonly access: Access;
  readonly world: World;
  readonly dialect: Partial<AnswerDialect>;
}

/** What a caller adds to one call. */
export interface CallOptions {
  signal: AbortSignal;
  onWait?: ((seconds: number) => void) | undefined;
  /** Asks by itself: a request that began before something was done would tell of before. */
  isFresh?: boolean | undefined;
  /** Nobody asked for it: never tried again, and not sent at all for a minute after any 429. */
  isUnasked?: boolean | undefined;
  /** Never tried again: whoever asks goes on without an answer. */
  isOnce?: boolean | undefined;
}

interface Flight {
  /** What is asked, by whom, and whether it gives up at once. */
  readonly key: string;
  readonly answer: Promise<unknown>;
  readonly users: Set<CallOptions>;
  readonly controller: AbortController;
}

const flights = new Map<string, Flight>();

/**
 * A GET, shared by everyone who asks the same at the same time. Each may leave by its own signal; the
 * request is aborted when the last has gone.
 */
export async function read(api: Api, path: string, options: CallOptions): Promise<unknown> {
  const { signal, isFresh, isUnasked, isOnce } = options;
  signal.throwIfAborted();
  const url = api.url + path;
  const asked = `${api.access.id} ${url}`;
  const once = `${asked} once`;
  const givesUp = isUnasked || isOnce;
  const known = isFresh ? undefined : flights.get(asked);
  if (known) return join(known, options);
  const brief = isFresh ? undefined : flights.get(once);
  if (!brief) return join(takeOff(givesUp ? once : asked, url, api, options), options);
  if (givesUp) return join(brief, options);
  try {
    return await join(brief, options);
  } catch (cause) {
    // What gives up at once has; whoever asks does not.
    if (!(cause instanceof ConnectError && cause.retryable)) throw cause;
    return read(api, path, options);
  }
}

function join(flight: Flight, options: CallOptions): Promise<unknown> {
  const { answer, users, controller } = flight;
  users.add(options);
  const leave = () => {
    users.delete(options);
    if (users.size) return;
    controller.abort();
    forget(flight);
  };
  return untilAborted(answer, options.signal, leave);
}

/** Nobody who leaves waits for what others still wait for; a signal that lives on keeps nothing of this. */
async function untilAborted<Answer>(
  answer: Promise<Answer>,
  signal: AbortSignal,
  leave: () => void,
): Promise<Answer> {
  let onAbort = () => {};
  const left = new Promise<never>((_, reject) => {
    onAbort = () => {
      leave();
      reject(signal.reason);
    };
  });
  signal.addEventListener('abort', onAbort);
  try {
    return await Promise.race([answer, left]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function takeOff(
  key: string,
  url: string,
  api: Api,
  { isFresh, isUnasked, isOnce }: CallOptions,
): Flight {
  const users = new Set<CallOptions>();
  const controller = new AbortController();
  const { signal } = controller;
  const onWait = (seconds: number) => users.forEach((user) => user.onWait?.(seconds));
  const how = { signal, onWait, isFresh, isUnasked, isOnce };
  const answer = request({ ...api, ...how, method: 'GET', url });
  const flight: Flight = { key, answer: answer.finally(() => forget(flight)), users, controller };
  flights.set(key, flight);
  return flight;
}

/** Nobody who asks from now on gets an answer to what was asked before. */
export function forgetReads(): void {
  flights.clear();
}

/** A newer one may have taken its place. */
function forget(flight: Flight): void {
  if (flights.get(flight.key) === flight) flights.delete(flight.key);
}

/** What changes something; never sent twice by us, but after a 401. */
export type WriteMethod = 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A change, sent once. */
export function write(
  api: Api,
  method: WriteMethod,
  path: string,
  body: object,
  options: CallOptions,
): Promise<unknown> {
  return request({ ...api, ...options, method, url: api.url + path, body });
}
