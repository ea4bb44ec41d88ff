interface Due {
  readonly at: number;
  readonly act: () => void;
  readonly timer: NodeJS.Timeout;
}

/** The sandbox's time: it goes by itself, and further when a test moves it. */
export class Clock {
  #ahead = 0;
  #due: readonly Due[] = [];

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Calls back after so many milliseconds, or at once when there are none. */
  later(ms: number, act: () => void): void {
    if (ms <= 0) return act();
    const timer = setTimeout(() => this.#run((one) => one.timer === timer), ms);
    this.#due = [...this.#due, { at: this.now() + ms, act, timer }];
  }

  /** As if so many milliseconds had gone by: what has become due is done, the first first. */
  advance(ms: number): void {
    this.#ahead += ms;
    this.#run(({ at }) => at <= this.now());
  }

  /** Nothing is waited for any more, and it is now. */
  clear(): void {
    for (const { timer } of this.#due) clearTimeout(timer);
    this.#due = [];
    this.#ahead = 0;
  }

  #run(isTime: (one: Due) => boolean): void {
    const ripe = this.#due.filter(isTime).sort((a, b) => a.at - b.at);
    this.#due = this.#due.filter((one) => !ripe.includes(one));
    for (const { timer, act } of ripe) {
      clearTimeout(timer);
      act();
    }
  }
}
