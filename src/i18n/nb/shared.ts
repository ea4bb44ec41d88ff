import type { TextsOf } from '../keys.js';

export const shared: TextsOf<'shared'> = {
  loading: 'Henter opplysningene dine …',
  wait: {
    one: 'Tjenesten ber oss vente. Vi prøver igjen om {seconds} sekund …',
    other: 'Tjenesten ber oss vente. Vi prøver igjen om {seconds} sekunder …',
  },
  'try-again': 'Prøv igjen',
  'check-again': 'Sjekk igjen',
  'log-in': 'Logg inn',
  invoice: 'Faktura {number}',
  transaction: 'Transaksjon {number}',
  copy: 'Kopier',
  copied: 'Kopiert',
  unreadable: [
    'Vi ser ikke hva du er kommet tilbake fra',
    'Adressen til denne siden sier det ikke. Se etter hva som er registrert, før du prøver igjen.',
  ],
  'check.no-answer': 'Tjenesten svarer ikke, så vi vet det ikke ennå. Sjekk igjen om litt.',
  'check.unclear':
    'Svaret sier ikke hvordan det står til. Sjekk igjen senere, eller kontakt kundeservice.',
  'check.unauthorized':
    'Du er ikke lenger logget inn, så vi vet det ikke ennå. Logg inn, og sjekk igjen.',
  'error.config': 'Det er ikke satt opp på denne siden. Ta kontakt med kundeservice.',
  'error.bad-request': 'Tjenesten kunne ikke gjøre det. Ta kontakt med kundeservice.',
  'error.unauthorized': 'Du er ikke lenger logget inn. Logg inn, og prøv igjen.',
  'error.rate-limited': 'Det er stor pågang akkurat nå. Vent et minutt, og prøv igjen.',
  'error.server': 'Tjenesten har problemer akkurat nå. Prøv igjen om litt.',
  'error.network': 'Tjenesten svarer ikke. Sjekk nettforbindelsen, og prøv igjen.',
  'error.timeout': 'Tjenesten bruker for lang tid på å svare. Prøv igjen om litt.',
  'error.invalid-response': 'Vi kunne ikke lese svaret. Prøv igjen om litt.',
  'error.declined': 'Tjenesten sa nei. Ta kontakt med kundeservice.',
  'error.in-doubt': 'Svaret ble borte underveis. Se etter hva som har skjedd, før du prøver igjen.',
};
