/** A request to the API as it was answered. Says that there was a token, never which. */
export interface RequestRecord {
  /** Epoch milliseconds of the arrival. */
  readonly at: number;
  /** Undefined when the contract has no such operation. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** 0 when the connection was cut. */
  readonly status: number;
  /** The JSON that was sent; undefined when there was none. */
  readonly body: unknown;
  readonly hadToken: boolean;
  readonly headers: Readonly<Partial<Record<LoggedHeader, string>>>;
}

export type LoggedHeader = (typeof loggedHeaders)[number];
export const loggedHeaders = ['accept', 'content-type', 'origin', 'referer'] as const;
