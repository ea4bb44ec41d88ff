import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const invoices: TextsOf<'invoices'> = {
  heading: 'Fakturaer',
  empty: 'Du har ingen fakturaer.',
  pay: 'Betal',
  close: 'Lukk',
  due: 'Forfaller {date}',
  paid: 'Betalt',
  'paid.date': 'Betalt {date}',
  partly: '{amount} er betalt',
  overdue: 'Forfalt',
  document: 'Se fakturaen',
  reminder: 'Påminnelse {number}',
  'reminder.invoice': 'Påminnelse {number} om faktura {invoice}',
  all: { one: 'Vis {count} faktura', other: 'Vis alle {count} fakturaer' },
  ...loadErrors('Fakturaene dine kan ikke vises akkurat nå'),
};
