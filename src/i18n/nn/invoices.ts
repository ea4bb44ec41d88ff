import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const invoices: TextsOf<'invoices'> = {
  heading: 'Fakturaer',
  empty: 'Du har ingen fakturaer.',
  pay: 'Betal',
  close: 'Lukk',
  due: 'Forfell {date}',
  paid: 'Betalt',
  'paid.date': 'Betalt {date}',
  partly: '{amount} er betalt',
  overdue: 'Forfallen',
  document: 'Sjå fakturaen',
  reminder: 'Påminning {number}',
  'reminder.invoice': 'Påminning {number} om faktura {invoice}',
  all: { one: 'Vis {count} faktura', other: 'Vis alle {count} fakturaer' },
  ...loadErrors('Fakturaene dine kan ikkje visast akkurat no'),
};
