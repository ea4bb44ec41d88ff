/** Who can wait, and knows whether somebody may be looking. */
export interface Clock {
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<unknown>;
  /** Whether somebody may be looking at the page. */
  isSeen(): boolean;
}

/** What a runner asks, watches or waits for; only the last of it counts. */
export class Pending {
  readonly #clock: Clock;
  readonly #changed: () => void;
  #controller = new AbortController();
  #secondsLeft = 0;

  /** @param changed The seconds that are left are others. */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Aborts when something else is asked, or nothing any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whole seconds until it goes on; 0 when none are known. */
  get secondsLeft(): number {
    return this.#secondsLeft;
  }

  /** Ends whatever there is. Gives the signal of what begins now. */
  renew(): AbortSignal {
    this.#controller.abort();
    this.#secondsLeft = 0;
    return (this.#controller = new AbortController()).signal;
  }

  /** Nothing is left to wait for, which whoever says it tells. */
  settle(): void {
    this.#secondsLeft = 0;
  }

  show(seconds: number): void {
    this.#secondsLeft = seconds;
    this.#changed();
  }

  /** Counts the seconds in which the page is seen, until something else begins. */
  async pass(seconds: number, signal: AbortSignal, isShown = true): Promise<void> {
    for (let left = seconds; left > 0 && !signal.aborted;) {
      if (isShown) this.show(left);
      await this.#clock.wait(1000);
      if (this.#clock.isSeen()) left--;
    }
  }
}
