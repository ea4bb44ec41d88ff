/** What `connect-invoices` says. */
export const invoices = {
  heading: 'Invoices',
  empty: 'No invoice.',
  pay: 'Pay',
  close: 'Close',
  due: 'Due {0}',
  paid: 'Paid {0}',
  partly: '{0} is paid',
  overdue: 'Overdue',
  document: 'See the invoice',
  reminder: 'Reminder {0}',
  /** Of a reminder whose invoice is not listed. */
  ofInvoice: 'of invoice {0}',
  all: 'Show all {0}',
} as const;
