import type { Refusals } from '../moments.js';

/** What the buttons of each of the three flows say alike. */
export const buttons = {
  continue: 'Fortsett',
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
      `Det er ikke satt opp på denne siden, og ${so}. Ta kontakt med kundeservice.`,
    ],
    'error.bad-request': [not, `Betalingstjenesten kunne ikke ta imot det, og ${so}. ${another}`],
    'error.unauthorized': [not, `Du er ikke lenger logget inn, og ${so}. Logg inn, og prøv igjen.`],
    'error.rate-limited': [
      not,
      `Det er stor pågang akkurat nå, og ${so}. Vent et minutt, og prøv igjen.`,
    ],
    'error.server': [not, `Tjenesten har problemer akkurat nå, og ${so}. Prøv igjen om litt.`],
    'error.network': [
      not,
      `Tjenesten svarer ikke, og ${so}. Sjekk nettforbindelsen, og prøv igjen.`,
    ],
    'error.timeout': [
      not,
      `Tjenesten bruker for lang tid på å svare, og ${so}. Prøv igjen om litt.`,
    ],
    'error.declined': [not, `Betalingstjenesten sa nei, og ${so}. ${another}`],
    'error.invalid-response': [unsure, `Vi kunne ikke lese svaret. ${look}`],
    'error.in-doubt': [unsure, `Svaret ble borte underveis. ${look}`],
  };
}
