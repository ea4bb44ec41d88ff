import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const agreements: TextsOf<'agreements'> = {
  heading: 'Betalningsavtal',
  empty: 'Du har inga sparade avtal.',
  'provider.vipps': 'Vipps',
  'provider.payex': 'Kort',
  'provider.klarna': 'Klarna',
  'provider.nexi': 'Kort, via Nexi',
  expires: 'Går ut {date}',
  'expires.soon': 'Går snart ut',
  expired: 'Har gått ut',
  remove: 'Ta bort',
  'remove.ask': [
    'Vill du ta bort avtalet?',
    'Inga nya betalningar görs med det efter det. En som har påbörjats kan fortfarande dras.',
  ],
  'remove.last':
    'Den här prenumerationen betalas med det, och inte med något annat. Efter det kan ingen ny betalning dras: lägg till ett annat avtal först, eller byt betalningssätt, så att inget blir obetalt. En betalning som har påbörjats kan fortfarande dras.',
  'remove.yes': 'Ja, ta bort det',
  'remove.no': 'Nej, behåll det',
  others: [
    'Dina andra prenumerationer använder fortfarande sina gamla avtal',
    'Det du har lagt till gäller bara den här prenumerationen. Lägg till det för de andra också, om de ska betalas på samma sätt.',
  ],
  'others.add': 'Lägg till för {product}',
  removing: 'Tar bort avtalet …',
  removed: [
    'Avtalet är borttaget',
    'Inga nya betalningar görs med det. En som har påbörjats kan fortfarande dras.',
  ],
  'still-listed': [
    'Avtalet är borttaget men visas fortfarande',
    'Betaltjänsten säger att det är borttaget. Det kan ta en stund innan listan visar det.',
  ],
  'not-removed': ['Avtalet är inte borttaget', 'Det visas fortfarande. Du kan försöka igen.'],
  'not-removed.refused': 'Avtalet är inte borttaget',
  'in-doubt': [
    'Vi vet inte om avtalet är borttaget',
    'Listan kan inte läsas just nu. Se efter i den innan du försöker igen.',
  ],
  ...loadErrors('Dina avtal kan inte visas just nu'),
};
