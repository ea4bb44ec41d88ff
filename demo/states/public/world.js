// The world of one page: a clock that stands, and storage and locks of its own, so that pages which are
// open side by side do not hear of each other.

/** Where nothing is kept, and nobody listens. */
class OwnStorage {
  #entries = new Map();
  getItem = (key) => this.#entries.get(key) ?? null;
  setItem = (key, value) => void this.#entries.set(key, value);
  removeItem = (key) => void this.#entries.delete(key);
}

/** Lets time stand at `now`; waits are over at once, or never when `waits` is set. */
export function stopClock(now, waits) {
  const { setTimeout } = window;
  Date.now = () => now;
  AbortSignal.timeout = () => new AbortController().signal;
  window.setTimeout = (work, ms = 0, ...rest) =>
    waits && ms > 100 ? 0 : setTimeout(work, 0, ...rest);
  /** From then on what the reader does takes its time. */
  return () => (window.setTimeout = setTimeout);
}

export function ownStorage() {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { value: new OwnStorage() });
  }
}

export function ownLocks() {
  const { locks } = navigator;
  const request = locks.request.bind(locks);
  const own = crypto.randomUUID();
  locks.request = (name, ...rest) => request(`${own} ${name}`, ...rest);
}

/** Resolves when the lock is taken; it stays taken as long as the page is there. */
export function holdLock(name) {
  return new Promise((resolve) => {
    navigator.locks.request(name, () => new Promise(() => resolve()));
  });
}

/** Keeps back the answers that never come. */
export function holdAnswers() {
  const { fetch } = window;
  window.fetch = async (url, init) => {
    const answer = await fetch(url, init);
    if (!answer.headers.has('X-Held')) return answer;
    return new Promise((_, reject) => {
      init.signal.addEventListener('abort', () => reject(init.signal.reason));
    });
  };
}

/** A frame leaves the focus to the page around it. */
export function leaveFocus() {
  if (window.top === window) return;
  document.documentElement.dataset.framed = '';
  HTMLElement.prototype.focus = () => {};
}
