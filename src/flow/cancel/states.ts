import type { ConnectErrorCode } from '../../api/errors.js';

/**
 * How a method stands at the server: it can be cancelled, it is cancelled, there is nothing to cancel, or the
 * server does not know it any more.
 */
export type Standing = 'open' | 'cancelled' | 'over' | 'gone';

/** What the server is asked about, and why. */
export type Matter =
  /** It has accepted the request. */
  | 'asked'
  /** Its answer was lost. */
  | 'in-doubt'
  /** It refused, since payments are pending. */
  | 'pending'
  /** It refused, and said no more: that may mean that it was cancelled before. */
  | 'refused';

/** What is said beside the method. */
export type Notice =
  | { readonly is: Exclude<Matter, 'asked' | 'refused'> }
  | { readonly is: 'refused'; readonly code: ConnectErrorCode };

/** Nothing has been read yet. */
export interface Unread {
  readonly name: 'unread';
}

/** The method is shown. */
export interface Shown {
  readonly name: 'shown';
  readonly standing: 'open' | 'over';
  readonly notice?: Notice | undefined;
}

/** One is asked before the server is. */
export interface Questioning {
  readonly name: 'questioning';
}

/** Nobody else of this page may ask for the same meanwhile. */
export interface Claiming {
  readonly name: 'claiming';
}

/** The page is asked whether it lets it happen. */
export interface Permitting {
  readonly name: 'permitting';
}

/** The server is asked to cancel. */
export interface Sending {
  readonly name: 'sending';
  /** The element has left the page: nobody hears the answer. */
  readonly isGone?: boolean | undefined;
}

/** The server is asked what is true, at growing pauses. */
export interface Checking {
  readonly name: 'checking';
  readonly matter: Matter;
  /** Why it was refused. */
  readonly code?: ConnectErrorCode | undefined;
  /** How many questions have been answered with no. */
  readonly attempt: number;
  readonly isWaiting: boolean;
}

/** Asked to the end, or as far as the server answers. */
export interface Unconfirmed {
  readonly name: 'unconfirmed';
  readonly matter: Matter;
  readonly code?: ConnectErrorCode | undefined;
  /** Why the server has not answered. */
  readonly failure?: ConnectErrorCode | undefined;
}

/** The server says that it is cancelled, and has said so after it was asked to. */
export interface Cancelled {
  readonly name: 'cancelled';
}

/** The server does not know it any more. */
export interface Gone {
  readonly name: 'gone';
}

/** The element has left the page, or is about another method. */
export interface Left {
  readonly name: 'left';
}

export type CancelState =
  | Unread
  | Shown
  | Questioning
  | Claiming
  | Permitting
  | Sending
  | Checking
  | Unconfirmed
  | Cancelled
  | Gone
  | Left;

export type CancelStateName = CancelState['name'];

/** A state by its name. */
export type StateOf<Name extends CancelStateName> = Extract<CancelState, { name: Name }>;
