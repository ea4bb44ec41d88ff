import type { Refusals } from '../moments.js';

/** What the buttons of each of the three flows say alike. */
export const buttons = {
  continue: 'Hald fram',
  'check-again': 'Sjekk igjen',
  'start-over': 'Begynn på nytt',
  'start-over.yes': 'Ja, begynn på nytt',
  'start-over.no': 'Nei, gå tilbake',
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
      `Det er ikkje sett opp på denne sida, og ${so}. Ta kontakt med kundeservice.`,
    ],
    'error.bad-request': [not, `Betalingstenesta kunne ikkje ta imot det, og ${so}. ${another}`],
    'error.unauthorized': [not, `Du er ikkje lenger logga inn, og ${so}. Logg inn, og prøv igjen.`],
    'error.rate-limited': [
      not,
      `Det er stor pågang akkurat no, og ${so}. Vent eit minutt, og prøv igjen.`,
    ],
    'error.server': [not, `Tenesta har problem akkurat no, og ${so}. Prøv igjen om litt.`],
    'error.network': [not, `Tenesta svarar ikkje, og ${so}. Sjekk nettsambandet, og prøv igjen.`],
    'error.timeout': [not, `Tenesta bruker for lang tid på å svare, og ${so}. Prøv igjen om litt.`],
    'error.declined': [not, `Betalingstenesta sa nei, og ${so}. ${another}`],
    'error.invalid-response': [unsure, `Vi kunne ikkje lese svaret. ${look}`],
    'error.in-doubt': [unsure, `Svaret vart borte undervegs. ${look}`],
  };
}
