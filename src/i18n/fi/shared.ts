import type { TextsOf } from '../keys.js';

export const shared: TextsOf<'shared'> = {
  loading: 'Haetaan tietojasi …',
  wait: 'Palvelu pyytää odottamaan. Yritämme uudelleen {seconds} sekunnin kuluttua …',
  'try-again': 'Yritä uudelleen',
  'check-again': 'Tarkista uudelleen',
  'log-in': 'Kirjaudu sisään',
  invoice: 'Lasku {number}',
  transaction: 'Tapahtuma {number}',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  unreadable: [
    'Emme näe, mistä olet palannut',
    'Sivun osoite ei kerro sitä. Katso, mitä on kirjattu, ennen kuin yrität uudelleen.',
  ],
  'check.no-answer':
    'Palvelu ei vastaa, joten emme vielä tiedä. Tarkista hetken kuluttua uudelleen.',
  'check.unclear':
    'Vastaus ei kerro, mikä tilanne on. Tarkista myöhemmin uudelleen tai ota yhteyttä asiakaspalveluun.',
  'check.unauthorized':
    'Et ole enää kirjautuneena, joten emme vielä tiedä. Kirjaudu sisään ja tarkista uudelleen.',
  'error.config': 'Sitä ei ole otettu käyttöön tällä sivulla. Ota yhteyttä asiakaspalveluun.',
  'error.bad-request': 'Palvelu ei voinut tehdä sitä. Ota yhteyttä asiakaspalveluun.',
  'error.unauthorized': 'Et ole enää kirjautuneena. Kirjaudu sisään ja yritä uudelleen.',
  'error.rate-limited': 'Palvelussa on juuri nyt ruuhkaa. Odota minuutti ja yritä uudelleen.',
  'error.server': 'Palvelussa on juuri nyt häiriö. Yritä hetken kuluttua uudelleen.',
  'error.network': 'Palvelu ei vastaa. Tarkista verkkoyhteytesi ja yritä uudelleen.',
  'error.timeout': 'Palvelun vastaus kestää liian kauan. Yritä hetken kuluttua uudelleen.',
  'error.invalid-response': 'Emme voineet lukea vastausta. Yritä hetken kuluttua uudelleen.',
  'error.declined': 'Palvelu ei hyväksynyt pyyntöä. Ota yhteyttä asiakaspalveluun.',
  'error.in-doubt':
    'Vastaus katosi matkalla. Katso, mitä on tapahtunut, ennen kuin yrität uudelleen.',
};
