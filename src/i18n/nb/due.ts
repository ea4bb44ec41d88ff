import type { TextsOf } from '../keys.js';

export const due: TextsOf<'due'> = {
  heading: 'Betalingen din',
  'invoice.late': 'Faktura {number} på {amount} forfalt {date}',
  'invoice.open': 'Faktura {number} på {amount} forfaller {date}',
  'invoice.unpaid': 'Faktura {number} er ikke betalt',
  rest: { one: '{count} faktura til', other: '{count} fakturaer til' },
  'card.open': 'Kortet ditt {card} går ut {date}',
  'card.late': 'Kortet ditt {card} gikk ut {date}',
  agreement: 'Abonnementet ditt har ingen gyldig betalingsavtale',
  renew: 'Forny',
  later: 'Senere',
  close: 'Lukk',
};
