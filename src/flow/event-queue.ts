/** Hands events on one by one: what is sent while one is taken comes after it. */
export class EventQueue<Event> {
  readonly #take: (event: Event) => void;
  readonly #events: Event[] = [];
  #isTaking = false;

  constructor(take: (event: Event) => void) {
    this.#take = take;
  }

  /** @returns false when another event is being taken, which sees to this one. */
  send(event: Event): boolean {
    this.#events.push(event);
    if (this.#isTaking) return false;
    this.#isTaking = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) this.#take(next);
    } finally {
      this.#isTaking = false;
    }
    return true;
  }
}
