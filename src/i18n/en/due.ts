import type { Moment } from '../moments.js';

/** What `connect-due` says; paying is `pay-invoice`, and renewing `change-method`. */
export const due = {
  /** What the strip and its dialog are called, where nobody sees it. */
  heading: 'Your payment',
  'invoice.late': 'Invoice {number}, {amount}, was due on {date}',
  'invoice.open': 'Invoice {number}, {amount}, is due on {date}',
  /** Of one without a day, or without an amount. */
  'invoice.unpaid': 'Invoice {number} is not paid',
  /** Beside the one that is named; what they come to follows behind a comma. */
  rest: { one: '{count} more invoice', other: '{count} more invoices' },
  /** `date` is as it is printed on the card: 12/28. */
  'card.open': 'Your card {card} expires {date}',
  'card.late': 'Your card {card} expired {date}',
  agreement: 'Your subscription has no valid payment agreement',
  renew: 'Renew',
  /** Puts it off for a day. */
  later: 'Later',
  close: 'Close',
} satisfies Record<string, Moment>;
