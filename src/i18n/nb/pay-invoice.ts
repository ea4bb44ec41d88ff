import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const payInvoice: TextsOf<'pay-invoice'> = {
  heading: 'Betal faktura',
  empty: 'Det er ingen betalingsmåte å velge.',
  action: 'Betal',
  'action.amount': 'Betal {amount}',
  'method.creditcardPayex': 'Kort',
  'method.creditcardPayex.hint': 'På betalingssiden til PayEx',
  'method.swishPayex': 'Swish',
  'method.swishPayex.hint': 'Du godkjenner i Swish-appen',
  'method.vippsEcommerce': 'Vipps',
  'method.vippsEcommerce.hint': 'Du godkjenner i Vipps-appen',
  'method.nexi': 'Kort, via Nexi',
  'method.nexi.hint': 'På betalingssiden til Nexi',
  submitting: 'Starter betalingen …',
  leaving: 'Sender deg til betalingssiden …',
  'leaving.by-hand': 'Gå til betalingssiden',
  checking: 'Sjekker om betalingen er registrert …',
  wait: {
    one: 'Vi sjekker betalingen igjen om {seconds} sekund …',
    other: 'Vi sjekker betalingen igjen om {seconds} sekunder …',
  },
  registered: 'Faktura {number} er betalt',
  'outcome.finished': [
    'Betalingstjenesten sier at du har betalt',
    'Faktura {number} er ikke registrert som betalt ennå. Ikke betal den på nytt mens vi sjekker.',
  ],
  'outcome.cancelled': [
    'Betalingstjenesten sier at du avbrøt',
    'Vi sjekker faktura {number} før du prøver igjen.',
  ],
  'outcome.failed': [
    'Betalingstjenesten sier at betalingen ikke gikk gjennom',
    'Vi sjekker faktura {number} før du prøver igjen.',
  ],
  'outcome.unknown': [
    'Vi vet ikke hvordan det gikk med betalingen',
    'Du kan ha betalt. Ikke betal faktura {number} på nytt mens vi sjekker.',
  ],
  'outcome.initiated': [
    'Betalingstjenesten sier at betalingen er satt i gang',
    'Hvis en app venter på deg, godkjenner du der. Ikke betal faktura {number} på nytt mens vi sjekker.',
  ],
  'outcome.error': [
    'Noe gikk galt under betalingen',
    'Du kan likevel ha betalt. Ikke betal faktura {number} på nytt mens vi sjekker.',
  ],
  'unconfirmed.finished': [
    'Faktura {number} er ikke registrert som betalt ennå',
    'Betalingstjenesten sier at du har betalt, og det kan ta litt tid før det vises. Ikke betal på nytt: Sjekk igjen senere, eller ta kontakt med kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Betalingen ble avbrutt',
    'Faktura {number} er ikke registrert som betalt. Du kan prøve igjen.',
  ],
  'unconfirmed.failed': [
    'Betalingen gikk ikke gjennom',
    'Faktura {number} er ikke registrert som betalt. Du kan prøve igjen, eller betale på en annen måte.',
  ],
  'unconfirmed.unknown': [
    'Vi vet fortsatt ikke hvordan det gikk med betalingen',
    'Faktura {number} er ikke registrert som betalt. Har du betalt, kan du sjekke igjen senere. Har du ikke betalt, kan du begynne på nytt.',
  ],
  'unconfirmed.initiated': [
    'Betalingen er satt i gang, men ikke registrert',
    'Hvis en app venter på deg, godkjenner du der og sjekker igjen. Har du ikke betalt, kan du begynne på nytt.',
  ],
  'unconfirmed.error': [
    'Noe gikk galt under betalingen',
    'Faktura {number} er ikke registrert som betalt. Hvis du godkjente betalingen, bør du vente og se etter før du prøver igjen.',
  ],
  open: [
    'Du har begynt å betale faktura {number}',
    'Den er ikke registrert som betalt ennå. Fortsett der du slapp. Begynner du på nytt, godkjenn bare én av de to betalingene.',
  ],
  elsewhere: [
    'Faktura {number} blir betalt i et annet vindu',
    'Fullfør betalingen der. Denne siden viser når den er registrert.',
  ],
  'in-doubt': [
    'Vi vet ikke om betalingen ble startet',
    'Svaret ble borte underveis. Ikke start en ny betaling mens vi sjekker.',
  ],
  'not-registered': [
    'Ingen betaling er registrert',
    'Vi har sjekket: Faktura {number} er ikke registrert som betalt. Du kan prøve igjen.',
  ],
  away: [
    'Åpnet betalingssiden seg?',
    'Ingenting er registrert som betalt ennå. Fortsett til betalingssiden hvis den ikke gjorde det. Begynner du på nytt, godkjenn bare én av de to betalingene.',
  ],
  already: [
    'Faktura {number} er allerede betalt',
    'Det er det som er registrert, så ingen ny betaling ble startet. Du trenger ikke å gjøre noe.',
  ],
  'new-amount': [
    'Beløpet er nå {amount}',
    'Det er endret siden du åpnet siden, og ingenting er betalt. Trykk på knappen igjen for å betale {amount}.',
  ],
  'ask.start-over': [
    'Vil du starte en ny betaling av faktura {number}?',
    'Den første kan fortsatt godkjennes. Godkjenner du begge, betaler du to ganger.',
  ],
  'ask.not-paid': [
    'Er du sikker på at du ikke har betalt faktura {number}?',
    'Betalingstjenesten sier at du har det. Se etter i banken eller appen først: Har du betalt, betaler du to ganger.',
  ],
  'ask.again': [
    'Vil du likevel betale faktura {number}?',
    'Den er registrert som betalt. Stemmer det, betaler du to ganger.',
  ],
  'not-paid': 'Jeg har ikke betalt',
  'pay-again': 'Betal likevel',
  ...buttons,
  ...refusals(
    'Betalingen ble ikke startet',
    'Vi vet ikke om betalingen ble startet',
    'ingen penger er flyttet',
    'Betal på en annen måte, eller ta kontakt med kundeservice.',
    'Se etter om faktura {number} er betalt, før du prøver igjen.',
  ),
  ...loadErrors('Fakturaen kan ikke betales her akkurat nå'),
};
