/**
 * As much of the seam as a request needs, without a page: a worker and Node have it too. Who makes a client
 * may bring their own; the elements bring the page's, `platform`.
 */
export interface World {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Epoch milliseconds. */
  now(): number;
  /** 0 to 1, for jitter. */
  random(): number;
  /** Resolves after `ms`. */
  wait(ms: number): Promise<unknown>;
  /** Whether an address is of the page's own origin, or the worker's; never where there is neither. */
  isSameOrigin(url: string): boolean;
  /** Milliseconds that a request, or a token, may take. */
  deadline: number;
  /** What was begun before there was anybody to ask; a page alone has it. */
  readonly early?: {
    /** The body of the answer to what would be asked now; undefined where that was not begun, or came to nothing. */
    take(
      url: string,
      init: RequestInit,
      asker: { readonly now: number; readonly subscriber: string },
    ): Promise<unknown> | undefined;
    /** Whatever was begun before is too old from now on, or another reader's. */
    forget(): void;
  };
}

export const world: World = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  // Without an origin of its own a page's is the text `null`; in Node there is none.
  isSameOrigin: (url) => new URL(url).origin === globalThis.origin,
  deadline: 20_000,
};
