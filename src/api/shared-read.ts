import { request, type Access } from './http.js';

/** Where and as whom to ask. */
export interface Api {
  /** Absolute base without a slash at its end. */
  readonly url: string;
  readonly access: Access;
}

/** What a caller adds to one call. */
export interface CallOptions {
  signal: AbortSignal;
  onWait?: (seconds: number) => void;
  /** Asks by itself: a request that began before something was done would tell of before. */
  isFresh?: boolean;
  /** Nobody asked for it: never tried again, and not sent at all for a minute after any 429. */
  isUnasked?: boolean;
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
  const { isFresh, isUnasked } = options;
  const url = api.url + path;
  const asked = `${access.id} ${url}`;
  // Whoever asks does not join what gives up at once.
  const key = isUnasked ? `${asked} unasked` : asked;
  const open = isFresh ? undefined : (flights.get(asked) ?? flights.get(key));
  const flight = open ?? takeOff(key, url, access, isUnasked);
  const { answer, users, controller } = flight;
  users.add(options);
  options.signal.addEventListener('abort', () => {
    users.delete(options);
    if (users.size) return;
    controller.abort();
    forget(key, flight);
    forget(asked, flight);
  });
  const body = await answer;
  options.signal.throwIfAborted();
  return body;
}

function takeOff(key: string, url: string, access: Access, isUnasked?: boolean): Flight {
  const users = new Set<CallOptions>();
  const controller = new AbortController();
  const { signal } = controller;
  const onWait = (seconds: number) => users.forEach((user) => user.onWait?.(seconds));
  const answer = request({ method: 'GET', url, access, signal, onWait, isUnasked });
  const flight: Flight = { answer: answer.finally(() => forget(key, flight)), users, controller };
  flights.set(key, flight);
  return flight;
}

/** A newer one may have taken its place. */
function forget(key: string, flight: Flight): void {
  if (flights.get(key) === flight) flights.delete(key);
}

/** A POST or PATCH, sent once. */
export function write(
  api: Api,
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
  options: CallOptions,
): Promise<unknown> {
  return request({ method, url: api.url + path, access: api.access, body, ...options });
}
