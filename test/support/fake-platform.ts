import { platform, type Platform } from '../../src/platform/platform.js';

/** The browser's own locks take a while; `useLocks` is for tests about other tabs. */
const free = () => Promise.resolve(() => {});
const alone = { lock: free, free: () => Promise.resolve() };
const original: Platform = { ...platform, ...alone };
Object.assign(platform, alone);

/** Replaces members of the platform until the end of the test. */
export function usePlatform(members: Partial<Platform>): void {
  Object.assign(platform, members);
}

/** One request that the fake server was sent. */
export interface Sent {
  method: string;
  url: string;
  /** Below the API's base address. */
  path: string;
  headers: Headers;
  body: unknown;
  init: RequestInit;
}

export type Reply = (sent: Sent) => Response | Promise<Response>;

export interface FakeServer {
  readonly sent: Sent[];
  /** Those that change something. */
  readonly writes: Sent[];
  /** How many requests there were, of one kind such as `GET /v1/x` or of all. */
  count(request?: string): number;
  /** Replaces what is answered from now on. */
  answer(request: string, ...replies: Reply[]): void;
}

export const apiBase = 'https://api.example/capi';

const unexpected: string[] = [];

/** Read before each payment: where a test says nothing of it, nothing is known of any invoice. */
const invoiceList = '/v1/customer/invoice/payment/';

/**
 * Answers by a table of `METHOD /path`; the replies to one request are given in order, the last again and
 * again. Any other request fails the test, but
 * for the list of invoices that is read before each payment.
 */
export function useServer(table: Record<string, Reply | Reply[]> = {}): FakeServer {
  const sent: Sent[] = [];
  const replies = new Map(
    Object.entries(table).map(([request, reply]) => [request, [reply].flat()]),
  );
  usePlatform({
    fetch: async (url, init) => {
      const { method = 'GET', body } = init;
      const path = url.startsWith(apiBase) ? url.slice(apiBase.length) : url;
      const one: Sent = {
        method,
        url,
        path,
        headers: new Headers(init.headers),
        body: typeof body === 'string' ? JSON.parse(body) : body,
        init,
      };
      sent.push(one);
      const queue = replies.get(`${method} ${path}`) ?? [];
      const reply = queue.length > 1 ? queue.shift() : queue[0];
      if (reply) return await reply(one);
      if (`${method} ${path}`.includes(invoiceList)) return await json({ invoices: [] })(one);
      unexpected.push(`${method} ${path}`);
      throw new TypeError('not in the table');
    },
  });
  return {
    sent,
    get writes() {
      return sent.filter(({ method }) => method !== 'GET');
    },
    count: (request) =>
      sent.filter(({ method, path }) => !request || request === `${method} ${path}`).length,
    answer: (request, ...next) => void replies.set(request, next),
  };
}

export function json(body: unknown, status = 200, headers: HeadersInit = {}): Reply {
  return text(JSON.stringify(body), 'application/json', status, headers);
}

export function page(status = 200): Reply {
  return text('<!doctype html><title>Oops</title>', 'text/html', status);
}

export function xml(status = 200): Reply {
  return text('<?xml version="1.0"?><a><success>true</success></a>', 'application/xml', status);
}

export function text(body: string, type: string, status = 200, headers: HeadersInit = {}): Reply {
  return () => new Response(body, { status, headers: { 'Content-Type': type, ...headers } });
}

export const unauthorized = json({ error: 'invalid_token', error_description: 'expired' }, 401);

export function rateLimited(headers: HeadersInit = {}): Reply {
  return json({ errorMessage: 'slow down' }, 429, headers);
}

export const networkError: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

/** Never answers, but ends with the request's signal as `fetch` does. */
export const hang: Reply = ({ init: { signal } }) =>
  new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

/** Answers with `reply` once it is released; ends with the request's signal, too. */
export function held(reply: Reply): { reply: Reply; release: () => void } {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  return {
    release: () => release(),
    reply: (sent) => Promise.race([released.then(() => reply(sent)), hang(sent)]),
  };
}

/** Records navigations instead of leaving the page. */
export function useNavigation(): { url: string; target: string }[] {
  const navigations: { url: string; target: string }[] = [];
  usePlatform({ navigate: (url, target) => void navigations.push({ url, target }) });
  return navigations;
}

/** An address bar of our own; gives what stands in it. */
export function useAddress(start: string): () => string {
  let address = start;
  usePlatform({ href: () => address, replaceAddress: (url) => void (address = url) });
  return () => address;
}

/** Pauses, which are counted by the second, take no time, but are recorded; limits are never reached. */
export function useWaits(): number[] {
  const waits: number[] = [];
  usePlatform({
    wait: (ms) => (ms > 1000 ? new Promise(() => {}) : Promise.resolve(waits.push(ms))),
  });
  return waits;
}

/** Storage of this test alone. */
export function useStore(): Map<string, string> {
  const entries = new Map<string, string>();
  usePlatform({
    store: (key, value) => {
      if (value) entries.set(key, value);
      else if (value != null) entries.delete(key);
      return entries.get(key) ?? null;
    },
  });
  return entries;
}

/** What another tab holds; gives what lets go of it. */
export function useLocks(): { take(name: string): () => void } {
  const taken = new Map<string, Promise<void>>();
  const take = (name: string) => {
    let letGo = () => {};
    const freed = new Promise<void>((resolve) => (letGo = resolve));
    taken.set(name, freed);
    return () => {
      if (taken.get(name) === freed) taken.delete(name);
      letGo();
    };
  };
  usePlatform({
    lock: (name) => Promise.resolve(taken.has(name) ? undefined : take(name)),
    free: async (name, onHeld) => {
      if (!taken.has(name)) return;
      onHeld();
      await taken.get(name);
    },
  });
  return { take };
}

/** Records what is said in the console instead of saying it. */
export function useWarnings(): string[] {
  const warnings: string[] = [];
  console.warn = (...parts: unknown[]) => void warnings.push(parts.join(' '));
  return warnings;
}

const warn = console.warn;

/** Long enough for whatever needs no time to have happened. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Polls quickly. */
export async function until(holds: () => unknown, what = 'the condition holds'): Promise<void> {
  const end = performance.now() + 8000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

/**
 * Everything as it was before the test.
 *
 * @throws {Error} When a request was made that the test did not expect.
 */
export function restorePlatform(): void {
  Object.assign(platform, original);
  console.warn = warn;
  const requests = unexpected.splice(0).join(', ');
  if (requests) throw new Error(`requests that the test did not expect: ${requests}`);
}
