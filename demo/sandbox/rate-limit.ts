const windowMs = 60_000;
const limit = 2000;

/** Counts requests a minute for the headers. It refuses none; a fault does that. */
export class RateLimit {
  #windowStart = 0;
  #count = 0;

  /** Counts one request. */
  headers(): Record<string, string> {
    const now = Date.now();
    if (now - this.#windowStart >= windowMs) {
      this.#windowStart = now;
      this.#count = 0;
    }
    this.#count += 1;
    const secondsLeft = Math.ceil((this.#windowStart + windowMs - now) / 1000);
    return {
      'X-RateLimit-Remaining': `${Math.max(0, limit - this.#count)}`,
      'X-RateLimit-Reset': `${secondsLeft}`,
    };
  }
}
