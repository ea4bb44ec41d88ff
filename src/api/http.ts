import type { World } from '../platform/world.js';
import { invalidResponse, isObject, text } from './decode.js';
import { ConnectError, type ConnectErrorCode } from './errors.js';

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
  dialect: AnswerDialect;
  signal: AbortSignal;
  /** Called once a second during a wait of over two seconds, with the whole seconds left. */
  onWait?: ((seconds: number) => void) | undefined;
}

const retries = 3;
/** A server that asks for more than this has gone away, as far as a waiting reader is concerned. */
const longestWait = 120_000;

/**
 * Sends a request by the house's policy and gives the decoded JSON, still unknown.
 *
 * A GET is tried again up to three times on network errors, 429 and 5xx. A POST or PATCH is never sent
 * twice, except after a 401, which says that it was not processed.
 *
 * @throws {ConnectError} any code but `declined`; or the signal's reason when it aborted.
 */
export async function request(options: HttpRequest): Promise<unknown> {
  const { access, method, world, signal, onWait } = options;
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
    let left = answer.retryAfter ?? 500 * 2 ** attempt * (0.5 + world.random());
    // A timeout has already cost the reader the whole deadline: it is theirs to repeat.
    const mayRetry = method === 'GET' && answer.retryable && answer.code !== 'timeout';
    if (!mayRetry || left > longestWait || attempt++ === retries) throw answer;
    for (; left > 0; left -= 1000) {
      onWait?.(left > 2000 ? Math.ceil(left / 1000) : 0);
      await world.wait(Math.min(left, 1000));
      signal.throwIfAborted();
    }
  }
}

async function send(options: HttpRequest, token: string | undefined): Promise<unknown> {
  const { method, url, body, world, signal } = options;
  const deadline = AbortSignal.timeout(world.deadline);
  const end = AbortSignal.any([signal, deadline]);
  // WebKit forgets a combined signal that only a request holds, which then never ends.
  end.onabort = () => {};
  try {
    const response = await world.fetch(url, {
      method,
      headers: {
        // ASSUMED: without it the API answers XML.
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body ? JSON.stringify(body, asItIs) : null,
      credentials: token ? 'omit' : 'same-origin',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: end,
    });
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
  { method, world, dialect }: HttpRequest,
  isQuoted: unknown,
) {
  // "Accepted" says all there is to say: such an answer may be empty.
  if (ok) return body ?? (status === 202 ? {} : invalidResponse('body'));
  const failed = method === 'GET' ? 'server' : 'in-doubt';
  const code = refusals[status] ?? (status < 500 ? 'bad-request' : failed);
  const told = isQuoted ? undefined : body;
  const said = dialect.errorMessage(told);
  const delay = dialect.retryAfter(headers, status, world.now());
  return new ConnectError(code, said || `HTTP ${status}`, status, delay, told);
}

const refusals: Readonly<Record<number, ConnectErrorCode>> = {
  401: 'unauthorized',
  429: 'rate-limited',
};

/** ASSUMED two bodies: the API's own, seen in clients, and OAuth's (RFC 6750 section 3). */
function errorMessage(body: unknown): string | undefined {
  return isObject(body) ? text(body['errorMessage']) || text(body['error_description']) : undefined;
}

/**
 * ASSUMED: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset` in seconds or epoch seconds.
 * The latter stands on every answer: only beside a 429 does it say when to come back.
 */
function serverDelay(headers: Headers, status: number, now: number): number | undefined {
  const reset = status === 429 && headers.get('X-RateLimit-Reset');
  const value = headers.get('Retry-After') ?? (reset || '');
  const ms = Number(value || NaN) * 1000;
  const delay = ms < 1e12 ? ms : (ms || Date.parse(value)) - now;
  return delay >= 0 ? delay : undefined;
}

/** What all vendors' answers are taken for. */
export const assumedAnswers: AnswerDialect = { errorMessage, retryAfter: serverDelay };
