import type { Refusals } from '../moments.js';

/** What the buttons of each of the three flows say alike. */
export const buttons = {
  continue: 'Jatka',
  'check-again': 'Tarkista uudelleen',
  'start-over': 'Aloita alusta',
  'start-over.yes': 'Kyllä, aloita alusta',
  'start-over.no': 'Ei, palaa takaisin',
} as const;

/** Why a request was refused; its parts are those of the English. */
export function refusals(
  not: string,
  unsure: string,
  so: string,
  another: string,
  look: string,
): Refusals {
  return {
    'error.config': [
      not,
      `Sitä ei ole otettu käyttöön tällä sivulla, ja ${so}. Ota yhteyttä asiakaspalveluun.`,
    ],
    'error.bad-request': [not, `Maksupalvelu ei voinut ottaa sitä vastaan, ja ${so}. ${another}`],
    'error.unauthorized': [
      not,
      `Et ole enää kirjautuneena, ja ${so}. Kirjaudu sisään ja yritä uudelleen.`,
    ],
    'error.rate-limited': [
      not,
      `Palvelussa on juuri nyt ruuhkaa, ja ${so}. Odota minuutti ja yritä uudelleen.`,
    ],
    'error.server': [
      not,
      `Palvelussa on juuri nyt häiriö, ja ${so}. Yritä hetken kuluttua uudelleen.`,
    ],
    'error.network': [
      not,
      `Palvelu ei vastaa, ja ${so}. Tarkista verkkoyhteytesi ja yritä uudelleen.`,
    ],
    'error.timeout': [
      not,
      `Palvelun vastaus kestää liian kauan, ja ${so}. Yritä hetken kuluttua uudelleen.`,
    ],
    'error.declined': [not, `Maksupalvelu ei hyväksynyt pyyntöä, ja ${so}. ${another}`],
    'error.invalid-response': [unsure, `Emme voineet lukea vastausta. ${look}`],
    'error.in-doubt': [unsure, `Vastaus katosi matkalla. ${look}`],
  };
}
