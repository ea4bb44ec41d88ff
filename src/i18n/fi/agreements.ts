import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const agreements: TextsOf<'agreements'> = {
  heading: 'Maksusopimukset',
  empty: 'Sinulla ei ole tallennettuja sopimuksia.',
  'provider.vipps': 'Vipps',
  'provider.payex': 'Kortti',
  'provider.klarna': 'Klarna',
  'provider.nexi': 'Kortti, Nexin kautta',
  expires: 'Vanhenee {date}',
  'expires.soon': 'Vanhenee pian',
  expired: 'Vanhentunut',
  remove: 'Poista',
  'remove.ask': [
    'Haluatko poistaa tämän sopimuksen?',
    'Sillä ei sen jälkeen tehdä uusia maksuja. Jo alkanut maksu voidaan vielä veloittaa.',
  ],
  'remove.last':
    'Tämä tilaus maksetaan sillä eikä millään muulla. Sen jälkeen uusia maksuja ei voida veloittaa: lisää ensin toinen sopimus tai vaihda maksutapaa, jottei mitään jää maksamatta. Jo alkanut maksu voidaan vielä veloittaa.',
  'remove.yes': 'Kyllä, poista',
  'remove.no': 'Ei, säilytä se',
  others: [
    'Muut tilauksesi käyttävät yhä vanhoja sopimuksiaan',
    'Lisäämäsi sopimus koskee vain tätä tilausta. Lisää sellainen myös muille, jos haluat maksaa ne samalla tavalla.',
  ],
  'others.add': 'Lisää tuotteelle {product}',
  removing: 'Poistetaan sopimusta …',
  removed: [
    'Sopimus on poistettu',
    'Sillä ei tehdä uusia maksuja. Jo alkanut maksu voidaan vielä veloittaa.',
  ],
  'still-listed': [
    'Sopimus on poistettu, mutta se näkyy vielä',
    'Maksupalvelun mukaan se on poistettu. Voi kestää hetken, ennen kuin luettelo näyttää sen.',
  ],
  'not-removed': ['Sopimusta ei ole poistettu', 'Se näkyy vielä. Voit yrittää uudelleen.'],
  'not-removed.refused': 'Sopimusta ei ole poistettu',
  'in-doubt': [
    'Emme tiedä, onko sopimus poistettu',
    'Luetteloa ei voi lukea juuri nyt. Katso se, ennen kuin yrität uudelleen.',
  ],
  ...loadErrors('Sopimuksiasi ei voi näyttää juuri nyt'),
};
