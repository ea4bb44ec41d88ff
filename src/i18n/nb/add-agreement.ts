import type { TextsOf } from '../keys.js';
import { buttons, refusals } from './flow.js';

export const addAgreement: TextsOf<'add-agreement'> = {
  heading: 'Legg til en betalingsavtale',
  empty: 'Det er ingen avtale å legge til.',
  action: 'Legg til en avtale',
  submitting: 'Starter avtalen …',
  leaving: 'Sender deg til betalingstjenesten …',
  'leaving.by-hand': 'Gå til betalingstjenesten',
  checking: 'Sjekker om avtalen er registrert …',
  wait: {
    one: 'Vi sjekker avtalen igjen om {seconds} sekund …',
    other: 'Vi sjekker avtalen igjen om {seconds} sekunder …',
  },
  registered: 'Avtalen er lagret',
  'outcome.finished': [
    'Betalingstjenesten sier at avtalen er klar',
    'Den er ikke registrert ennå. Ikke legg til en ny avtale mens vi sjekker.',
  ],
  'outcome.cancelled': [
    'Betalingstjenesten sier at du avbrøt',
    'Vi sjekker avtalene dine før du prøver igjen.',
  ],
  'outcome.failed': [
    'Betalingstjenesten sier at avtalen ikke gikk gjennom',
    'Vi sjekker avtalene dine før du prøver igjen.',
  ],
  'outcome.unknown': [
    'Vi vet ikke hvordan det gikk med avtalen',
    'Den kan være lagt til. Ikke legg til en ny avtale mens vi sjekker.',
  ],
  'outcome.initiated': [
    'Betalingstjenesten sier at avtalen er satt i gang',
    'Hvis en app venter på deg, godkjenner du der. Ikke legg til en ny avtale mens vi sjekker.',
  ],
  'outcome.error': [
    'Noe gikk galt med avtalen',
    'Den kan likevel være lagt til. Ikke legg til en ny avtale mens vi sjekker.',
  ],
  'unconfirmed.finished': [
    'Avtalen er ikke registrert ennå',
    'Betalingstjenesten sier at den er klar, og det kan ta litt tid før det vises. Ikke legg til en ny: Sjekk igjen senere, eller ta kontakt med kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Avtalen ble avbrutt',
    'Ingen ny avtale er registrert. Du kan prøve igjen.',
  ],
  'unconfirmed.failed': [
    'Avtalen gikk ikke gjennom',
    'Ingen ny avtale er registrert. Du kan prøve igjen.',
  ],
  'unconfirmed.unknown': [
    'Vi vet fortsatt ikke hvordan det gikk med avtalen',
    'Ingen ny avtale er registrert. Har du godkjent den, kan du sjekke igjen senere. Har du ikke det, kan du begynne på nytt.',
  ],
  'unconfirmed.initiated': [
    'Avtalen er satt i gang, men ikke registrert',
    'Hvis en app venter på deg, godkjenner du der og sjekker igjen. Har du ikke godkjent, kan du begynne på nytt.',
  ],
  'unconfirmed.error': [
    'Noe gikk galt med avtalen',
    'Ingen ny avtale er registrert. Hvis du godkjente den, bør du vente og se etter før du prøver igjen.',
  ],
  open: [
    'Du har begynt å legge til en avtale',
    'Den er ikke registrert ennå. Fortsett der du slapp. Begynner du på nytt, godkjenn bare én av de to avtalene.',
  ],
  elsewhere: [
    'En avtale blir lagt til i et annet vindu',
    'Fullfør den der. Denne siden viser når den er registrert.',
  ],
  'in-doubt': [
    'Vi vet ikke om avtalen ble startet',
    'Svaret ble borte underveis. Ikke legg til en ny avtale mens vi sjekker.',
  ],
  'not-registered': [
    'Ingen ny avtale er registrert',
    'Vi har sjekket: Ingenting er lagt til. Du kan prøve igjen.',
  ],
  away: [
    'Åpnet siden til betalingstjenesten seg?',
    'Ingen ny avtale er registrert ennå. Fortsett dit hvis den ikke gjorde det. Begynner du på nytt, godkjenn bare én av de to avtalene.',
  ],
  already: [
    'Du har denne avtalen allerede',
    'Det er det som er registrert, så ingen ny avtale ble startet. Du trenger ikke å gjøre noe.',
  ],
  'ask.start-over': [
    'Vil du starte en ny avtale?',
    'Den første kan fortsatt godkjennes. Godkjenner du begge, får du to.',
  ],
  'ask.not-paid': [
    'Er du sikker på at du ikke godkjente avtalen?',
    'Betalingstjenesten sier at du gjorde det. Se etter i banken eller appen først: Har du godkjent, får du to.',
  ],
  'ask.again': [
    'Vil du likevel legge til en avtale?',
    'En avtale er allerede registrert. Stemmer det, får du to.',
  ],
  'not-paid': 'Jeg har ikke godkjent',
  'pay-again': 'Legg til likevel',
  ...buttons,
  ...refusals(
    'Avtalen ble ikke startet',
    'Vi vet ikke om avtalen ble startet',
    'ingenting er lagt til',
    'Ta kontakt med kundeservice.',
    'Se etter i avtalene dine før du prøver igjen.',
  ),
};
