import { loadErrors, type Moment } from '../moments.js';

/** What `connect-payment-methods` says; the methods are called as in `change-method`. */
export const paymentMethods = {
  heading: 'Payment method',
  empty: 'No payment method is registered.',
  current: 'In use',
  ...loadErrors('Your payment methods cannot be shown right now'),
} satisfies Record<string, Moment>;
