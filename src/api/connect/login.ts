import type { Dialect } from './dialect.js';
import { outcomes } from './outcome.js';

/** What is assumed of the login server and of what a page shows; no operation of the API needs it. */
export const assumedLogin = {
  resultParameters: ['status', 'result', 'paymentStatus'],
  outcome: (value) => outcomes.find((outcome) => outcome === value),
  outcomeIn: () => undefined,
  changeMethodPath: '/paymentChange',
  ticketParameter: 'ticket',
  currencies: { no: 'NOK', se: 'SEK' },
} as const satisfies Partial<Dialect>;
