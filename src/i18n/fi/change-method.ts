import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const changeMethod: TextsOf<'change-method'> = {
  heading: 'Vaihda maksutapa',
  empty: 'Muuta maksutapaa ei ole valittavana.',
  action: 'Vaihda',
  current: 'Käytössä',
  'method.invoice': 'Lasku',
  'method.invoice.hint': 'Maksat jokaisen laskun itse',
  'method.autoGiro': 'Avtalegiro',
  'method.autoGiro.hint': 'Veloitetaan pankkitililtäsi',
  'method.recurringVippsPayment': 'Vipps',
  'method.recurringVippsPayment.hint': 'Hyväksyt Vipps-sovelluksessa',
  'method.recurringPayExCardPayment': 'Kortti',
  'method.recurringPayExCardPayment.hint': 'PayExin maksusivulla',
  'method.recurringKlarnaPayment': 'Klarna',
  'method.recurringKlarnaPayment.hint': 'Klarnan maksusivulla',
  'method.recurringNexiPayment': 'Kortti, Nexin kautta',
  'method.recurringNexiPayment.hint': 'Nexin maksusivulla',
  submitting: 'Aloitetaan vaihtoa …',
  leaving: 'Siirrytään maksupalveluun …',
  'leaving.by-hand': 'Siirry maksupalveluun',
  checking: 'Tarkistetaan, onko vaihto kirjattu …',
  wait: 'Tarkistamme vaihdon uudelleen {seconds} sekunnin kuluttua …',
  registered: 'Maksutapasi on vaihdettu',
  renewal:
    'Maksat samalla tavalla kuin ennen, joten emme näe tästä, onko se uusittu. Jos hyväksyit uusimisen, sinun ei tarvitse tehdä mitään.',
  'outcome.finished': [
    'Maksupalvelun mukaan vaihto on tehty',
    'Sitä ei ole vielä kirjattu. Älä aloita uutta vaihtoa sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.cancelled': [
    'Maksupalvelun mukaan keskeytit vaihdon',
    'Tarkistamme maksutapasi, ennen kuin yrität uudelleen.',
  ],
  'outcome.failed': [
    'Maksupalvelun mukaan vaihto ei onnistunut',
    'Tarkistamme maksutapasi, ennen kuin yrität uudelleen.',
  ],
  'outcome.unknown': [
    'Emme tiedä, miten vaihdossa kävi',
    'Maksutapa on ehkä vaihtunut. Älä aloita uutta vaihtoa sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.initiated': [
    'Maksupalvelun mukaan vaihto on aloitettu',
    'Jos sovellus odottaa sinua, hyväksy vaihto siellä. Älä aloita uutta vaihtoa sillä aikaa, kun tarkistamme asiaa.',
  ],
  'outcome.error': [
    'Vaihdon aikana tapahtui virhe',
    'Maksutapa on silti ehkä vaihtunut. Älä aloita uutta vaihtoa sillä aikaa, kun tarkistamme asiaa.',
  ],
  'unconfirmed.finished': [
    'Uutta maksutapaa ei ole vielä kirjattu',
    'Maksupalvelun mukaan vaihto on tehty, ja voi kestää hetken, ennen kuin se näkyy. Siihen asti maksat kuten ennen: tarkista myöhemmin uudelleen tai ota yhteyttä asiakaspalveluun.',
  ],
  'unconfirmed.cancelled': [
    'Vaihto keskeytettiin',
    'Uutta maksutapaa ei ole kirjattu: maksat kuten ennen. Voit yrittää uudelleen.',
  ],
  'unconfirmed.failed': [
    'Vaihto ei onnistunut',
    'Uutta maksutapaa ei ole kirjattu: maksat kuten ennen. Voit yrittää uudelleen tai valita toisen.',
  ],
  'unconfirmed.unknown': [
    'Emme vieläkään tiedä, miten vaihdossa kävi',
    'Uutta maksutapaa ei ole kirjattu. Jos hyväksyit sen, tarkista myöhemmin uudelleen. Jos et hyväksynyt, voit aloittaa alusta.',
  ],
  'unconfirmed.initiated': [
    'Vaihto on aloitettu, mutta sitä ei ole kirjattu',
    'Jos sovellus odottaa sinua, hyväksy vaihto siellä ja tarkista uudelleen. Jos et ole hyväksynyt, voit aloittaa alusta.',
  ],
  'unconfirmed.error': [
    'Vaihdon aikana tapahtui virhe',
    'Uutta maksutapaa ei ole kirjattu. Jos hyväksyit sen, odota ja katso tilanne, ennen kuin yrität uudelleen.',
  ],
  open: [
    'Olet aloittanut maksutavan vaihdon',
    'Uutta maksutapaa ei ole vielä kirjattu. Jatka siitä, mihin jäit. Jos aloitat alusta, hyväksy vain toinen näistä kahdesta vaihdosta.',
  ],
  elsewhere: [
    'Maksutapaa vaihdetaan toisessa ikkunassa',
    'Tee vaihto siellä loppuun. Tämä sivu näyttää, kun se on kirjattu.',
  ],
  'in-doubt': [
    'Emme tiedä, aloitettiinko vaihto',
    'Vastaus katosi matkalla. Älä aloita uutta vaihtoa sillä aikaa, kun tarkistamme asiaa.',
  ],
  'not-registered': [
    'Vaihtoa ei ole kirjattu',
    'Olemme tarkistaneet: maksat kuten ennen. Voit yrittää uudelleen.',
  ],
  away: [
    'Avautuiko maksupalvelun sivu?',
    'Vaihtoa ei ole vielä kirjattu. Jatka sivulle, jos se ei avautunut. Jos aloitat alusta, hyväksy vain toinen näistä kahdesta vaihdosta.',
  ],
  already: [
    'Maksat jo tällä tavalla',
    'Näin se on kirjattu, joten vaihtoa ei aloitettu. Sinun ei tarvitse tehdä mitään.',
  ],
  'ask.start-over': [
    'Aloitetaanko toinen vaihto?',
    'Ensimmäisen voi vielä hyväksyä. Jos hyväksyt molemmat, molemmat voidaan ottaa käyttöön.',
  ],
  'ask.not-paid': [
    'Oletko varma, ettet hyväksynyt vaihtoa?',
    'Maksupalvelun mukaan hyväksyit sen. Katso ensin pankistasi tai sovelluksesta: jos hyväksyit sen, se voidaan ottaa käyttöön kahteen kertaan.',
  ],
  'ask.again': [
    'Vaihdetaanko silti?',
    'Tämä maksutapa on jo kirjattu. Jos se pitää paikkansa, se voidaan ottaa käyttöön kahteen kertaan.',
  ],
  'not-paid': 'En hyväksynyt',
  'pay-again': 'Vaihda silti',
  ...buttons,
  ...refusals(
    'Vaihtoa ei aloitettu',
    'Emme tiedä, aloitettiinko vaihto',
    'maksat kuten ennen',
    'Valitse toinen maksutapa tai ota yhteyttä asiakaspalveluun.',
    'Katso, miten maksat nyt, ennen kuin yrität uudelleen.',
  ),
  ...loadErrors('Maksutapaa ei voi vaihtaa täällä juuri nyt'),
};
