import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const changeMethod: TextsOf<'change-method'> = {
  heading: 'Bytt betalingsmåte',
  empty: 'Det er ingen annen betalingsmåte å velge.',
  action: 'Bytt',
  current: 'I bruk',
  'method.invoice': 'Faktura',
  'method.invoice.hint': 'Du betaler hver faktura selv',
  'method.autoGiro': 'Avtalegiro',
  'method.autoGiro.hint': 'Trekkes fra bankkontoen din',
  'method.recurringVippsPayment': 'Vipps',
  'method.recurringVippsPayment.hint': 'Du godkjenner i Vipps-appen',
  'method.recurringPayExCardPayment': 'Kort',
  'method.recurringPayExCardPayment.hint': 'På betalingssiden til PayEx',
  'method.recurringKlarnaPayment': 'Klarna',
  'method.recurringKlarnaPayment.hint': 'På betalingssiden til Klarna',
  'method.recurringNexiPayment': 'Kort, via Nexi',
  'method.recurringNexiPayment.hint': 'På betalingssiden til Nexi',
  submitting: 'Starter endringen …',
  leaving: 'Sender deg til betalingstjenesten …',
  'leaving.by-hand': 'Gå til betalingstjenesten',
  checking: 'Sjekker om endringen er registrert …',
  wait: {
    one: 'Vi sjekker endringen igjen om {seconds} sekund …',
    other: 'Vi sjekker endringen igjen om {seconds} sekunder …',
  },
  registered: 'Betalingsmåten din er endret',
  renewal:
    'Du betaler på samme måte som før, så vi kan ikke se her om den er fornyet. Har du godkjent fornyelsen, trenger du ikke gjøre noe mer.',
  'outcome.finished': [
    'Betalingstjenesten sier at endringen er gjort',
    'Den er ikke registrert ennå. Ikke start en ny endring mens vi sjekker.',
  ],
  'outcome.cancelled': [
    'Betalingstjenesten sier at du avbrøt',
    'Vi sjekker betalingsmåten din før du prøver igjen.',
  ],
  'outcome.failed': [
    'Betalingstjenesten sier at endringen ikke gikk gjennom',
    'Vi sjekker betalingsmåten din før du prøver igjen.',
  ],
  'outcome.unknown': [
    'Vi vet ikke hvordan det gikk med endringen',
    'Betalingsmåten kan være endret. Ikke start en ny endring mens vi sjekker.',
  ],
  'outcome.initiated': [
    'Betalingstjenesten sier at endringen er satt i gang',
    'Hvis en app venter på deg, godkjenner du der. Ikke start en ny endring mens vi sjekker.',
  ],
  'outcome.error': [
    'Noe gikk galt under endringen',
    'Betalingsmåten kan likevel være endret. Ikke start en ny endring mens vi sjekker.',
  ],
  'unconfirmed.finished': [
    'Den nye betalingsmåten er ikke registrert ennå',
    'Betalingstjenesten sier at endringen er gjort, og det kan ta litt tid før det vises. Inntil da betaler du som før: Sjekk igjen senere, eller ta kontakt med kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Endringen ble avbrutt',
    'Den nye betalingsmåten er ikke registrert: Du betaler som før. Du kan prøve igjen.',
  ],
  'unconfirmed.failed': [
    'Endringen gikk ikke gjennom',
    'Den nye betalingsmåten er ikke registrert: Du betaler som før. Du kan prøve igjen, eller velge en annen.',
  ],
  'unconfirmed.unknown': [
    'Vi vet fortsatt ikke hvordan det gikk med endringen',
    'Den nye betalingsmåten er ikke registrert. Har du godkjent den, kan du sjekke igjen senere. Har du ikke det, kan du begynne på nytt.',
  ],
  'unconfirmed.initiated': [
    'Endringen er satt i gang, men ikke registrert',
    'Hvis en app venter på deg, godkjenner du der og sjekker igjen. Har du ikke godkjent, kan du begynne på nytt.',
  ],
  'unconfirmed.error': [
    'Noe gikk galt under endringen',
    'Den nye betalingsmåten er ikke registrert. Hvis du godkjente den, bør du vente og se etter før du prøver igjen.',
  ],
  open: [
    'Du har begynt å bytte betalingsmåte',
    'Den nye er ikke registrert ennå. Fortsett der du slapp. Begynner du på nytt, godkjenn bare én av de to endringene.',
  ],
  elsewhere: [
    'Betalingsmåten blir endret i et annet vindu',
    'Fullfør endringen der. Denne siden viser når den er registrert.',
  ],
  'in-doubt': [
    'Vi vet ikke om endringen ble startet',
    'Svaret ble borte underveis. Ikke start en ny endring mens vi sjekker.',
  ],
  'not-registered': [
    'Ingen endring er registrert',
    'Vi har sjekket: Du betaler som før. Du kan prøve igjen.',
  ],
  away: [
    'Åpnet siden til betalingstjenesten seg?',
    'Ingen endring er registrert ennå. Fortsett dit hvis den ikke gjorde det. Begynner du på nytt, godkjenn bare én av de to endringene.',
  ],
  already: [
    'Du betaler allerede på denne måten',
    'Det er det som er registrert, så ingen endring ble startet. Du trenger ikke å gjøre noe.',
  ],
  'ask.start-over': [
    'Vil du starte en ny endring?',
    'Den første kan fortsatt godkjennes. Godkjenner du begge, kan begge bli satt opp.',
  ],
  'ask.not-paid': [
    'Er du sikker på at du ikke godkjente endringen?',
    'Betalingstjenesten sier at du gjorde det. Se etter i banken eller appen først: Har du godkjent, kan den bli satt opp to ganger.',
  ],
  'ask.again': [
    'Vil du likevel bytte?',
    'Denne betalingsmåten er allerede registrert. Stemmer det, kan den bli satt opp to ganger.',
  ],
  'not-paid': 'Jeg har ikke godkjent',
  'pay-again': 'Bytt likevel',
  ...buttons,
  ...refusals(
    'Endringen ble ikke startet',
    'Vi vet ikke om endringen ble startet',
    'du betaler som før',
    'Velg en annen betalingsmåte, eller ta kontakt med kundeservice.',
    'Se etter hvordan du betaler nå, før du prøver igjen.',
  ),
  ...loadErrors('Betalingsmåten kan ikke endres her akkurat nå'),
};
