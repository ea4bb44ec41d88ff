import type { JsonObject } from '../../../src/api/decode.js';
import type { Outcome, TransactionKind } from '../names.js';

/** The fields of a body as they go in or out. */
export type Rewrite = (body: JsonObject) => JsonObject;

/** A payer on the way back. */
export interface WayBack {
  /** Absolute. */
  readonly returnUrl: string;
  readonly outcome: Outcome;
  /** Name of the query parameter that carries the outcome. */
  readonly parameter: string;
}

/** One way in which a real server may be unlike the one that is assumed. */
export interface SandboxDialect {
  /** What is unlike it, as a noun phrase. */
  readonly title: string;
  /** How the answers of an operation are written, by its id. */
  readonly answers?: Readonly<Record<string, Rewrite>>;
  /** How the requests of an operation are read, by its id. */
  readonly requests?: Readonly<Record<string, Rewrite>>;
  /** Where a payer comes back to, but after a system error. */
  readonly wayBack?: (back: WayBack) => string;
  /** Milliseconds from the approval of a payment, a change or an addition until it is listed. */
  readonly lateness?: (kind: TransactionKind) => number;
  /** Outcomes, beside `finished` and `initiated`, after which what was approved is registered all the same. */
  readonly registers?: readonly Outcome[];
  /** Each approved transaction of an invoice is paid, also the second. */
  readonly isPaidTwice?: boolean;
  /** Back from a provider's page cancels what was to be approved there. */
  readonly isCancelledByBack?: boolean;
}
