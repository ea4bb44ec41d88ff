import type { Operation } from '../flow/operations.js';
import type { Subject } from '../flow/transaction.js';
import type { Carried } from './carried.js';

/** What tells the flow of one element from that of another. */
export interface RedirectOptions {
  readonly operationOf: (subject: Subject) => Operation;
  /** Whether what the element shows stays beside what is said. */
  readonly staysShown?: boolean;
  /** What the redirect carries beside the documented parameters. */
  readonly more?: Carried | undefined;
  /** What the button asks for, as it is written; empty when nobody knows. */
  readonly amount?: (() => string) | undefined;
  /** Another tab has written or taken away what is stored under this key; all of it when there is none. */
  stored?(key: string | null): void;
}
