import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const payInvoice: TextsOf<'pay-invoice'> = {
  heading: 'Betal faktura',
  empty: 'Det er ingen betalingsmåte å velje.',
  action: 'Betal',
  'action.amount': 'Betal {amount}',
  'method.creditcardPayex': 'Kort',
  'method.creditcardPayex.hint': 'På betalingssida til PayEx',
  'method.swishPayex': 'Swish',
  'method.swishPayex.hint': 'Du godkjenner i Swish-appen',
  'method.vippsEcommerce': 'Vipps',
  'method.vippsEcommerce.hint': 'Du godkjenner i Vipps-appen',
  'method.nexi': 'Kort, via Nexi',
  'method.nexi.hint': 'På betalingssida til Nexi',
  submitting: 'Startar betalinga …',
  leaving: 'Sender deg til betalingssida …',
  'leaving.by-hand': 'Gå til betalingssida',
  checking: 'Sjekkar om betalinga er registrert …',
  wait: 'Vi sjekkar betalinga igjen om {seconds} sekund …',
  registered: 'Faktura {number} er betalt',
  'outcome.finished': [
    'Betalingstenesta seier at du har betalt',
    'Faktura {number} er ikkje registrert som betalt enno. Ikkje betal den på nytt medan vi sjekkar.',
  ],
  'outcome.cancelled': [
    'Betalingstenesta seier at du avbraut',
    'Vi sjekkar faktura {number} før du prøver igjen.',
  ],
  'outcome.failed': [
    'Betalingstenesta seier at betalinga ikkje gjekk gjennom',
    'Vi sjekkar faktura {number} før du prøver igjen.',
  ],
  'outcome.unknown': [
    'Vi veit ikkje korleis det gjekk med betalinga',
    'Du kan ha betalt. Ikkje betal faktura {number} på nytt medan vi sjekkar.',
  ],
  'outcome.initiated': [
    'Betalingstenesta seier at betalinga er sett i gang',
    'Dersom ein app ventar på deg, godkjenner du der. Ikkje betal faktura {number} på nytt medan vi sjekkar.',
  ],
  'outcome.error': [
    'Noko gjekk gale under betalinga',
    'Du kan likevel ha betalt. Ikkje betal faktura {number} på nytt medan vi sjekkar.',
  ],
  'unconfirmed.finished': [
    'Faktura {number} er ikkje registrert som betalt enno',
    'Betalingstenesta seier at du har betalt, og det kan ta litt tid før det viser. Ikkje betal på nytt: Sjekk igjen seinare, eller ta kontakt med kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Betalinga vart avbroten',
    'Faktura {number} er ikkje registrert som betalt. Du kan prøve igjen.',
  ],
  'unconfirmed.failed': [
    'Betalinga gjekk ikkje gjennom',
    'Faktura {number} er ikkje registrert som betalt. Du kan prøve igjen, eller betale på ein annan måte.',
  ],
  'unconfirmed.unknown': [
    'Vi veit framleis ikkje korleis det gjekk med betalinga',
    'Faktura {number} er ikkje registrert som betalt. Har du betalt, kan du sjekke igjen seinare. Har du ikkje betalt, kan du begynne på nytt.',
  ],
  'unconfirmed.initiated': [
    'Betalinga er sett i gang, men ikkje registrert',
    'Dersom ein app ventar på deg, godkjenner du der og sjekkar igjen. Har du ikkje betalt, kan du begynne på nytt.',
  ],
  'unconfirmed.error': [
    'Noko gjekk gale under betalinga',
    'Faktura {number} er ikkje registrert som betalt. Dersom du godkjende betalinga, bør du vente og sjå etter før du prøver igjen.',
  ],
  open: [
    'Du har begynt å betale faktura {number}',
    'Den er ikkje registrert som betalt enno. Hald fram der du slapp. Begynner du på nytt, godkjenn berre éi av dei to betalingane.',
  ],
  elsewhere: [
    'Faktura {number} blir betalt i eit anna vindauge',
    'Fullfør betalinga der. Denne sida viser når den er registrert.',
  ],
  'in-doubt': [
    'Vi veit ikkje om betalinga vart starta',
    'Svaret vart borte undervegs. Ikkje start ei ny betaling medan vi sjekkar.',
  ],
  'not-registered': [
    'Inga betaling er registrert',
    'Vi har sjekka: Faktura {number} er ikkje registrert som betalt. Du kan prøve igjen.',
  ],
  away: [
    'Opna betalingssida seg?',
    'Ingenting er registrert som betalt enno. Hald fram til betalingssida dersom den ikkje gjorde det. Begynner du på nytt, godkjenn berre éi av dei to betalingane.',
  ],
  already: [
    'Faktura {number} er alt betalt',
    'Det er det som er registrert, så inga ny betaling vart starta. Du treng ikkje å gjere noko.',
  ],
  'new-amount': [
    'Beløpet er no {amount}',
    'Det er endra sidan du opna sida, og ingenting er betalt. Trykk på knappen igjen for å betale {amount}.',
  ],
  'ask.start-over': [
    'Vil du starte ei ny betaling av faktura {number}?',
    'Den første kan framleis godkjennast. Godkjenner du begge, betaler du to gonger.',
  ],
  'ask.not-paid': [
    'Er du sikker på at du ikkje har betalt faktura {number}?',
    'Betalingstenesta seier at du har det. Sjå etter i banken eller appen først: Har du betalt, betaler du to gonger.',
  ],
  'ask.again': [
    'Vil du likevel betale faktura {number}?',
    'Den er registrert som betalt. Stemmer det, betaler du to gonger.',
  ],
  'not-paid': 'Eg har ikkje betalt',
  'pay-again': 'Betal likevel',
  ...buttons,
  ...refusals(
    'Betalinga vart ikkje starta',
    'Vi veit ikkje om betalinga vart starta',
    'ingen pengar er flytta',
    'Betal på ein annan måte, eller ta kontakt med kundeservice.',
    'Sjå etter om faktura {number} er betalt, før du prøver igjen.',
  ),
  ...loadErrors('Fakturaen kan ikkje betalast her akkurat no'),
};
