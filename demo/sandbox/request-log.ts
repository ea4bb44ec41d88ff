import type { ContractRequest } from './contract.js';

/** A request to the API as it was answered. Says that there was a token, never which. */
export interface RequestRecord {
  /** Epoch milliseconds of the arrival. */
  readonly at: number;
  /** Undefined when the contract has no such operation. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 until it is answered, and for good when the connection was cut. */
  readonly status: number;
  /** Whether what was asked for was done, whatever was answered. */
  readonly isDone: boolean;
  /** The JSON that was sent; undefined when there was none. */
  readonly body: unknown;
  readonly hadToken: boolean;
  readonly headers: Readonly<Partial<Record<LoggedHeader, string>>>;
}

export type LoggedHeader = (typeof loggedHeaders)[number];
export const loggedHeaders = ['accept', 'content-type', 'origin', 'referer'] as const;

export function toRecord({ method, path, query, body, headers }: ContractRequest) {
  const shown = loggedHeaders.filter((name) => headers[name] !== undefined);
  return {
    method,
    path,
    query,
    body,
    hadToken: headers['authorization'] !== undefined,
    headers: Object.fromEntries(shown.map((name) => [name, headers[name] ?? ''])),
  };
}
