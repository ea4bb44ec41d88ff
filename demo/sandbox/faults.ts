type FaultKind =
  | { readonly kind: (typeof slowKinds)[number]; readonly ms: number }
  | { readonly kind: 'rate-limited'; readonly retryAfter?: string; readonly reset?: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: (typeof plainKinds)[number] };

/** Something that goes wrong, until cleared or a number of times; after so many that go well. */
export type Fault = FaultKind & { readonly times?: number; readonly skip?: number };

export interface SetFault {
  readonly operationId: string;
  readonly fault: Fault;
}

/** The faults that take their time: before the work is done, or between the work and its answer. */
const slowKinds = ['latency', 'late-answer'] as const;

/**
 * The faults that need nothing but a name. With the first row nothing is done and something else is
 * answered; with the second the work is done and its answer is spoilt. Then the connection is cut before
 * or after the work; and CORS: the browser may not ask, or asks and may not read the answer.
 */
export const plainKinds = [
  ...(['unauthorized', 'server-error', 'not-added'] as const),
  ...(['bad-gateway', 'xml', 'broken-json', 'empty-body'] as const),
  ...(['drop-before', 'drop-after'] as const),
  ...(['preflight-refused', 'answer-withheld'] as const),
] as const;

/** What goes wrong for which operation; `*` is every operation that has no fault of its own. */
export class Faults {
  readonly #all = new Map<string, Fault>();
  #met = 0;

  /** How many requests and preflights have met a fault since the faults were last cleared. */
  get met(): number {
    return this.#met;
  }

  set(operationId: string, fault: Fault): void {
    this.#all.set(operationId, fault);
  }

  clear(operationId?: string): void {
    if (operationId !== undefined) return void this.#all.delete(operationId);
    this.#all.clear();
    this.#met = 0;
  }

  list(): SetFault[] {
    return [...this.#all].map(([operationId, fault]) => ({ operationId, fault }));
  }

  /**
   * The fault of this request, which counts as one of its times. A preflight meets the one fault that is
   * about it, and no other request does.
   */
  take(operationId: string, isPreflight = false): Fault | undefined {
    const key = this.#all.has(operationId) ? operationId : '*';
    const fault = this.#all.get(key);
    if (!fault || (fault.kind === 'preflight-refused') !== isPreflight) return undefined;
    if (fault.skip) {
      this.#all.set(key, { ...fault, skip: fault.skip - 1 });
      return undefined;
    }
    this.#met += 1;
    if (fault.times === undefined) return fault;
    if (fault.times > 1) this.#all.set(key, { ...fault, times: fault.times - 1 });
    else this.#all.delete(key);
    return fault;
  }
}

/** Reads a fault from outside. Never throws. */
export function decodeFault(value: unknown): Fault | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kind = decodeKind(value);
  const times = 'times' in value ? value.times : undefined;
  const skip = 'skip' in value ? value.skip : undefined;
  if (times !== undefined && !(isWhole(times) && times > 0)) return undefined;
  if (skip !== undefined && !isWhole(skip)) return undefined;
  return kind && { ...kind, ...(times !== undefined && { times }), ...(skip && { skip }) };
}

function decodeKind(value: object): FaultKind | undefined {
  if (!('kind' in value)) return undefined;
  const slow = slowKinds.find((name) => name === value.kind);
  if (slow) return 'ms' in value && isWhole(value.ms) ? { kind: slow, ms: value.ms } : undefined;
  if (value.kind === 'rate-limited') return decodeLimit(value);
  if (value.kind === 'redirect') {
    const to = 'to' in value ? String(value.to) : '';
    return /^https?:/.test(to) && URL.canParse(to) ? { kind: 'redirect', to } : undefined;
  }
  const kind = plainKinds.find((name) => name === value.kind);
  return kind && { kind };
}

function decodeLimit(value: object): FaultKind | undefined {
  const retryAfter = 'retryAfter' in value ? value.retryAfter : undefined;
  const reset = 'reset' in value ? value.reset : undefined;
  if (retryAfter !== undefined && typeof retryAfter !== 'string') return undefined;
  if (reset !== undefined && !isWhole(reset)) return undefined;
  return {
    kind: 'rate-limited',
    ...(retryAfter !== undefined && { retryAfter }),
    ...(reset !== undefined && { reset }),
  };
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
