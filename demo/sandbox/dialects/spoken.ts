import { isObject, type JsonObject } from '../../../src/api/decode.js';
import type { Outcome, TransactionKind } from '../names.js';
import type { SandboxDialect, WayBack } from './dialect.js';
import { sandboxDialects, type DialectName } from './index.js';
import { withParameters } from './outcomes.js';

/** What the sandbox speaks now: as assumed, but for the dialects that are switched on. */
export class Spoken {
  #names: readonly DialectName[];
  readonly #first: readonly DialectName[];

  constructor(names: readonly DialectName[] = []) {
    this.#names = this.#first = names;
  }

  get names(): readonly DialectName[] {
    return this.#names;
  }

  /** These dialects and no others. */
  speak(names: readonly DialectName[]): void {
    this.#names = names;
  }

  /** As at the start. */
  reset(): void {
    this.#names = this.#first;
  }

  answer(operationId: string, body: JsonObject): JsonObject {
    return this.#all.reduce((said, { answers }) => answers?.[operationId]?.(said) ?? said, body);
  }

  /** The body of a request as it would be were everything as assumed. */
  request(operationId: string, body: unknown): unknown {
    if (!isObject(body)) return body;
    return this.#all.reduce((said, { requests }) => requests?.[operationId]?.(said) ?? said, body);
  }

  /** Where a payer comes back to: one dialect at most has a say. */
  wayBack(back: WayBack): string {
    const { returnUrl, parameter, outcome } = back;
    const [said] = this.#all.flatMap(({ wayBack }) => wayBack ?? []);
    return said?.(back) ?? withParameters(returnUrl, [parameter, outcome]);
  }

  /** Milliseconds from the approval to the list. */
  lateness(kind: TransactionKind): number {
    return Math.max(0, ...this.#all.map(({ lateness }) => lateness?.(kind) ?? 0));
  }

  /** Whether what ends like this is registered, although it does not say so. */
  registers(outcome: Outcome): boolean {
    return this.#all.some(({ registers }) => registers?.includes(outcome));
  }

  get isPaidTwice(): boolean {
    return this.#all.some((one) => one.isPaidTwice);
  }

  get isCancelledByBack(): boolean {
    return this.#all.some((one) => one.isCancelledByBack);
  }

  get #all(): readonly SandboxDialect[] {
    return this.#names.map((name) => sandboxDialects[name]);
  }
}
