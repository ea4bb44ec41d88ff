import type { StateName } from '../../src/host/state-name.js';

/** The elements that show something, without `connect-`. */
export const elementNames = [
  'payment-methods',
  'pay-invoice',
  'change-method',
  'invoices',
  'agreements',
  'outcome',
  'due',
  'method-status',
  'vipps-payment',
] as const;
export type ElementName = (typeof elementNames)[number];

/** What a request is answered; `held` is an answer that never comes. */
export type Answer =
  | 'held'
  | {
      readonly body?: unknown;
      readonly status?: 200 | 202 | 400 | 401 | 403 | 404 | 429 | 500;
      readonly headers?: Readonly<Record<string, string>>;
    };

/**
 * What a page does to get where it wants to be. ` >>> ` in a selector goes into an element's own tree; `> `
 * at its beginning stays among its children.
 */
export type Step = { readonly press: string } | { readonly perform: string };

/** A payment that the page finds in its storage, as if it had been begun before or in another tab. */
export interface Begun {
  /** `connect-elements <flow> <product> <invoice or method>`, as the elements name it. */
  readonly key: string;
  /** 0 while its request is under way. */
  readonly transactionId: number;
  readonly paymentMethod: string;
  readonly known?: string;
  /** Whether another tab is at it now. */
  readonly isLocked?: boolean;
}

/** One element in one state: what it asks is answered so, and the page does so, until it is there. */
export interface Scenario {
  readonly element: ElementName;
  /** In the page's address. */
  readonly state: string;
  readonly label: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What is read. */
  readonly reads?: Answer;
  /** What is sent. */
  readonly writes?: Answer;
  /** What is read once something was sent. */
  readonly afterwards?: Answer;
  /** Reads whose path ends so are answered so. */
  readonly more?: Readonly<Record<string, Answer>>;
  /** What the page's address says has come back. */
  readonly arrival?: string;
  readonly begun?: Begun;
  /** The operation that the payer of a Vipps payment has left by, or whether another tab is at it. */
  readonly vipps?: {
    readonly left?: string;
    readonly isLocked?: boolean;
    /** What the vendor's page says when it has opened. */
    readonly event?: string;
  };
  /** Whether waits never end; elsewhere they are over at once. */
  readonly waits?: boolean;
  readonly steps?: readonly Step[];
  /** The state of the element in the end. */
  readonly at: StateName;
  /** What is there in the end, as in a step. */
  readonly shows?: string;
  /** A regular expression for its text; only what every language has. */
  readonly says?: string;
  /** Longer than a picture should be. */
  readonly isLong?: boolean;
}

/** A scenario whose element is named for all of its kind. */
export type Told = Omit<Scenario, 'element'>;

export function of(element: ElementName, ...told: readonly Told[]): readonly Scenario[] {
  return told.map((scenario) => ({ element, ...scenario }));
}

export const answered = (body: unknown): Answer => ({ body });
export const refused = (status: 400 | 401 | 403 | 404 | 500): Answer => ({ status, body: {} });
export const declined: Answer = { body: { success: false } };
export const limited = (seconds: number): Answer => ({
  status: 429,
  headers: { 'Retry-After': `${seconds}` },
  body: {},
});
/** A message with something to do about it, and nothing that is still waited for. */
export const withAction = '[part=message]:not(:has([role=timer])) button';
