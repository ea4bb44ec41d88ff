import type { TextsOf } from '../keys.js';

export const shared: TextsOf<'shared'> = {
  loading: 'Henter dine oplysninger …',
  wait: {
    one: 'Tjenesten beder os vente. Vi prøver igen om {seconds} sekund …',
    other: 'Tjenesten beder os vente. Vi prøver igen om {seconds} sekunder …',
  },
  'try-again': 'Prøv igen',
  'check-again': 'Tjek igen',
  'log-in': 'Log ind',
  invoice: 'Faktura {number}',
  transaction: 'Transaktion {number}',
  copy: 'Kopiér',
  copied: 'Kopieret',
  unreadable: [
    'Vi kan ikke se, hvad du er kommet tilbage fra',
    'Sidens adresse siger det ikke. Se efter, hvad der er registreret, før du prøver igen.',
  ],
  'check.no-answer': 'Tjenesten svarer ikke, så vi ved det ikke endnu. Tjek igen om lidt.',
  'check.unclear':
    'Svaret siger ikke, hvordan det står til. Tjek igen senere, eller kontakt kundeservice.',
  'check.unauthorized':
    'Du er ikke længere logget ind, så vi ved det ikke endnu. Log ind, og tjek igen.',
  'error.config': 'Det er ikke sat op på denne side. Kontakt kundeservice.',
  'error.bad-request': 'Tjenesten kunne ikke gøre det. Kontakt kundeservice.',
  'error.unauthorized': 'Du er ikke længere logget ind. Log ind, og prøv igen.',
  'error.rate-limited': 'Der er travlt lige nu. Vent et minut, og prøv igen.',
  'error.server': 'Tjenesten har problemer lige nu. Prøv igen om lidt.',
  'error.network': 'Tjenesten svarer ikke. Tjek din forbindelse, og prøv igen.',
  'error.timeout': 'Tjenesten er for lang tid om at svare. Prøv igen om lidt.',
  'error.invalid-response': 'Vi kunne ikke læse svaret. Prøv igen om lidt.',
  'error.declined': 'Tjenesten sagde nej. Kontakt kundeservice.',
  'error.in-doubt': 'Svaret gik tabt undervejs. Se efter, hvad der er sket, før du prøver igen.',
};
