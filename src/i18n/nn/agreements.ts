import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const agreements: TextsOf<'agreements'> = {
  heading: 'Betalingsavtalar',
  empty: 'Du har ingen lagra avtalar.',
  'provider.vipps': 'Vipps',
  'provider.payex': 'Kort',
  'provider.klarna': 'Klarna',
  'provider.nexi': 'Kort, via Nexi',
  expires: 'Går ut {date}',
  'expires.soon': 'Går snart ut',
  expired: 'Gått ut',
  remove: 'Fjern',
  'remove.ask': [
    'Vil du fjerne denne avtalen?',
    'Det blir ingen nye betalingar med den etter det. Ei som er i gang, kan framleis bli trekt.',
  ],
  'remove.last':
    'Dette abonnementet blir betalt med den, og ikkje med nokon annan. Etterpå kan ingen ny betaling bli trekt: legg til ein annan avtale først, eller byt betalingsmåte, så ingenting blir ståande ubetalt. Ei betaling som er i gang, kan framleis bli trekt.',
  'remove.yes': 'Ja, fjern avtalen',
  'remove.no': 'Nei, behald avtalen',
  others: [
    'Dei andre abonnementa dine bruker framleis dei gamle avtalane',
    'Det du har lagt til, gjeld berre dette abonnementet. Legg det til for dei andre òg om dei skal betalast på same måten.',
  ],
  'others.add': 'Legg til for {product}',
  removing: 'Fjernar avtalen …',
  removed: [
    'Avtalen er fjerna',
    'Det blir ingen nye betalingar med den. Ei som er i gang, kan framleis bli trekt.',
  ],
  'still-listed': [
    'Avtalen er fjerna, men står her framleis',
    'Betalingstenesta seier at den er fjerna. Det kan ta litt tid før lista viser det.',
  ],
  'not-removed': ['Avtalen er ikkje fjerna', 'Den står her framleis. Du kan prøve igjen.'],
  'not-removed.refused': 'Avtalen er ikkje fjerna',
  'in-doubt': [
    'Vi veit ikkje om avtalen er fjerna',
    'Lista kan ikkje lesast akkurat no. Sjå etter i den før du prøver igjen.',
  ],
  ...loadErrors('Avtalane dine kan ikkje visast akkurat no'),
};
