import type { Dialect } from './dialect.js';
import { outcomes, type Outcome } from './outcome.js';

/** What `fulfillmentStatus` says, which the login server tells of an order in; its other words are of the six. */
const ofOrders = new Map<string, Outcome>([
  ['success', 'finished'],
  ['cancel', 'cancelled'],
]);

/** What is assumed of the login server and of what a page shows; no operation of the API needs it. */
export const assumedLogin = {
  resultParameters: ['status', 'result', 'paymentStatus'],
  outcome: (value, parameter) =>
    outcomes.find((outcome) => outcome === value) ??
    (parameter === 'fulfillmentStatus' ? ofOrders.get(value) : undefined),
  outcomeIn: () => undefined,
  changeMethodPath: '/paymentChange',
  ticketParameter: 'ticket',
  currencies: { no: 'NOK', se: 'SEK' },
} as const satisfies Partial<Dialect>;
