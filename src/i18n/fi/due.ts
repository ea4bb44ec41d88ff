import type { TextsOf } from '../keys.js';

export const due: TextsOf<'due'> = {
  heading: 'Maksusi',
  'invoice.late': 'Lasku {number}, {amount}, erääntyi {date}',
  'invoice.open': 'Lasku {number}, {amount}, erääntyy {date}',
  'invoice.unpaid': 'Lasku {number} on maksamatta',
  rest: { one: '{count} lasku lisää', other: '{count} laskua lisää' },
  'card.soon': 'Korttisi {card} vanhenee {date}',
  'card.over': 'Korttisi {card} vanheni {date}',
  agreement: 'Tilauksellasi ei ole voimassa olevaa maksusopimusta',
  renew: 'Uusi',
  later: 'Myöhemmin',
  close: 'Sulje',
};
