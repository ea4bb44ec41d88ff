import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const invoices: TextsOf<'invoices'> = {
  heading: 'Fakturor',
  empty: 'Du har inga fakturor.',
  pay: 'Betala',
  close: 'Stäng',
  due: 'Förfaller {date}',
  paid: 'Betald',
  'paid.date': 'Betald {date}',
  partly: '{amount} är betalt',
  overdue: 'Förfallen',
  document: 'Visa fakturan',
  reminder: 'Påminnelse {number}',
  'reminder.invoice': 'Påminnelse {number} för faktura {invoice}',
  all: { one: 'Visa {count} faktura', other: 'Visa alla {count} fakturor' },
  ...loadErrors('Dina fakturor kan inte visas just nu'),
};
