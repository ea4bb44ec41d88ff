import type { TextsOf } from '../keys.js';
import { buttons, refusals } from './flow.js';

export const addAgreement: TextsOf<'add-agreement'> = {
  heading: 'Lisää maksusopimus',
  empty: 'Lisättävää sopimusta ei ole.',
  action: 'Lisää sopimus',
  submitting: 'Aloitetaan sopimuksen tekoa …',
  leaving: 'Siirrytään maksupalveluun …',
  'leaving.by-hand': 'Siirry maksupalveluun',
  checking: 'Tarkistetaan, onko sopimus kirjattu …',
  wait: 'Tarkistamme sopimuksen uudelleen {seconds} sekunnin kuluttua …',
  registered: 'Sopimus on tallennettu',
  'outcome.finished': [
    'Maksupalvelun mukaan sopimus on valmis',
    'Sitä ei ole vielä kirjattu. Älä lisää uutta sopimusta sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.cancelled': [
    'Maksupalvelun mukaan keskeytit sopimuksen teon',
    'Tarkistamme sopimuksesi, ennen kuin yrität uudelleen.',
  ],
  'outcome.failed': [
    'Maksupalvelun mukaan sopimuksen teko ei onnistunut',
    'Tarkistamme sopimuksesi, ennen kuin yrität uudelleen.',
  ],
  'outcome.unknown': [
    'Emme tiedä, miten sopimuksen teossa kävi',
    'Se on ehkä lisätty. Älä lisää uutta sopimusta sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.initiated': [
    'Maksupalvelun mukaan sopimuksen teko on aloitettu',
    'Jos sovellus odottaa sinua, hyväksy sopimus siellä. Älä lisää uutta sopimusta sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.error': [
    'Sopimuksen teossa tapahtui virhe',
    'Se on silti ehkä lisätty. Älä lisää uutta sopimusta sillä aikaa, kun tarkistamme asiaa.',
  ],
  'unconfirmed.finished': [
    'Sopimusta ei ole vielä kirjattu',
    'Maksupalvelun mukaan se on valmis, ja voi kestää hetken, ennen kuin se näkyy. Älä lisää uutta: tarkista myöhemmin uudelleen tai ota yhteyttä asiakaspalveluun.',
  ],
  'unconfirmed.cancelled': [
    'Sopimuksen teko keskeytettiin',
    'Uutta sopimusta ei ole kirjattu. Voit yrittää uudelleen.',
  ],
  'unconfirmed.failed': [
    'Sopimuksen teko ei onnistunut',
    'Uutta sopimusta ei ole kirjattu. Voit yrittää uudelleen.',
  ],
  'unconfirmed.unknown': [
    'Emme vieläkään tiedä, miten sopimuksen teossa kävi',
    'Uutta sopimusta ei ole kirjattu. Jos hyväksyit sen, tarkista myöhemmin uudelleen. Jos et hyväksynyt, voit aloittaa alusta.',
  ],
  'unconfirmed.initiated': [
    'Sopimuksen teko on aloitettu, mutta sopimusta ei ole kirjattu',
    'Jos sovellus odottaa sinua, hyväksy sopimus siellä ja tarkista uudelleen. Jos et ole hyväksynyt, voit aloittaa alusta.',
  ],
  'unconfirmed.error': [
    'Sopimuksen teossa tapahtui virhe',
    'Uutta sopimusta ei ole kirjattu. Jos hyväksyit sen, odota ja katso tilanne, ennen kuin yrität uudelleen.',
  ],
  open: [
    'Olet aloittanut sopimuksen lisäämisen',
    'Sitä ei ole vielä kirjattu. Jatka siitä, mihin jäit. Jos aloitat alusta, hyväksy vain toinen näistä kahdesta sopimuksesta.',
  ],
  elsewhere: [
    'Sopimusta lisätään toisessa ikkunassa',
    'Tee se siellä loppuun. Tämä sivu näyttää, kun se on kirjattu.',
  ],
  'in-doubt': [
    'Emme tiedä, aloitettiinko sopimuksen teko',
    'Vastaus katosi matkalla. Älä lisää uutta sopimusta sillä aikaa, kun tarkistamme asiaa.',
  ],
  'not-registered': [
    'Uutta sopimusta ei ole kirjattu',
    'Olemme tarkistaneet: mitään ei ole lisätty. Voit yrittää uudelleen.',
  ],
  away: [
    'Avautuiko maksupalvelun sivu?',
    'Uutta sopimusta ei ole vielä kirjattu. Jatka sivulle, jos se ei avautunut. Jos aloitat alusta, hyväksy vain toinen näistä kahdesta sopimuksesta.',
  ],
  already: [
    'Sinulla on jo tämä sopimus',
    'Näin se on kirjattu, joten uutta sopimusta ei tehty. Sinun ei tarvitse tehdä mitään.',
  ],
  'ask.start-over': [
    'Tehdäänkö toinen sopimus?',
    'Ensimmäisen voi vielä hyväksyä. Jos hyväksyt molemmat, saat kaksi sopimusta.',
  ],
  'ask.not-paid': [
    'Oletko varma, ettet hyväksynyt sopimusta?',
    'Maksupalvelun mukaan hyväksyit sen. Katso ensin pankistasi tai sovelluksesta: jos hyväksyit sen, saat kaksi sopimusta.',
  ],
  'ask.again': [
    'Lisätäänkö sopimus silti?',
    'Sopimus on jo kirjattu. Jos se pitää paikkansa, saat kaksi sopimusta.',
  ],
  'not-paid': 'En hyväksynyt',
  'pay-again': 'Lisää silti',
  ...buttons,
  ...refusals(
    'Sopimuksen tekoa ei aloitettu',
    'Emme tiedä, aloitettiinko sopimuksen teko',
    'mitään ei ole lisätty',
    'Ota yhteyttä asiakaspalveluun.',
    'Katso sopimuksesi, ennen kuin yrität uudelleen.',
  ),
};
