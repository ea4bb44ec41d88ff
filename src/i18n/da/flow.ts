import type { Refusals } from '../moments.js';

/** What the buttons of each of the three flows say alike. */
export const buttons = {
  continue: 'Fortsæt',
  'check-again': 'Tjek igen',
  'start-over': 'Begynd forfra',
  'start-over.yes': 'Ja, begynd forfra',
  'start-over.no': 'Nej, gå tilbage',
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
    'error.config': [not, `Det er ikke sat op på denne side, og ${so}. Kontakt kundeservice.`],
    'error.bad-request': [not, `Betalingstjenesten kunne ikke tage imod det, og ${so}. ${another}`],
    'error.unauthorized': [not, `Du er ikke længere logget ind, og ${so}. Log ind, og prøv igen.`],
    'error.rate-limited': [not, `Der er travlt lige nu, og ${so}. Vent et minut, og prøv igen.`],
    'error.server': [not, `Tjenesten har problemer lige nu, og ${so}. Prøv igen om lidt.`],
    'error.network': [not, `Tjenesten svarer ikke, og ${so}. Tjek din forbindelse, og prøv igen.`],
    'error.timeout': [not, `Tjenesten er for lang tid om at svare, og ${so}. Prøv igen om lidt.`],
    'error.declined': [not, `Betalingstjenesten sagde nej, og ${so}. ${another}`],
    'error.invalid-response': [unsure, `Vi kunne ikke læse svaret. ${look}`],
    'error.in-doubt': [unsure, `Svaret gik tabt undervejs. ${look}`],
  };
}
