import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const payInvoice: TextsOf<'pay-invoice'> = {
  heading: 'Maksa lasku',
  empty: 'Valittavana ei ole yhtään maksutapaa.',
  action: 'Maksa',
  'action.amount': 'Maksa {amount}',
  'method.creditcardPayex': 'Kortti',
  'method.creditcardPayex.hint': 'PayExin maksusivulla',
  'method.swishPayex': 'Swish',
  'method.swishPayex.hint': 'Hyväksyt Swish-sovelluksessa',
  'method.vippsEcommerce': 'Vipps',
  'method.vippsEcommerce.hint': 'Hyväksyt Vipps-sovelluksessa',
  'method.nexi': 'Kortti, Nexin kautta',
  'method.nexi.hint': 'Nexin maksusivulla',
  submitting: 'Aloitetaan maksua …',
  leaving: 'Siirrytään maksusivulle …',
  'leaving.by-hand': 'Siirry maksusivulle',
  checking: 'Tarkistetaan, onko maksu kirjattu …',
  wait: 'Tarkistamme maksun uudelleen {seconds} sekunnin kuluttua …',
  registered: 'Lasku {number} on maksettu',
  'outcome.finished': [
    'Maksupalvelun mukaan olet maksanut',
    'Laskua {number} ei ole vielä kirjattu maksetuksi. Älä maksa sitä uudelleen sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.cancelled': [
    'Maksupalvelun mukaan keskeytit maksun',
    'Tarkistamme laskun {number}, ennen kuin yrität uudelleen.',
  ],
  'outcome.failed': [
    'Maksupalvelun mukaan maksu ei onnistunut',
    'Tarkistamme laskun {number}, ennen kuin yrität uudelleen.',
  ],
  'outcome.unknown': [
    'Emme tiedä, miten maksussa kävi',
    'Olet ehkä maksanut. Älä maksa laskua {number} uudelleen sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.initiated': [
    'Maksupalvelun mukaan maksu on aloitettu',
    'Jos sovellus odottaa sinua, hyväksy maksu siellä. Älä maksa laskua {number} uudelleen sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.error': [
    'Maksun aikana tapahtui virhe',
    'Olet silti ehkä maksanut. Älä maksa laskua {number} uudelleen sillä aikaa, kun tarkistamme asiaa.',
  ],
  'unconfirmed.finished': [
    'Laskua {number} ei ole vielä kirjattu maksetuksi',
    'Maksupalvelun mukaan olet maksanut, ja voi kestää hetken, ennen kuin se näkyy. Älä maksa uudelleen: tarkista myöhemmin uudelleen tai ota yhteyttä asiakaspalveluun.',
  ],
  'unconfirmed.cancelled': [
    'Maksu keskeytettiin',
    'Laskua {number} ei ole kirjattu maksetuksi. Voit yrittää uudelleen.',
  ],
  'unconfirmed.failed': [
    'Maksu ei onnistunut',
    'Laskua {number} ei ole kirjattu maksetuksi. Voit yrittää uudelleen tai maksaa toisella tavalla.',
  ],
  'unconfirmed.unknown': [
    'Emme vieläkään tiedä, miten maksussa kävi',
    'Laskua {number} ei ole kirjattu maksetuksi. Jos olet maksanut, tarkista myöhemmin uudelleen. Jos et ole, voit aloittaa alusta.',
  ],
  'unconfirmed.initiated': [
    'Maksu on aloitettu, mutta sitä ei ole kirjattu',
    'Jos sovellus odottaa sinua, hyväksy maksu siellä ja tarkista uudelleen. Jos et ole maksanut, voit aloittaa alusta.',
  ],
  'unconfirmed.error': [
    'Maksun aikana tapahtui virhe',
    'Laskua {number} ei ole kirjattu maksetuksi. Jos hyväksyit maksun, odota ja katso tilanne, ennen kuin yrität uudelleen.',
  ],
  open: [
    'Olet aloittanut laskun {number} maksamisen',
    'Sitä ei ole vielä kirjattu maksetuksi. Jatka siitä, mihin jäit. Jos aloitat alusta, hyväksy vain toinen näistä kahdesta maksusta.',
  ],
  elsewhere: [
    'Laskua {number} maksetaan toisessa ikkunassa',
    'Tee maksu siellä loppuun. Tämä sivu näyttää, kun se on kirjattu.',
  ],
  'in-doubt': [
    'Emme tiedä, aloitettiinko maksu',
    'Vastaus katosi matkalla. Älä aloita uutta maksua sillä aikaa, kun tarkistamme asiaa.',
  ],
  'not-registered': [
    'Maksua ei ole kirjattu',
    'Olemme tarkistaneet: laskua {number} ei ole kirjattu maksetuksi. Voit yrittää uudelleen.',
  ],
  away: [
    'Avautuiko maksusivu?',
    'Mitään ei ole vielä kirjattu maksetuksi. Jatka maksusivulle, jos se ei avautunut. Jos aloitat alusta, hyväksy vain toinen näistä kahdesta maksusta.',
  ],
  already: [
    'Lasku {number} on jo maksettu',
    'Näin se on kirjattu, joten uutta maksua ei aloitettu. Sinun ei tarvitse tehdä mitään.',
  ],
  'new-amount': [
    'Summa on nyt {amount}',
    'Se on muuttunut sen jälkeen, kun avasit sivun, eikä mitään ole maksettu. Paina painiketta uudelleen, niin maksat {amount}.',
  ],
  'ask.start-over': [
    'Aloitetaanko laskun {number} toinen maksu?',
    'Ensimmäisen voi vielä hyväksyä. Jos hyväksyt molemmat, maksat kahteen kertaan.',
  ],
  'ask.not-paid': [
    'Oletko varma, ettet maksanut laskua {number}?',
    'Maksupalvelun mukaan olet maksanut. Katso ensin pankistasi tai sovelluksesta: jos olet maksanut, maksat kahteen kertaan.',
  ],
  'ask.again': [
    'Maksetaanko lasku {number} silti?',
    'Se on kirjattu maksetuksi. Jos se pitää paikkansa, maksat kahteen kertaan.',
  ],
  'not-paid': 'En maksanut',
  'pay-again': 'Maksa silti',
  ...buttons,
  ...refusals(
    'Maksua ei aloitettu',
    'Emme tiedä, aloitettiinko maksu',
    'rahaa ei ole siirtynyt',
    'Maksa toisella tavalla tai ota yhteyttä asiakaspalveluun.',
    'Katso, onko lasku {number} maksettu, ennen kuin yrität uudelleen.',
  ),
  ...loadErrors('Laskua ei voi maksaa täällä juuri nyt'),
};
