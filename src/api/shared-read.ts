import type { World } from '../platform/world.js';
import { ConnectError } from './errors.js';
import { request, type Access, type AnswerDialect, type HttpRequest } from './http.js';

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
  onWait?: (seconds: number) => void;
  /** Asks by itself: a request that began before something was done would tell of before. */
  isFresh?: boolean;
  /** Nobody asked for it: never tried again, and not sent at all for a minute after any 429. */
  isUnasked?: boolean;
  /** Never tried again: whoever asks goes on without an answer. */
  isOnce?: boolean;
}

interface Flight {
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
  const { access } = api;
  const { signal, isFresh, isUnasked, isOnce } = options;
  signal.throwIfAborted();
  const url = api.url + path;
  const asked = `${access.id} ${url}`;
  const once = `${asked} once`;
  const givesUp = isUnasked || isOnce;
  const known = isFresh ? undefined : flights.get(asked);
  const brief = isFresh || known ? undefined : flights.get(once);
  if (brief && !givesUp) {
    try {
      return await join(brief, once, options);
    } catch (cause) {
      // What gives up at once has; whoever asks does not.
      if (!(cause instanceof ConnectError && cause.retryable)) throw cause;
      return read(api, path, options);
    }
  }
  const key = known || !givesUp ? asked : once;
  const flight = known ?? brief ?? takeOff(key, url, api, { isFresh, isUnasked, isOnce });
  return join(flight, key, options);
}

function join(flight: Flight, key: string, options: CallOptions): Promise<unknown> {
  const { answer, users, controller } = flight;
  users.add(options);
  const leave = () => {
    users.delete(options);
    if (users.size) return;
    controller.abort();
    forget(key, flight);
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
  { access, world, dialect }: Api,
  tries: Pick<HttpRequest, 'isFresh' | 'isUnasked' | 'isOnce'>,
): Flight {
  const users = new Set<CallOptions>();
  const controller = new AbortController();
  const { signal } = controller;
  const onWait = (seconds: number) => users.forEach((user) => user.onWait?.(seconds));
  const answer = request({
    ...{ method: 'GET', url, access, world, dialect },
    ...{ signal, onWait, ...tries },
  });
  const flight: Flight = { answer: answer.finally(() => forget(key, flight)), users, controller };
  flights.set(key, flight);
  return flight;
}

/** Nobody who asks from now on gets an answer to what was asked before. */
export function forgetReads(): void {
  flights.clear();
}

/** A newer one may have taken its place. */
function forget(key: string, flight: Flight): void {
  if (flights.get(key) === flight) flights.delete(key);
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
  const { access, world, dialect } = api;
  return request({ method, url: api.url + path, access, world, dialect, body, ...options });
}
