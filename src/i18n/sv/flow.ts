import type { Refusals } from '../moments.js';

/** What the buttons of each of the three flows say alike. */
export const buttons = {
  continue: 'Fortsätt',
  'check-again': 'Kontrollera igen',
  'start-over': 'Börja om',
  'start-over.yes': 'Ja, börja om',
  'start-over.no': 'Nej, gå tillbaka',
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
    'error.config': [not, `Det är inte inställt på den här sidan, och ${so}. Kontakta kundtjänst.`],
    'error.bad-request': [not, `Betaltjänsten kunde inte ta emot det, och ${so}. ${another}`],
    'error.unauthorized': [not, `Du är inte längre inloggad, och ${so}. Logga in och försök igen.`],
    'error.rate-limited': [
      not,
      `Det är många som vill in just nu, och ${so}. Vänta en minut och försök igen.`,
    ],
    'error.server': [not, `Tjänsten har problem just nu, och ${so}. Försök igen om en stund.`],
    'error.network': [
      not,
      `Tjänsten svarar inte, och ${so}. Kontrollera din anslutning och försök igen.`,
    ],
    'error.timeout': [
      not,
      `Tjänsten tar för lång tid på sig att svara, och ${so}. Försök igen om en stund.`,
    ],
    'error.declined': [not, `Betaltjänsten sa nej, och ${so}. ${another}`],
    'error.invalid-response': [unsure, `Vi kunde inte läsa svaret. ${look}`],
    'error.in-doubt': [unsure, `Svaret försvann på vägen. ${look}`],
  };
}
