/** What `connect-invoices` says. */
export const invoices = {
  heading: 'Invoices',
  empty: 'No invoice.',
  pay: 'Pay',
  close: 'Close',
  invoice: (number: string) => `Invoice ${number}`,
  due: (day: string) => `Due ${day}`,
  paid: (day: string) => (day ? `Paid ${day}` : 'Paid'),
  partly: (amount: string) => `${amount} is paid`,
  overdue: 'Overdue',
  document: 'See the invoice',
  /** Without an invoice when it stands below its own. */
  reminder: (number: string, invoice = '') =>
    ['Reminder', number, invoice && `of invoice ${invoice}`].filter(Boolean).join(' '),
  all: (count: number) => `Show all ${count}`,
} as const;
