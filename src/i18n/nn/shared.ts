import type { TextsOf } from '../keys.js';

export const shared: TextsOf<'shared'> = {
  loading: 'Hentar opplysningane dine …',
  wait: 'Tenesta ber oss vente. Vi prøver igjen om {seconds} sekund …',
  'try-again': 'Prøv igjen',
  'check-again': 'Sjekk igjen',
  'log-in': 'Logg inn',
  invoice: 'Faktura {number}',
  transaction: 'Transaksjon {number}',
  copy: 'Kopier',
  copied: 'Kopiert',
  unreadable: [
    'Vi ser ikkje kva du er komen tilbake frå',
    'Adressa til denne sida seier det ikkje. Sjå etter kva som er registrert, før du prøver igjen.',
  ],
  'check.no-answer': 'Tenesta svarar ikkje, så vi veit det ikkje enno. Sjekk igjen om litt.',
  'check.unclear':
    'Svaret seier ikkje korleis det står til. Sjekk igjen seinare, eller kontakt kundeservice.',
  'check.unauthorized':
    'Du er ikkje lenger logga inn, så vi veit det ikkje enno. Logg inn, og sjekk igjen.',
  'error.config': 'Det er ikkje sett opp på denne sida. Ta kontakt med kundeservice.',
  'error.bad-request': 'Tenesta kunne ikkje gjere det. Ta kontakt med kundeservice.',
  'error.unauthorized': 'Du er ikkje lenger logga inn. Logg inn, og prøv igjen.',
  'error.rate-limited': 'Det er stor pågang akkurat no. Vent eit minutt, og prøv igjen.',
  'error.server': 'Tenesta har problem akkurat no. Prøv igjen om litt.',
  'error.network': 'Tenesta svarar ikkje. Sjekk nettsambandet, og prøv igjen.',
  'error.timeout': 'Tenesta bruker for lang tid på å svare. Prøv igjen om litt.',
  'error.invalid-response': 'Vi kunne ikkje lese svaret. Prøv igjen om litt.',
  'error.declined': 'Tenesta sa nei. Ta kontakt med kundeservice.',
  'error.in-doubt':
    'Svaret vart borte undervegs. Sjå etter kva som har skjedd, før du prøver igjen.',
};
