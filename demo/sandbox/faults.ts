type FaultKind =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'rate-limited'; readonly retryAfter?: string; readonly reset?: number }
  | { readonly kind: (typeof plainKinds)[number] };

/** Something that goes wrong, until cleared or a number of times. */
export type Fault = FaultKind & { readonly times?: number };

export interface SetFault {
  readonly operationId: string;
  readonly fault: Fault;
}

/** The faults that need nothing but a name. */
export const plainKinds = [
  'unauthorized',
  'server-error',
  'not-added',
  'broken-json',
  'xml',
  'drop-before',
  'drop-after',
] as const;

/** What goes wrong for which operation; `*` is every operation that has no fault of its own. */
export class Faults {
  readonly #all = new Map<string, Fault>();

  set(operationId: string, fault: Fault): void {
    this.#all.set(operationId, fault);
  }

  clear(operationId?: string): void {
    if (operationId === undefined) this.#all.clear();
    else this.#all.delete(operationId);
  }

  list(): SetFault[] {
    return [...this.#all].map(([operationId, fault]) => ({ operationId, fault }));
  }

  /** The fault of this request, which counts as one of its times. */
  take(operationId: string): Fault | undefined {
    const key = this.#all.has(operationId) ? operationId : '*';
    const fault = this.#all.get(key);
    if (fault?.times === undefined) return fault;
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
  if (!kind || times === undefined) return kind;
  return isWhole(times) && times > 0 ? { ...kind, times } : undefined;
}

function decodeKind(value: object): FaultKind | undefined {
  if (!('kind' in value)) return undefined;
  if (value.kind === 'latency') {
    return 'ms' in value && isWhole(value.ms) ? { kind: 'latency', ms: value.ms } : undefined;
  }
  if (value.kind === 'rate-limited') return decodeLimit(value);
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
