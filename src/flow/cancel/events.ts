import type { ConnectError } from '../../api/errors.js';
import type { CancelState, Standing } from './states.js';

export type CancelEvent =
  /** The method was read, because the page or the reader asked for it; or `isUnasked`, since the page is seen again. */
  | {
      readonly type: 'loaded';
      readonly standing: Standing;
      readonly isUnasked?: boolean | undefined;
    }
  /** The element has left the page, or is about another method. */
  | { readonly type: 'left' }
  /** The button, which asks first. */
  | { readonly type: 'asked' }
  | { readonly type: 'denied' }
  /** The reader has said yes, or the site asks for it. */
  | { readonly type: 'pressed' }
  | { readonly type: 'claimed' }
  /** Another element of the page is at it. */
  | { readonly type: 'taken' }
  | { readonly type: 'allowed' }
  | { readonly type: 'vetoed' }
  /** The server will do it. */
  | { readonly type: 'accepted' }
  /** `isPending`: it says that payments are. */
  | { readonly type: 'refused'; readonly error: ConnectError; readonly isPending: boolean }
  /** Nobody knows whether it was heard. */
  | { readonly type: 'lost'; readonly error: ConnectError }
  /** The server was asked what is true. */
  | { readonly type: 'found'; readonly standing: Standing }
  | { readonly type: 'unanswered'; readonly error: ConnectError }
  /** A pause is over. */
  | { readonly type: 'due' }
  | { readonly type: 'checked-again' };

export type CancelEventType = CancelEvent['type'];

/** Events by their types. */
export type EventOf<Type extends CancelEventType> = Extract<CancelEvent, { type: Type }>;

/** What the runner does; each names the events that answer it. */
export type CancelEffect =
  /** `claimed`, `taken`. */
  | { readonly type: 'claim' }
  | { readonly type: 'let-go' }
  /** `allowed`, `vetoed`. */
  | { readonly type: 'ask-page' }
  /** `accepted`, `refused`, `lost`. */
  | { readonly type: 'send' }
  /** `found`, `unanswered`. */
  | { readonly type: 'check' }
  /** `due`, after so many seconds. */
  | { readonly type: 'wait'; readonly seconds: number }
  /** Whatever is being checked or waited for is of no use any more. */
  | { readonly type: 'stop' }
  /** The page's developers are told that it is cancelled. */
  | { readonly type: 'tell-removed' }
  | { readonly type: 'tell-error'; readonly error: ConnectError };

export type CancelEffectType = CancelEffect['type'];

/** What an event makes of a state. */
export interface CancelStep {
  readonly state: CancelState;
  readonly effects: readonly CancelEffect[];
}
