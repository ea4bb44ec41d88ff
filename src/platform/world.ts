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
  /** Milliseconds that a request, or a token, may take. */
  deadline: number;
}

export const world: World = {
  fetch: (url, init) => fetch(url, init),
  now: () => Date.now(),
  random: () => Math.random(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  deadline: 20_000,
};
