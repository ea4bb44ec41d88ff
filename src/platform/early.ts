/**
 * What the page's starter (`starter.js`) has begun to read with the HTML: its attributes, when it began, then each
 * request and its answer. An answer is the body of a success; nothing else is one.
 */
let begun: unknown[] = [];

/** Milliseconds, by the wall clock, from the starter's beginning. */
const freshFor = 10_000;

/** Who would ask now. */
export interface Asker {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly subscriber: string;
}

/** No script of the page finds a token there any more. */
function takeOver(): unknown[] {
  const found: unknown = Reflect.get(globalThis, 'connectEarly');
  if (!Array.isArray(found)) return begun;
  Reflect.deleteProperty(globalThis, 'connectEarly');
  return (begun = found);
}

/** By this a server tells one GET from another. */
function said({ url, credentials, headers }: Request): string {
  return JSON.stringify([url, credentials, ...headers]);
}

/** What the starter has begun, in the one place that knows of it. */
export const early = {
  /**
   * The answer to what the starter has begun to ask, once: where it asked exactly this, for the same reader, less than
   * ten seconds ago. Resolves to undefined where it came to nothing, or the signal aborts first.
   */
  take(url: string, init: RequestInit, { now, subscriber }: Asker): Promise<unknown> | undefined {
    const list = takeOver();
    if (!list.length) return undefined;
    const [dataset, since] = list;
    const age = now - Number(since);
    const isSame = dataset instanceof DOMStringMap && (dataset['subscriber'] ?? '') === subscriber;
    // A clock that was set back says nothing.
    if (!isSame || age < 0 || age >= freshFor) return undefined;
    const asked = said(new Request(url, init));
    const at = list.findIndex((one) => one instanceof Request && said(one) === asked);
    if (at < 0) return undefined;
    const [, answer] = list.splice(at, 2);
    const end = new Promise((resolve) => init.signal?.addEventListener('abort', resolve));
    return Promise.race([answer, end.then(() => undefined)]);
  },
  /** From now on every answer of before is too old, or another reader's. */
  forget(): void {
    takeOver();
    begun = [];
  },
};
