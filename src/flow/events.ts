import type { ConnectError } from '../api/errors.js';
import type { Entry, Finding, FlowState, Request } from './states.js';
import type { Arrival, Subject, Transaction } from './transaction.js';

/** What an address says, and whether the page's developers have heard it. */
export interface Return {
  /** Absent when our parameter was there and could not be read. */
  readonly arrival: Arrival | undefined;
}

export type FlowEvent =
  /** The element is on a page that may act. */
  | { readonly type: 'began'; readonly subject: Subject; readonly entry?: Entry | undefined }
  /** The element has left the page, or is about something else. */
  | { readonly type: 'gone' }
  /** The page's address says something about this subject; `entry` is what is kept of that transaction. */
  | { readonly type: 'arrived'; readonly back: Return; readonly entry?: Entry | undefined }
  | { readonly type: 'pressed'; readonly subject: Request }
  | { readonly type: 'locked'; readonly entry?: Entry | undefined }
  | { readonly type: 'taken' }
  /** Another tab took the lock over. */
  | { readonly type: 'robbed' }
  /** Somebody is known to have the lock. */
  | { readonly type: 'held' }
  /** Nobody has it any more. */
  | { readonly type: 'freed'; readonly entry?: Entry | undefined }
  /** Somebody has had it for longer than anybody alive would. */
  | { readonly type: 'overdue' }
  | { readonly type: 'allowed' }
  | { readonly type: 'vetoed' }
  /** A setting is wrong: nothing was sent. */
  | { readonly type: 'impossible'; readonly error: ConnectError }
  /** The server was read; `entry` is what is kept by then, when that matters. */
  | { readonly type: 'found'; readonly finding: Finding; readonly entry?: Entry | undefined }
  | {
      readonly type: 'unanswered';
      readonly error: ConnectError;
      readonly entry?: Entry | undefined;
    }
  /** `isOurs` is false when another page has written about the same meanwhile. */
  | { readonly type: 'created'; readonly transactionId: number; readonly isOurs: boolean }
  | { readonly type: 'refused'; readonly error: ConnectError }
  | { readonly type: 'lost'; readonly error: ConnectError }
  /** Ten seconds after it left, the page is still seen. */
  | { readonly type: 'late' }
  /** A pause is over. */
  | { readonly type: 'due' }
  /** What is kept has been looked up, or another page has changed it. */
  | { readonly type: 'noted'; readonly entry?: Entry | undefined }
  /** The page is seen again: it was hidden, frozen or cached. */
  | { readonly type: 'seen'; readonly subject: Subject }
  | { readonly type: 'continued' }
  | { readonly type: 'checked-again' }
  | { readonly type: 'started-over' }
  | { readonly type: 'insisted' }
  | { readonly type: 'affirmed' }
  | { readonly type: 'denied' };

export type FlowEventType = FlowEvent['type'];

/** Events by their types. */
export type EventOf<Type extends FlowEventType> = Extract<FlowEvent, { type: Type }>;

/** What a page's developers are told. */
export type Told =
  | { readonly name: 'transaction'; readonly transaction: Transaction }
  | { readonly name: 'outcome'; readonly back: Return }
  | { readonly name: 'confirmed'; readonly transactionId: number; readonly confirmed: boolean }
  | { readonly name: 'error'; readonly error: ConnectError };

/** What the runner does; each names the events that answer it. */
export type Effect =
  /** `locked`, `taken`; later perhaps `robbed`. */
  | { readonly type: 'lock'; readonly subject: Subject; readonly takesOver: boolean }
  /** At once, or after other tabs have had the time to hear what was stored. */
  | { readonly type: 'unlock'; readonly lingers: boolean }
  /** `held`, then `freed` or `overdue`. */
  | { readonly type: 'watch'; readonly subject: Subject }
  /** `allowed`, `vetoed`, `impossible`. */
  | { readonly type: 'ask-page'; readonly subject: Request }
  /** One try of at most three seconds: `found`, `unanswered`. */
  | { readonly type: 'read'; readonly subject: Request }
  /** By the policy for reads, or for those that no reader asked for: `found`, `unanswered`. */
  | { readonly type: 'check'; readonly subject: Subject; readonly isUnasked: boolean }
  /** `created`, `refused`, `lost`. */
  | { readonly type: 'create'; readonly subject: Request }
  /** `due`, after so many seconds of a page that is seen. */
  | { readonly type: 'wait'; readonly seconds: number }
  /** Whatever is being watched, checked or waited for is of no use any more. */
  | { readonly type: 'stop' }
  | { readonly type: 'remember'; readonly entry: Entry }
  /** What another page has written since about another transaction stays. */
  | { readonly type: 'forget'; readonly transaction: Transaction }
  /** `noted`. */
  | { readonly type: 'look-up' }
  /** The page's address has nothing more to say. */
  | { readonly type: 'forget-arrival' }
  /** `connect-redirect` and one navigation; `late` when the page is still there. */
  | { readonly type: 'depart'; readonly transaction: Transaction }
  | { readonly type: 'tell'; readonly told: Told };

export type EffectType = Effect['type'];

/** What an event makes of a state. */
export interface Step {
  readonly state: FlowState;
  readonly effects: readonly Effect[];
}
