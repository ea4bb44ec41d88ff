import type { ConnectDetail, ConnectEventMap, Flow } from '../host/events.js';

/** Which job an element's events belong to, by its tag. */
export const flows = {
  'connect-payment-methods': 'payment-methods',
  'connect-pay-invoice': 'pay-invoice',
  'connect-change-method': 'change-method',
  'connect-invoices': 'invoices',
  'connect-agreements': 'agreements',
  'connect-outcome': 'pay-invoice',
  'connect-due': 'due',
  'connect-method-status': 'method-status',
  'connect-vipps-payment': 'vipps-payment',
} as const satisfies Readonly<Record<string, Flow>>;

/** A tag of an element that fires events. */
export type Tag = keyof typeof flows;

/** The events whose `preventDefault()` means something. */
export const cancelable: readonly (keyof ConnectEventMap)[] = [
  'connect-submit',
  'connect-redirect',
  'connect-remove',
];

type Details = { readonly [Type in keyof ConnectEventMap]: Omit<ConnectDetail<Type>, 'flow'> };

/** What an event says unless a test says otherwise; the job comes from the tag. */
export const samples: Details = {
  'connect-load': { count: 1 },
  'connect-select': { paymentMethod: 'vippsEcommerce' },
  'connect-submit': { paymentMethod: 'vippsEcommerce' },
  'connect-transaction': { paymentMethod: 'vippsEcommerce', transactionId: 4711 },
  'connect-redirect': { transactionId: 4711, url: 'https://login.example/payment?id=4711' },
  'connect-outcome': { transactionId: 4711, outcome: 'finished', verified: false },
  'connect-confirmed': { transactionId: 4711, confirmed: true },
  'connect-remove': { agreement: {} },
  'connect-removed': { agreement: {} },
  'connect-error': { code: 'network', retryable: true, message: 'no answer' },
};
