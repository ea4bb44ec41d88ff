import type { ConnectErrorCode } from '../api/errors.js';
import type { Outcome, Subject, Transaction } from './transaction.js';

export type { Finding } from '../api/connect/findings.js';

/** What a subject needs beyond itself to be asked for. */
export interface Request extends Subject {
  /** Whose invoice it is; 1 to 12 characters. Only `pay-invoice` has it. */
  readonly companyCode?: string | undefined;
  /** What the button says is to be paid, in the currency's own units; absent when it says nothing. */
  readonly amount?: number | undefined;
}

/**
 * What the browser keeps of a subject, for other pages of the site and for this one when it is loaded anew.
 *
 * - `posting`: a transaction has been asked for, and nobody has heard the answer.
 * - `left`: the browser went to the login server less than ten minutes ago.
 * - `back`: it came back with a claim that the server has not confirmed.
 * - `done`: the server has confirmed it.
 */
export type Entry =
  | { readonly phase: 'posting' | 'left' | 'done'; readonly transaction: Transaction }
  | { readonly phase: 'back'; readonly transaction: Transaction; readonly claim: OpenClaim };

/** What an address says that may yet turn out to be paid for: everything but a payment that has ended. */
export type OpenClaim = Exclude<Outcome, 'cancelled' | 'failed'>;

/**
 * Why the server has said neither yes nor no: what went wrong, or `unclear` for an answer that cannot tell, or
 * `as-before` for one that is the same whether or not it was done.
 */
export type Failure = ConnectErrorCode | 'as-before' | 'unclear';

/** What is said beside the choice. */
export type Notice =
  | {
      readonly is: 'ended';
      /** `finished` where it can be done again without harm, and does not show: see `Failure`. */
      readonly outcome: 'finished' | 'cancelled' | 'failed';
      /** Why the server could not say whether that is so. */
      readonly failure?: Failure | undefined;
    }
  | { readonly is: 'refused'; readonly code: ConnectErrorCode }
  | { readonly is: 'not-registered' }
  | { readonly is: 'new-amount'; readonly amount: number }
  | { readonly is: 'unreadable' };

/** Why the server is read before anything new may be begun. */
export type Doubt = 'lost' | 'refused' | 'ended-elsewhere' | 'left-over';

/** How a question to the server stands; `waiting` for a second answer, since a first no may be an old one. */
export type Inquiry = 'asking' | 'waiting' | 'asked' | 'unclear' | 'unanswered';

/** Before the element is on a page that may act. */
export interface Idle {
  readonly name: 'idle';
}

/** One may choose and press. */
export interface Choosing {
  readonly name: 'choosing';
  readonly notice?: Notice | undefined;
  /** The reader has been asked and insists, although the server says that it is done. */
  readonly insists?: boolean | undefined;
  /** The lock was held for longer than anybody alive would. */
  readonly takesOver?: boolean | undefined;
  /** What the server is being asked about without anybody having wished it. */
  readonly glimpsed?: Subject | undefined;
}

/** Pressed: nobody else of the site may go on with the same. */
export interface Locking {
  readonly name: 'locking';
  readonly subject: Request;
  /** What is continued, instead of something new. */
  readonly transaction?: Transaction | undefined;
  readonly insists?: boolean | undefined;
}

/** The page is asked whether it lets it happen. */
export interface Permitting {
  readonly name: 'permitting';
  readonly subject: Request;
  readonly insists?: boolean | undefined;
}

/** The server is asked whether it is not done already. */
export interface Reading {
  readonly name: 'reading';
  readonly subject: Request;
  readonly insists?: boolean | undefined;
}

/** A transaction is asked for. The lock is kept until its fate is known. */
export interface Posting {
  readonly name: 'posting';
  readonly subject: Request;
  /** The element has left the page: an answer is written down, and the browser stays. */
  readonly isGone?: boolean | undefined;
  /** Another tab has taken the lock over: this one must not leave. */
  readonly isRobbed?: boolean | undefined;
}

/** The browser goes to the login server. */
export interface Leaving {
  readonly name: 'leaving';
  readonly transaction: Transaction;
}

/** It went less than ten minutes ago, and is not back: Continue comes first. */
export interface Away {
  readonly name: 'away';
  readonly transaction: Transaction;
  readonly inquiry: Exclude<Inquiry, 'waiting'>;
  /** This page sent it, and is still there. */
  readonly hasStayed?: boolean | undefined;
  /** The page has been told that the server does not confirm it. */
  readonly isTold?: boolean | undefined;
  /** Why the server has not answered. */
  readonly failure?: Failure | undefined;
}

/** Another tab, or another element of this page, is at it. */
export interface Elsewhere {
  readonly name: 'elsewhere';
  readonly subject: Subject;
  /** Whether it is known that somebody has the lock. */
  readonly isHeld: boolean;
}

/** Back with a claim; the server is asked, at growing pauses. */
export interface Checking {
  readonly name: 'checking';
  readonly transaction: Transaction;
  readonly claim: Outcome;
  /** The claim was found under a name that nobody listed: it is told, and not relied on. */
  readonly isGuessed: boolean;
  /** How many questions have been asked in vain. */
  readonly attempt: number;
  readonly isWaiting: boolean;
  /** The page has been told that the server does not confirm it. */
  readonly isTold: boolean;
  /** The server has said no once. */
  readonly isDoubted?: boolean | undefined;
  /** Why the server has not answered the last question. */
  readonly failure?: Failure | undefined;
}

/** Back with a claim that the server does not confirm. */
export interface Unconfirmed {
  readonly name: 'unconfirmed';
  readonly transaction: Transaction;
  readonly claim: OpenClaim;
  readonly inquiry: Exclude<Inquiry, 'asking' | 'waiting'>;
  readonly isTold: boolean;
  /** Why the server has not answered. */
  readonly failure?: Failure | undefined;
}

/** Whether something was begun is not known: the server is read before anything new. */
export interface InDoubt {
  readonly name: 'in-doubt';
  readonly subject: Subject;
  readonly because: Doubt;
  /** Why a request was refused. */
  readonly code?: ConnectErrorCode | undefined;
  readonly inquiry: Inquiry;
  /** The server has said no once. */
  readonly isDoubted?: boolean | undefined;
  /** Why the server has not answered. */
  readonly failure?: Failure | undefined;
  /** The lock was held for longer than anybody alive would. */
  readonly takesOver?: boolean | undefined;
}

/** The server says that it is done. */
export interface Registered {
  readonly name: 'registered';
  /** Its id is 0 when nobody here has heard it. */
  readonly transaction: Transaction;
  /**
   * `confirmed` after a claim or a lost answer; `found` when it was read before something new was begun;
   * `noted` when another page of the site had it confirmed.
   */
  readonly basis: 'confirmed' | 'found' | 'noted';
  /** What the address had said. */
  readonly claim?: Outcome | undefined;
}

/**
 * Whether to begin anew although something is open (`start-over`), although the payer came back with
 * `finished` (`not-paid`), or although the server says that it is done (`again`).
 */
export type Question = 'start-over' | 'not-paid' | 'again';

/** One is asked before a second transaction is made that may be approved besides the first. */
export interface Questioning {
  readonly name: 'questioning';
  readonly question: Question;
  /** Where No leads. */
  readonly back: Away | Checking | Unconfirmed | InDoubt | Registered;
}

export type FlowState =
  | Idle
  | Choosing
  | Locking
  | Permitting
  | Reading
  | Posting
  | Leaving
  | Away
  | Elsewhere
  | Checking
  | Unconfirmed
  | InDoubt
  | Registered
  | Questioning;

export type FlowStateName = FlowState['name'];

/** A state by its name. */
export type StateOf<Name extends FlowStateName> = Extract<FlowState, { name: Name }>;
