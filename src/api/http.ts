import type { World } from '../platform/world.js';
import { invalidResponse, isObject, text } from './decode.js';
import { ConnectError, type ConnectErrorCode } from './errors.js';
import { resting } from './resting.js';

/** For a request that changes something: aborting it would leave its fate unknown. */
export const never = new AbortController().signal;

/** How requests prove who the subscriber is. */
export interface Access {
  /** Tells accesses apart, so that one subscriber never gets the answer to another's request. */
  readonly id: string;
  /**
   * The token to send; absent in proxy mode, where the site's cookies go along instead.
   * `rejected` is a token that the server has refused: the answer must then be a newer one.
   */
  token?(rejected?: string): Promise<string>;
  /** What the site calls the subscriber, where it does. */
  readonly subscriber?: string | undefined;
}

/** How a server says what went wrong, and when to come back; undefined where it does not. */
export interface AnswerDialect {
  readonly errorMessage: (body: unknown) => string | undefined;
  /** Milliseconds. `now` is epoch milliseconds. */
  readonly retryAfter: (headers: Headers, status: number, now: number) => number | undefined;
}

export interface HttpRequest {
  /** `GET`, `POST` and `PATCH` of ours; whatever an operation lists. */
  method: string;
  /** Absolute. */
  url: string;
  body?: object | undefined;
  access: Access;
  /** What it goes through. */
  world: World;
  /** How its answers are read. */
  dialect: Partial<AnswerDialect>;
  signal: AbortSignal;
  /** Called once a second during a wait of over two seconds, with the whole seconds left; with 0 when it is over. */
  onWait?: ((seconds: number) => void) | undefined;
  /** A read that nobody asked for: it is never tried again, and rests for a minute after any 429. */
  isUnasked?: boolean | undefined;
  /** It is never tried again: whoever asks goes on without an answer. */
  isOnce?: boolean | undefined;
  /** No answer will do that was begun before now. */
  isFresh?: boolean | undefined;
}

const retries = 3;
/** A server that asks for more than this has gone away, as far as a waiting reader is concerned. */
const longestWait = 120_000;
/**
 * Milliseconds before another try of what failed by itself, and of a 429 that does not say when to come back;
 * each doubles with every try. The vendor counts by the minute, for all readers of the site together, so that
 * three tries are spread over more than one.
 */
const pauses = { failed: 500, limited: 10_000 };
/** Milliseconds that what nobody asked for keeps away after any 429: the minute that the vendor counts by. */
const rest = 60_000;

/**
 * Sends a request by the house's policy and gives the decoded JSON, still unknown.
 *
 * A GET is tried again up to three times on network errors, 429 and 5xx. A POST or PATCH is never sent
 * twice, except after a 401, which says that it was not processed.
 *
 * @throws {ConnectError} any code but `declined`; or the signal's reason when it aborted.
 */
export async function request(options: HttpRequest): Promise<unknown> {
  const { access, method, world, signal, onWait, isUnasked, isOnce } = options;
  const left = resting.until - world.now();
  // A clock that was set back would make more of it.
  if (isUnasked && left > 0 && left <= rest) {
    throw new ConnectError('rate-limited', 'resting after a 429', undefined, left);
  }
  let token = await access.token?.();
  let renewed = false;
  for (let attempt = 0; ;) {
    signal.throwIfAborted();
    const answer = await send(options, token);
    // One that changes something tells what became of it: given up, its fate is in doubt.
    if (method === 'GET') signal.throwIfAborted();
    if (!(answer instanceof ConnectError)) return answer;
    if (answer.status === 401 && token && !renewed) {
      renewed = true;
      token = await access.token?.(token);
      continue;
    }
    const isLimited = answer.code === 'rate-limited';
    if (isLimited) resting.until = world.now() + rest;
    const pause = (isLimited ? pauses.limited : pauses.failed) * 2 ** attempt;
    let left = answer.retryAfter ?? pause * (0.5 + world.random());
    // A timeout has already cost the reader the whole deadline: it is theirs to repeat.
    const isLasting = answer.code === 'timeout' || isUnasked || isOnce;
    const mayRetry = method === 'GET' && answer.retryable && !isLasting;
    if (!mayRetry || left > longestWait || attempt++ === retries) throw answer;
    // Told to its end: whoever would ask meanwhile waits for it too.
    const isTold = left > 2000;
    for (; left > 0; left -= 1000) {
      if (isTold) onWait?.(Math.ceil(left / 1000));
      await world.wait(Math.min(left, 1000));
      signal.throwIfAborted();
    }
    onWait?.(0);
  }
}

async function send(options: HttpRequest, token: string | undefined): Promise<unknown> {
  const { method, url, world, signal, access, isFresh } = options;
  const deadline = AbortSignal.timeout(world.deadline);
  const end = AbortSignal.any([signal, deadline]);
  // WebKit forgets a combined signal that only a request holds, which then never ends.
  end.onabort = () => {};
  try {
    const init = initOf(options, token, end);
    // What was read before something is changed, or asked for anew, is too old.
    if (method !== 'GET' || isFresh) world.early?.forget();
    const asker = { now: world.now(), subscriber: access.subscriber ?? '' };
    const begun = world.early?.take(url, init, asker);
    const known = begun && (await begun);
    if (known) return known;
    const response = await world.fetch(url, init);
    if (isRedirect(response)) return redirected(options);
    const answer = await response.text();
    // Not by the page's `JSON.parse`, which may make something else than JSON of it.
    const json: unknown = await new Response(answer).json().catch(() => undefined);
    // A server that quotes the token, or a part of it, must not get it into a log through us.
    const isQuoted = !response.ok && token && pieces(token).some((piece) => answer.includes(piece));
    return judge(response, json, options, isQuoted);
  } catch {
    const code = deadline.aborted ? 'timeout' : 'network';
    return new ConnectError(method === 'GET' ? code : 'in-doubt', 'no answer');
  }
}

function initOf(
  { method, body }: HttpRequest,
  token: string | undefined,
  signal: AbortSignal,
): RequestInit {
  return {
    method,
    headers: {
      // ASSUMED: without it the API answers XML.
      Accept: 'application/json',
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    body: body ? JSON.stringify(body, asItIs) : null,
    credentials: token ? 'omit' : 'same-origin',
    // Followed, it would carry what was asked elsewhere; as an error it looks like a lost network.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal,
  };
}

/** A browser hides where to; elsewhere the status says it. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/**
 * Of the page's own origin a redirect is a session that has ended: it leads to a page to log in at. The API's
 * own has nothing to redirect to. What a POST has done before it was redirected nobody can say.
 */
function redirected({ method, url, world }: HttpRequest): ConnectError {
  const isOwn = world.isSameOrigin(url);
  console.warn(
    `connect-elements: a ${method} was redirected; ${isOwn ? 'has the session ended?' : 'it is not followed'}`,
  );
  const code = isOwn ? 'unauthorized' : 'invalid-response';
  return new ConnectError(method === 'GET' ? code : 'in-doubt', 'redirected');
}

/** Every run of six characters; a token that is shorter as a whole. */
function pieces(token: string): string[] {
  const starts = Math.max(token.length - 5, 1);
  return Array.from({ length: starts }, (_, start) => token.slice(start, start + 6));
}

/** A page may have a `toJSON` on its texts and lists (Prototype 1.6 has): what is sent is not for it to change. */
function asItIs(this: Readonly<Record<string, unknown>>, name: string): unknown {
  return this[name];
}

/** The decoded body of a success, or the error that the answer stands for. */
function judge(
  { ok, status, headers }: Response,
  body: unknown,
  { method, url, world, dialect }: HttpRequest,
  isQuoted: unknown,
) {
  // "Accepted" says all there is to say: such an answer may be empty.
  if (ok) return body ?? (status === 202 ? {} : invalidResponse('body'));
  const failed = method === 'GET' ? 'server' : 'in-doubt';
  const isEnded = endedSession.includes(status) && world.isSameOrigin(url);
  const refusal = isEnded ? 'unauthorized' : refusals[status];
  const code = refusal ?? (status < 500 ? 'bad-request' : failed);
  const told = isQuoted ? undefined : body;
  const { errorMessage = messageOf, retryAfter = serverDelay } = dialect;
  const said = text(errorMessage(told));
  const delay = retryAfter(headers, status, world.now());
  const wait = typeof delay === 'number' ? delay : undefined;
  return new ConnectError(code, said || `HTTP ${status}`, status, wait, told);
}

const refusals: Readonly<Record<number, ConnectErrorCode>> = {
  401: 'unauthorized',
  429: 'rate-limited',
};

/** By which a site's own framework says that a session has ended: Laravel (419) and IIS (440). Neither has done anything. */
const endedSession: readonly number[] = [419, 440];

/** ASSUMED two bodies: the API's own, seen in clients, and OAuth's (RFC 6750 section 3). */
function messageOf(body: unknown): string | undefined {
  return isObject(body) ? text(body['errorMessage']) || text(body['error_description']) : undefined;
}

/**
 * ASSUMED: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` in seconds, epoch seconds or epoch
 * milliseconds, which are told apart by their size. The latter stands on every answer: only beside a 429 does
 * it say when to come back. A moment is held against the answer's own `Date`, where that may be read: the
 * reader's clock may be wrong.
 */
function serverDelay(headers: Headers, status: number, clock: number): number | undefined {
  const told = Date.parse(headers.get('Date') ?? '');
  const now = Number.isNaN(told) ? clock : told;
  const after = headers.get('Retry-After');
  const reset = status === 429 ? headers.get('X-RateLimit-Reset') : null;
  const number = Number((after ?? reset) || NaN);
  let delay = number * 1000;
  if (number >= 1e12) delay = number - now;
  else if (number >= 1e9) delay = number * 1000 - now;
  else if (after && Number.isNaN(number)) delay = Date.parse(after) - now;
  return delay >= 0 ? delay : undefined;
}

/** What all vendors' answers are taken for. */
export const assumedAnswers: AnswerDialect = { errorMessage: messageOf, retryAfter: serverDelay };
