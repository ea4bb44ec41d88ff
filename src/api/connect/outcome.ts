/** What the login server says came of a payment, a change or an addition. A claim, not a fact. */
export type Outcome = 'finished' | 'cancelled' | 'failed' | 'unknown' | 'initiated' | 'error';

/** All there are (Connect API reference, Payment, "Pay invoice"). */
export const outcomes: readonly Outcome[] = [
  'finished',
  'cancelled',
  'failed',
  'unknown',
  'initiated',
  'error',
];
