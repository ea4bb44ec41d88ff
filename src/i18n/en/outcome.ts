import { loadErrors, type Moment } from '../moments.js';

/** What `connect-outcome` says beside what its flow does. */
export const outcome = {
  heading: 'Your payment',
  empty: 'There is no payment to tell about.',
  ...loadErrors('We cannot tell what came of it right now'),
} satisfies Record<string, Moment>;
