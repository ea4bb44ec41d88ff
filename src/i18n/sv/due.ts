import type { TextsOf } from '../keys.js';

export const due: TextsOf<'due'> = {
  heading: 'Din betalning',
  'invoice.late': 'Faktura {number} på {amount} förföll {date}',
  'invoice.open': 'Faktura {number} på {amount} förfaller {date}',
  'invoice.unpaid': 'Faktura {number} är inte betald',
  rest: { one: '{count} faktura till', other: '{count} fakturor till' },
  'card.open': 'Ditt kort {card} går ut {date}',
  'card.late': 'Ditt kort {card} gick ut {date}',
  agreement: 'Din prenumeration har inget giltigt betalningsavtal',
  renew: 'Förnya',
  later: 'Senare',
  close: 'Stäng',
};
