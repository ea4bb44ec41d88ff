import type { TextsOf } from '../keys.js';
import { buttons, refusals } from './flow.js';

export const addAgreement: TextsOf<'add-agreement'> = {
  heading: 'Legg til ein betalingsavtale',
  empty: 'Det er ingen avtale å leggje til.',
  action: 'Legg til ein avtale',
  submitting: 'Startar avtalen …',
  leaving: 'Sender deg til betalingstenesta …',
  'leaving.by-hand': 'Gå til betalingstenesta',
  checking: 'Sjekkar om avtalen er registrert …',
  wait: 'Vi sjekkar avtalen igjen om {seconds} sekund …',
  registered: 'Avtalen er lagra',
  'outcome.finished': [
    'Betalingstenesta seier at avtalen er klar',
    'Den er ikkje registrert enno. Ikkje legg til ein ny avtale medan vi sjekkar.',
  ],
  'outcome.cancelled': [
    'Betalingstenesta seier at du avbraut',
    'Vi sjekkar avtalane dine før du prøver igjen.',
  ],
  'outcome.failed': [
    'Betalingstenesta seier at avtalen ikkje gjekk gjennom',
    'Vi sjekkar avtalane dine før du prøver igjen.',
  ],
  'outcome.unknown': [
    'Vi veit ikkje korleis det gjekk med avtalen',
    'Den kan vere lagd til. Ikkje legg til ein ny avtale medan vi sjekkar.',
  ],
  'outcome.initiated': [
    'Betalingstenesta seier at avtalen er sett i gang',
    'Dersom ein app ventar på deg, godkjenner du der. Ikkje legg til ein ny avtale medan vi sjekkar.',
  ],
  'outcome.error': [
    'Noko gjekk gale med avtalen',
    'Den kan likevel vere lagd til. Ikkje legg til ein ny avtale medan vi sjekkar.',
  ],
  'unconfirmed.finished': [
    'Avtalen er ikkje registrert enno',
    'Betalingstenesta seier at den er klar, og det kan ta litt tid før det viser. Ikkje legg til ein ny: Sjekk igjen seinare, eller ta kontakt med kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Avtalen vart avbroten',
    'Ingen ny avtale er registrert. Du kan prøve igjen.',
  ],
  'unconfirmed.failed': [
    'Avtalen gjekk ikkje gjennom',
    'Ingen ny avtale er registrert. Du kan prøve igjen.',
  ],
  'unconfirmed.unknown': [
    'Vi veit framleis ikkje korleis det gjekk med avtalen',
    'Ingen ny avtale er registrert. Har du godkjent den, kan du sjekke igjen seinare. Har du ikkje det, kan du begynne på nytt.',
  ],
  'unconfirmed.initiated': [
    'Avtalen er sett i gang, men ikkje registrert',
    'Dersom ein app ventar på deg, godkjenner du der og sjekkar igjen. Har du ikkje godkjent, kan du begynne på nytt.',
  ],
  'unconfirmed.error': [
    'Noko gjekk gale med avtalen',
    'Ingen ny avtale er registrert. Dersom du godkjende den, bør du vente og sjå etter før du prøver igjen.',
  ],
  open: [
    'Du har begynt å leggje til ein avtale',
    'Den er ikkje registrert enno. Hald fram der du slapp. Begynner du på nytt, godkjenn berre éin av dei to avtalane.',
  ],
  elsewhere: [
    'Ein avtale blir lagd til i eit anna vindauge',
    'Fullfør den der. Denne sida viser når den er registrert.',
  ],
  'in-doubt': [
    'Vi veit ikkje om avtalen vart starta',
    'Svaret vart borte undervegs. Ikkje legg til ein ny avtale medan vi sjekkar.',
  ],
  'not-registered': [
    'Ingen ny avtale er registrert',
    'Vi har sjekka: Ingenting er lagt til. Du kan prøve igjen.',
  ],
  away: [
    'Opna sida til betalingstenesta seg?',
    'Ingen ny avtale er registrert enno. Hald fram dit dersom den ikkje gjorde det. Begynner du på nytt, godkjenn berre éin av dei to avtalane.',
  ],
  already: [
    'Du har denne avtalen frå før',
    'Det er det som er registrert, så ingen ny avtale vart starta. Du treng ikkje å gjere noko.',
  ],
  'ask.start-over': [
    'Vil du starte ein ny avtale?',
    'Den første kan framleis godkjennast. Godkjenner du begge, får du to.',
  ],
  'ask.not-paid': [
    'Er du sikker på at du ikkje godkjende avtalen?',
    'Betalingstenesta seier at du gjorde det. Sjå etter i banken eller appen først: Har du godkjent, får du to.',
  ],
  'ask.again': [
    'Vil du likevel leggje til ein avtale?',
    'Ein avtale er alt registrert. Stemmer det, får du to.',
  ],
  'not-paid': 'Eg har ikkje godkjent',
  'pay-again': 'Legg til likevel',
  ...buttons,
  ...refusals(
    'Avtalen vart ikkje starta',
    'Vi veit ikkje om avtalen vart starta',
    'ingenting er lagt til',
    'Ta kontakt med kundeservice.',
    'Sjå etter i avtalane dine før du prøver igjen.',
  ),
};
