import type { TextsOf } from '../keys.js';

export const due: TextsOf<'due'> = {
  heading: 'Maksusi',
  'invoice.late': 'Lasku {number}, {amount}, erääntyi {date}',
  'invoice.open': 'Lasku {number}, {amount}, erääntyy {date}',
  'invoice.unpaid': 'Lasku {number} on maksamatta',
  rest: { one: '{count} lasku lisää', other: '{count} laskua lisää' },
  'card.open': 'Korttisi {card} vanhenee {date}',
  'card.late': 'Korttisi {card} vanheni {date}',
  agreement: 'Tilauksellasi ei ole voimassa olevaa maksusopimusta',
  renew: 'Uusi',
  later: 'Myöhemmin',
  close: 'Sulje',
};
