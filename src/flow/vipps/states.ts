import type { JsonObject } from '../../api/decode.js';
import type { ConnectErrorCode } from '../../api/errors.js';

/** What a payment has come to: the money is reserved or charged, it never will be, or that is open. */
export type Standing = 'registered' | 'over' | 'open';

/**
 * What the vendor's page has said; `open` when it says no more than that the payer was there, or when the payer is
 * back from somewhere that says nothing.
 */
export type Claim = 'open' | 'initiated' | 'cancelled' | 'failed';

/** What is to be done, by the name of the operation. */
export interface Wanted {
  readonly rel: string;
  /** Fields of the request's body that win over ours. */
  readonly given?: JsonObject | undefined;
}

/** Why something was not done. */
export interface Refusal {
  readonly code: ConnectErrorCode;
  /** There is no such payment. */
  readonly isNotFound: boolean;
}

/** What came of a change that was sent. */
export type Result =
  | { readonly is: 'done' }
  /** Its answer was lost, or could not be read. */
  | { readonly is: 'in-doubt' }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** What is said beside the payment. */
export type Notice =
  | Result
  /** It is not listed any more. */
  | { readonly is: 'lost' }
  /** Another tab, or another element of this page, is at it. */
  | { readonly is: 'elsewhere' }
  /** What an operation that only tells something has told. */
  | { readonly is: 'details'; readonly rel: string; readonly known: JsonObject };

/** Nothing has been read yet. */
export interface Unread {
  readonly name: 'unread';
}

/** The payment is shown. */
export interface Shown {
  readonly name: 'shown';
  readonly notice?: Notice | undefined;
}

/** What the question needs is loaded. */
export interface Preparing {
  readonly name: 'preparing';
  readonly rel: string;
}

/** One is asked before anything is sent that cannot be taken back. */
export interface Questioning {
  readonly name: 'questioning';
  readonly rel: string;
}

/** Nobody else of the site may do anything to it meanwhile. */
export interface Locking {
  readonly name: 'locking';
  readonly wanted: Wanted;
}

/** The payment is read, so that nothing is done that is no longer possible. */
export interface Reading {
  readonly name: 'reading';
  readonly wanted: Wanted;
}

/** The page is asked whether it lets it happen. */
export interface Permitting {
  readonly name: 'permitting';
  readonly wanted: Wanted;
  readonly operation: Address;
}

/** Where an operation is, as the server lists it; `href` is absolute. */
export interface Address {
  readonly method: string;
  readonly href: string;
}

/** A change is sent. */
export interface Sending {
  readonly name: 'sending';
  /** The element has left the page: nobody hears the answer. */
  readonly isGone?: boolean | undefined;
}

/** Details are asked for. */
export interface Fetching {
  readonly name: 'fetching';
  readonly rel: string;
}

/** The vendor's page is put into ours. */
export interface Opening {
  readonly name: 'opening';
}

/** The browser goes away. */
export interface Leaving {
  readonly name: 'leaving';
  readonly url: string;
}

/** The payment is read once more, so that what is shown is what the server says. */
export interface Concluding {
  readonly name: 'concluding';
  readonly result: Result;
}

/** It could not be read after a change. */
export interface Unsettled {
  readonly name: 'unsettled';
  readonly result: Result;
  /** Why the server has not answered. */
  readonly failure: ConnectErrorCode;
}

/** The server is asked whether a claim is true, at growing pauses. */
export interface Checking {
  readonly name: 'checking';
  readonly claim: Claim;
  /** How many questions have been asked in vain. */
  readonly attempt: number;
  readonly isWaiting: boolean;
  /** The page has been told that the server does not confirm it. */
  readonly isTold: boolean;
}

/** The server does not confirm it, or has not answered. */
export interface Unconfirmed {
  readonly name: 'unconfirmed';
  readonly claim: Claim;
  readonly isTold: boolean;
  /** The server says that it never will be paid. */
  readonly isOver: boolean;
  readonly failure?: ConnectErrorCode | undefined;
}

/** The server says that it is paid. */
export interface Confirmed {
  readonly name: 'confirmed';
}

/** The element has left the page, or is about another payment. */
export interface Left {
  readonly name: 'left';
}

export type VippsState =
  | Unread
  | Shown
  | Preparing
  | Questioning
  | Locking
  | Reading
  | Permitting
  | Sending
  | Fetching
  | Opening
  | Leaving
  | Concluding
  | Unsettled
  | Checking
  | Unconfirmed
  | Confirmed
  | Left;

export type VippsStateName = VippsState['name'];

/** A state by its name. */
export type StateOf<Name extends VippsStateName> = Extract<VippsState, { name: Name }>;
