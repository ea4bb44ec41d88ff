import type { ConnectSettings } from './settings.js';

/** Notices when the token that a site gives takes the place of another, and so may be another reader's. */
export class GivenToken {
  #last: string | undefined;

  /** Whether it is another than before. Where the site says who has logged in, a token is renewed for the same reader. */
  takeUp({ token, subscriber }: ConnectSettings): boolean {
    const last = this.#last;
    this.#last = token ?? last;
    return subscriber === undefined && last !== undefined && this.#last !== last;
  }
}
