import type { ConnectErrorCode } from '../api/errors.js';
import type { Outcome } from '../flow/transaction.js';

/** The job that an event belongs to. */
export type Flow =
  | 'payment-methods'
  | 'pay-invoice'
  | 'change-method'
  | 'invoices'
  | 'add-agreement'
  | 'agreements'
  | 'method-status'
  | 'vipps-payment'
  | 'due';

export type { Outcome };

/** Of `connect-load`: there is something to show, or nothing. */
export interface LoadDetail {
  flow: Flow;
  /** How many methods, invoices or agreements there are to show. */
  count: number;
}

/** Of `connect-select`: a method was chosen. */
export interface SelectDetail {
  flow: Flow;
  /** The API's code, one of the documented enum. */
  paymentMethod: string;
}

/** Of `connect-submit`: what is about to be sent. */
export interface SubmitDetail extends SelectDetail {
  /** 1 to 10 characters; only when an invoice is paid. */
  invoiceNumber?: string;
  /** 1 to 12 characters. */
  productCode?: string;
  /** Name of the operation; only of a Vipps payment. */
  rel?: string;
}

/** Of `connect-transaction`: the API has made one. */
export interface TransactionDetail extends SelectDetail {
  /** A safe integer; a `paymentChangeId` is a `transactionId` here. */
  transactionId: number;
}

/** Of `connect-redirect`: the browser is about to leave. */
export interface RedirectDetail {
  flow: Flow;
  transactionId: number;
  /** Where the browser goes. */
  url: string;
}

/** Of `connect-outcome`: what the page's address says. */
export interface OutcomeDetail {
  flow: Flow;
  transactionId: number;
  outcome: Outcome;
  /** Always false: an outcome comes in the page's address, which anyone can type. */
  verified: false;
}

/** Of `connect-confirmed`: what the server says. */
export interface ConfirmedDetail {
  flow: Flow;
  /** 0 when the answer that held it was lost, and the server shows all the same that it is done. */
  transactionId: number;
  /** Whether a re-read of the server showed the payment, the change or the addition. */
  confirmed: boolean;
}

/** Of `connect-remove` and `connect-removed`: what is about to go, or is gone. */
export interface RemoveDetail {
  flow: Flow;
  /** The agreement, as the element's `agreements` or `paymentMethod` has it. */
  agreement: object;
}

/** Of `connect-error`. */
export interface ErrorDetail {
  flow: Flow;
  code: ConnectErrorCode;
  /** HTTP status, where the server answered. */
  status?: number | undefined;
  /** Whether the same may succeed when it is tried again later. */
  retryable: boolean;
  /** For developers, in English, without a token. */
  message: string;
}

/** Every event of the elements. All bubble, are composed, and carry plain JSON. */
export interface ConnectEventMap {
  'connect-load': CustomEvent<LoadDetail>;
  'connect-select': CustomEvent<SelectDetail>;
  'connect-submit': CustomEvent<SubmitDetail>;
  'connect-transaction': CustomEvent<TransactionDetail>;
  'connect-redirect': CustomEvent<RedirectDetail>;
  'connect-outcome': CustomEvent<OutcomeDetail>;
  'connect-confirmed': CustomEvent<ConfirmedDetail>;
  'connect-remove': CustomEvent<RemoveDetail>;
  'connect-removed': CustomEvent<RemoveDetail>;
  'connect-error': CustomEvent<ErrorDetail>;
}

/** The types without what they all begin with. */
export type EventName = keyof ConnectEventMap extends `connect-${infer Name}` ? Name : never;

/** The details by event type. */
export type ConnectDetail<Type extends keyof ConnectEventMap> = ConnectEventMap[Type]['detail'];

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges into the DOM's own map
  interface HTMLElementEventMap extends ConnectEventMap {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as above
  interface DocumentEventMap extends ConnectEventMap {}
}
