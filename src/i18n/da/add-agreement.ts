import type { TextsOf } from '../keys.js';
import { buttons, refusals } from './flow.js';

export const addAgreement: TextsOf<'add-agreement'> = {
  heading: 'Tilføj en betalingsaftale',
  empty: 'Der er ingen aftale at tilføje.',
  action: 'Tilføj en aftale',
  submitting: 'Starter aftalen …',
  leaving: 'Sender dig til betalingstjenesten …',
  'leaving.by-hand': 'Gå til betalingstjenesten',
  checking: 'Tjekker, om aftalen er registreret …',
  wait: {
    one: 'Vi tjekker aftalen igen om {seconds} sekund …',
    other: 'Vi tjekker aftalen igen om {seconds} sekunder …',
  },
  registered: 'Aftalen er gemt',
  'outcome.finished': [
    'Betalingstjenesten siger, at aftalen er klar',
    'Den er ikke registreret endnu. Tilføj ikke en ny aftale, mens vi tjekker.',
  ],
  'outcome.cancelled': [
    'Betalingstjenesten siger, at du annullerede',
    'Vi tjekker dine aftaler, før du prøver igen.',
  ],
  'outcome.failed': [
    'Betalingstjenesten siger, at aftalen ikke gik igennem',
    'Vi tjekker dine aftaler, før du prøver igen.',
  ],
  'outcome.unknown': [
    'Vi ved ikke, hvordan det gik med aftalen',
    'Den kan være tilføjet. Tilføj ikke en ny aftale, mens vi tjekker.',
  ],
  'outcome.initiated': [
    'Betalingstjenesten siger, at aftalen er sat i gang',
    'Hvis en app venter på dig, godkender du der. Tilføj ikke en ny aftale, mens vi tjekker.',
  ],
  'outcome.error': [
    'Noget gik galt med aftalen',
    'Den kan alligevel være tilføjet. Tilføj ikke en ny aftale, mens vi tjekker.',
  ],
  'unconfirmed.finished': [
    'Aftalen er ikke registreret endnu',
    'Betalingstjenesten siger, at den er klar, og det kan tage lidt tid, før det vises. Tilføj ikke en ny: Tjek igen senere, eller kontakt kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Aftalen blev annulleret',
    'Ingen ny aftale er registreret. Du kan prøve igen.',
  ],
  'unconfirmed.failed': [
    'Aftalen gik ikke igennem',
    'Ingen ny aftale er registreret. Du kan prøve igen.',
  ],
  'unconfirmed.unknown': [
    'Vi ved stadig ikke, hvordan det gik med aftalen',
    'Ingen ny aftale er registreret. Har du godkendt den, kan du tjekke igen senere. Har du ikke det, kan du begynde forfra.',
  ],
  'unconfirmed.initiated': [
    'Aftalen er sat i gang, men ikke registreret',
    'Hvis en app venter på dig, godkender du der og tjekker igen. Har du ikke godkendt, kan du begynde forfra.',
  ],
  'unconfirmed.error': [
    'Noget gik galt med aftalen',
    'Ingen ny aftale er registreret. Hvis du godkendte den, bør du vente og se efter, før du prøver igen.',
  ],
  open: [
    'Du er begyndt at tilføje en aftale',
    'Den er ikke registreret endnu. Fortsæt, hvor du slap. Begynder du forfra, må du kun godkende én af de to aftaler.',
  ],
  elsewhere: [
    'En aftale bliver tilføjet i et andet vindue',
    'Gør den færdig der. Denne side viser, når den er registreret.',
  ],
  'in-doubt': [
    'Vi ved ikke, om aftalen blev startet',
    'Svaret gik tabt undervejs. Tilføj ikke en ny aftale, mens vi tjekker.',
  ],
  'not-registered': [
    'Ingen ny aftale er registreret',
    'Vi har tjekket: Intet er tilføjet. Du kan prøve igen.',
  ],
  away: [
    'Blev betalingstjenestens side åbnet?',
    'Ingen ny aftale er registreret endnu. Fortsæt til siden, hvis den ikke blev åbnet. Begynder du forfra, må du kun godkende én af de to aftaler.',
  ],
  already: [
    'Du har allerede denne aftale',
    'Sådan er det registreret, så ingen ny aftale blev startet. Du behøver ikke gøre noget.',
  ],
  'ask.start-over': [
    'Vil du starte en ny aftale?',
    'Den første kan stadig godkendes. Godkender du begge, får du to.',
  ],
  'ask.not-paid': [
    'Er du sikker på, at du ikke godkendte aftalen?',
    'Betalingstjenesten siger, at du gjorde. Se efter i banken eller appen først: Har du godkendt, får du to.',
  ],
  'ask.again': [
    'Vil du alligevel tilføje en aftale?',
    'En aftale er allerede registreret. Hvis det er rigtigt, får du to.',
  ],
  'not-paid': 'Jeg har ikke godkendt',
  'pay-again': 'Tilføj alligevel',
  ...buttons,
  ...refusals(
    'Aftalen blev ikke startet',
    'Vi ved ikke, om aftalen blev startet',
    'intet er tilføjet',
    'Kontakt kundeservice.',
    'Se efter i dine aftaler, før du prøver igen.',
  ),
};
