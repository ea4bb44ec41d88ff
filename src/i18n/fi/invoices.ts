import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const invoices: TextsOf<'invoices'> = {
  heading: 'Laskut',
  empty: 'Sinulla ei ole laskuja.',
  pay: 'Maksa',
  close: 'Sulje',
  due: 'Eräpäivä {date}',
  paid: 'Maksettu',
  'paid.date': 'Maksettu {date}',
  partly: 'Maksettu {amount}',
  overdue: 'Erääntynyt',
  document: 'Näytä lasku',
  reminder: 'Maksumuistutus {number}',
  'reminder.invoice': 'Laskun {invoice} maksumuistutus {number}',
  all: { one: 'Näytä {count} lasku', other: 'Näytä kaikki {count} laskua' },
  ...loadErrors('Laskujasi ei voi näyttää juuri nyt'),
};
