import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const invoices: TextsOf<'invoices'> = {
  heading: 'Fakturaer',
  empty: 'Du har ingen fakturaer.',
  pay: 'Betal',
  close: 'Luk',
  due: 'Forfalder {date}',
  paid: 'Betalt',
  'paid.date': 'Betalt {date}',
  partly: '{amount} er betalt',
  overdue: 'Forfalden',
  document: 'Se fakturaen',
  reminder: 'Påmindelse {number}',
  'reminder.invoice': 'Påmindelse {number} om faktura {invoice}',
  all: { one: 'Vis {count} faktura', other: 'Vis alle {count} fakturaer' },
  ...loadErrors('Dine fakturaer kan ikke vises lige nu'),
};
