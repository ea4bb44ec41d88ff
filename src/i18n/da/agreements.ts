import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const agreements: TextsOf<'agreements'> = {
  heading: 'Betalingsaftaler',
  empty: 'Du har ingen gemte aftaler.',
  'provider.vipps': 'Vipps',
  'provider.payex': 'Kort',
  'provider.klarna': 'Klarna',
  'provider.nexi': 'Kort, via Nexi',
  expires: 'Udløber {date}',
  'expires.soon': 'Udløber snart',
  expired: 'Udløbet',
  remove: 'Fjern',
  'remove.ask': [
    'Vil du fjerne denne aftale?',
    'Der foretages ingen nye betalinger med den derefter. En betaling, der er i gang, kan stadig blive trukket.',
  ],
  'remove.last':
    'Dette abonnement betales med den, og ikke med nogen anden. Derefter kan ingen ny betaling trækkes: Tilføj en anden aftale først, eller skift betalingsmetode, så intet bliver stående ubetalt. En betaling, der er i gang, kan stadig blive trukket.',
  'remove.yes': 'Ja, fjern den',
  'remove.no': 'Nej, behold den',
  others: [
    'Dine andre abonnementer bruger stadig deres gamle aftaler',
    'Den aftale, du har tilføjet, gælder kun dette abonnement. Tilføj en også for de andre, hvis de skal betales på samme måde.',
  ],
  'others.add': 'Tilføj for {product}',
  removing: 'Fjerner aftalen …',
  removed: [
    'Aftalen er fjernet',
    'Der foretages ingen nye betalinger med den. En betaling, der er i gang, kan stadig blive trukket.',
  ],
  'still-listed': [
    'Aftalen er fjernet, men vises stadig',
    'Betalingstjenesten siger, at den er fjernet. Det kan tage lidt tid, før listen viser det.',
  ],
  'not-removed': ['Aftalen er ikke fjernet', 'Den vises stadig. Du kan prøve igen.'],
  'not-removed.refused': 'Aftalen er ikke fjernet',
  'in-doubt': [
    'Vi ved ikke, om aftalen er fjernet',
    'Listen kan ikke læses lige nu. Se efter i den, før du prøver igen.',
  ],
  ...loadErrors('Dine aftaler kan ikke vises lige nu'),
};
