import type { TextsOf } from '../keys.js';

export const due: TextsOf<'due'> = {
  heading: 'Betalinga di',
  'invoice.late': 'Faktura {number} på {amount} forfall {date}',
  'invoice.open': 'Faktura {number} på {amount} forfell {date}',
  'invoice.unpaid': 'Faktura {number} er ikkje betalt',
  rest: { one: '{count} faktura til', other: '{count} fakturaer til' },
  'card.open': 'Kortet ditt {card} går ut {date}',
  'card.late': 'Kortet ditt {card} gjekk ut {date}',
  agreement: 'Abonnementet ditt har ingen gyldig betalingsavtale',
  renew: 'Forny',
  later: 'Seinare',
  close: 'Lukk',
};
