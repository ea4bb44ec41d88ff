import type { Told } from './events.js';
import type { JournalStore } from './journal.js';
import type { Clock } from './pending.js';
import type { Finding, Request } from './states.js';
import type { Subject, Transaction } from './transaction.js';

/** What a flow needs of the page that it runs on. */
export interface FlowPage extends JournalStore, Clock {
  /** 0 to 1. */
  random(): number;
  /**
   * Takes a lock that all tabs of the site share.
   *
   * @returns what lets it go, after so many milliseconds; undefined when another has it.
   */
  lock(name: string, options?: LockOptions): Promise<((ms?: number) => void) | undefined>;
  /** Resolves when nobody has the lock; calls `onHeld` first when somebody has. */
  free(name: string, onHeld: () => void): Promise<void>;
}

export interface LockOptions {
  /** Takes it away from whoever has it. */
  readonly takesOver?: boolean;
  /** Called when somebody takes it away from here. */
  readonly onLost?: () => void;
}

/** How a question to the server is asked. */
export interface LookOptions {
  readonly signal: AbortSignal;
  /** Called once a second while the server has asked us to wait, with the whole seconds that are left. */
  readonly onWait?: (seconds: number) => void;
  /** One try and no more. */
  readonly isOnce: boolean;
  /** Nobody asked for it: one try, and none for a minute after any 429 of the page. */
  readonly isUnasked?: boolean;
}

/** What a flow asks its server for. Both reject with a `ConnectError`. */
export interface FlowServer {
  /** Reads whether what the subject asks for is a fact now. */
  look(subject: Subject, options: LookOptions): Promise<Finding>;
  /** The POST. Gives the id to leave with. */
  create(subject: Request): Promise<number>;
}

/** Who shows a flow, and speaks for it to the page. */
export interface FlowHost {
  /** The state, or the seconds that are left of a wait, have changed. */
  changed(): void;
  /**
   * Asks the page whether it lets a request be sent; checks first whatever leaving needs.
   *
   * @throws {ConnectError} `config` when a setting is wrong.
   */
  permit(subject: Request): Promise<boolean>;
  /** Sends the browser to the login server. Throws as `permit` does. */
  depart(transaction: Transaction): Promise<void>;
  tell(told: Told): void;
  /** What the page's address said is over. */
  forgetArrival(isLeaving: boolean): void;
}
