import { loadErrors, type Moment } from '../moments.js';

/** What `connect-invoices` says; paying in place is `pay-invoice`. */
export const invoices = {
  heading: 'Invoices',
  empty: 'There is no invoice.',
  pay: 'Pay',
  close: 'Close',
  due: 'Due {date}',
  paid: 'Paid',
  'paid.date': 'Paid {date}',
  partly: '{amount} is paid',
  overdue: 'Overdue',
  document: 'See the invoice',
  reminder: 'Reminder {number}',
  /** Of a reminder whose invoice is not listed. */
  'reminder.invoice': 'Reminder {number} of invoice {invoice}',
  all: { one: 'Show {count} invoice', other: 'Show all {count} invoices' },
  ...loadErrors('Your invoices cannot be shown right now'),
} satisfies Record<string, Moment>;
