import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const agreements: TextsOf<'agreements'> = {
  heading: 'Betalingsavtaler',
  empty: 'Du har ingen lagrede avtaler.',
  'provider.vipps': 'Vipps',
  'provider.payex': 'Kort',
  'provider.klarna': 'Klarna',
  'provider.nexi': 'Kort, via Nexi',
  expires: 'Utløper {date}',
  'expires.soon': 'Utløper snart',
  expired: 'Utløpt',
  remove: 'Fjern',
  'remove.ask': [
    'Vil du fjerne denne avtalen?',
    'Det blir ingen nye betalinger med den etter det. En som er i gang, kan fortsatt bli trukket.',
  ],
  'remove.last':
    'Dette abonnementet betales med den, og ikke med noen annen. Etterpå kan ingen ny betaling trekkes: legg til en annen avtale først, eller bytt betalingsmåte, så ingenting blir stående ubetalt. En betaling som er i gang, kan fortsatt bli trukket.',
  'remove.yes': 'Ja, fjern den',
  'remove.no': 'Nei, behold den',
  others: [
    'De andre abonnementene dine bruker fortsatt de gamle avtalene',
    'Det du har lagt til, gjelder bare dette abonnementet. Legg det til for de andre også hvis de skal betales på samme måte.',
  ],
  'others.add': 'Legg til for {product}',
  removing: 'Fjerner avtalen …',
  removed: [
    'Avtalen er fjernet',
    'Det blir ingen nye betalinger med den. En som er i gang, kan fortsatt bli trukket.',
  ],
  'still-listed': [
    'Avtalen er fjernet, men står her fortsatt',
    'Betalingstjenesten sier at den er fjernet. Det kan ta litt tid før listen viser det.',
  ],
  'not-removed': ['Avtalen er ikke fjernet', 'Den står her fortsatt. Du kan prøve igjen.'],
  'not-removed.refused': 'Avtalen er ikke fjernet',
  'in-doubt': [
    'Vi vet ikke om avtalen er fjernet',
    'Listen kan ikke leses akkurat nå. Se etter i den før du prøver igjen.',
  ],
  ...loadErrors('Avtalene dine kan ikke vises akkurat nå'),
};
