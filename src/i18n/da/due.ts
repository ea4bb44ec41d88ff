import type { TextsOf } from '../keys.js';

export const due: TextsOf<'due'> = {
  heading: 'Din betaling',
  'invoice.late': 'Faktura {number} på {amount} forfaldt {date}',
  'invoice.open': 'Faktura {number} på {amount} forfalder {date}',
  'invoice.unpaid': 'Faktura {number} er ikke betalt',
  rest: { one: '{count} faktura mere', other: '{count} fakturaer mere' },
  'card.open': 'Dit kort {card} udløber {date}',
  'card.late': 'Dit kort {card} udløb {date}',
  agreement: 'Dit abonnement har ingen gyldig betalingsaftale',
  renew: 'Forny',
  later: 'Senere',
  close: 'Luk',
};
