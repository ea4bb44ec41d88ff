import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const changeMethod: TextsOf<'change-method'> = {
  heading: 'Byt betalingsmåte',
  empty: 'Det er ingen annan betalingsmåte å velje.',
  action: 'Byt',
  current: 'I bruk',
  'method.invoice': 'Faktura',
  'method.invoice.hint': 'Du betaler kvar faktura sjølv',
  'method.autoGiro': 'Avtalegiro',
  'method.autoGiro.hint': 'Blir trekt frå bankkontoen din',
  'method.recurringVippsPayment': 'Vipps',
  'method.recurringVippsPayment.hint': 'Du godkjenner i Vipps-appen',
  'method.recurringPayExCardPayment': 'Kort',
  'method.recurringPayExCardPayment.hint': 'På betalingssida til PayEx',
  'method.recurringKlarnaPayment': 'Klarna',
  'method.recurringKlarnaPayment.hint': 'På betalingssida til Klarna',
  'method.recurringNexiPayment': 'Kort, via Nexi',
  'method.recurringNexiPayment.hint': 'På betalingssida til Nexi',
  submitting: 'Startar endringa …',
  leaving: 'Sender deg til betalingstenesta …',
  'leaving.by-hand': 'Gå til betalingstenesta',
  checking: 'Sjekkar om endringa er registrert …',
  wait: 'Vi sjekkar endringa igjen om {seconds} sekund …',
  registered: 'Betalingsmåten din er endra',
  renewal:
    'Du betaler på same måten som før, så vi kan ikkje sjå her om han er fornya. Har du godkjent fornyinga, treng du ikkje gjere noko meir.',
  'outcome.finished': [
    'Betalingstenesta seier at endringa er gjord',
    'Den er ikkje registrert enno. Ikkje start ei ny endring medan vi sjekkar.',
  ],
  'outcome.cancelled': [
    'Betalingstenesta seier at du avbraut',
    'Vi sjekkar betalingsmåten din før du prøver igjen.',
  ],
  'outcome.failed': [
    'Betalingstenesta seier at endringa ikkje gjekk gjennom',
    'Vi sjekkar betalingsmåten din før du prøver igjen.',
  ],
  'outcome.unknown': [
    'Vi veit ikkje korleis det gjekk med endringa',
    'Betalingsmåten kan vere endra. Ikkje start ei ny endring medan vi sjekkar.',
  ],
  'outcome.initiated': [
    'Betalingstenesta seier at endringa er sett i gang',
    'Dersom ein app ventar på deg, godkjenner du der. Ikkje start ei ny endring medan vi sjekkar.',
  ],
  'outcome.error': [
    'Noko gjekk gale under endringa',
    'Betalingsmåten kan likevel vere endra. Ikkje start ei ny endring medan vi sjekkar.',
  ],
  'unconfirmed.finished': [
    'Den nye betalingsmåten er ikkje registrert enno',
    'Betalingstenesta seier at endringa er gjord, og det kan ta litt tid før det viser. Inntil då betaler du som før: Sjekk igjen seinare, eller ta kontakt med kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Endringa vart avbroten',
    'Den nye betalingsmåten er ikkje registrert: Du betaler som før. Du kan prøve igjen.',
  ],
  'unconfirmed.failed': [
    'Endringa gjekk ikkje gjennom',
    'Den nye betalingsmåten er ikkje registrert: Du betaler som før. Du kan prøve igjen, eller velje ein annan.',
  ],
  'unconfirmed.unknown': [
    'Vi veit framleis ikkje korleis det gjekk med endringa',
    'Den nye betalingsmåten er ikkje registrert. Har du godkjent den, kan du sjekke igjen seinare. Har du ikkje det, kan du begynne på nytt.',
  ],
  'unconfirmed.initiated': [
    'Endringa er sett i gang, men ikkje registrert',
    'Dersom ein app ventar på deg, godkjenner du der og sjekkar igjen. Har du ikkje godkjent, kan du begynne på nytt.',
  ],
  'unconfirmed.error': [
    'Noko gjekk gale under endringa',
    'Den nye betalingsmåten er ikkje registrert. Dersom du godkjende den, bør du vente og sjå etter før du prøver igjen.',
  ],
  open: [
    'Du har begynt å byte betalingsmåte',
    'Den nye er ikkje registrert enno. Hald fram der du slapp. Begynner du på nytt, godkjenn berre éi av dei to endringane.',
  ],
  elsewhere: [
    'Betalingsmåten blir endra i eit anna vindauge',
    'Fullfør endringa der. Denne sida viser når den er registrert.',
  ],
  'in-doubt': [
    'Vi veit ikkje om endringa vart starta',
    'Svaret vart borte undervegs. Ikkje start ei ny endring medan vi sjekkar.',
  ],
  'not-registered': [
    'Inga endring er registrert',
    'Vi har sjekka: Du betaler som før. Du kan prøve igjen.',
  ],
  away: [
    'Opna sida til betalingstenesta seg?',
    'Inga endring er registrert enno. Hald fram dit dersom den ikkje gjorde det. Begynner du på nytt, godkjenn berre éi av dei to endringane.',
  ],
  already: [
    'Du betaler alt på denne måten',
    'Det er det som er registrert, så inga endring vart starta. Du treng ikkje å gjere noko.',
  ],
  'ask.start-over': [
    'Vil du starte ei ny endring?',
    'Den første kan framleis godkjennast. Godkjenner du begge, kan begge bli sette opp.',
  ],
  'ask.not-paid': [
    'Er du sikker på at du ikkje godkjende endringa?',
    'Betalingstenesta seier at du gjorde det. Sjå etter i banken eller appen først: Har du godkjent, kan den bli sett opp to gonger.',
  ],
  'ask.again': [
    'Vil du likevel byte?',
    'Denne betalingsmåten er alt registrert. Stemmer det, kan den bli sett opp to gonger.',
  ],
  'not-paid': 'Eg har ikkje godkjent',
  'pay-again': 'Byt likevel',
  ...buttons,
  ...refusals(
    'Endringa vart ikkje starta',
    'Vi veit ikkje om endringa vart starta',
    'du betaler som før',
    'Vel ein annan betalingsmåte, eller ta kontakt med kundeservice.',
    'Sjå etter korleis du betaler no, før du prøver igjen.',
  ),
  ...loadErrors('Betalingsmåten kan ikkje endrast her akkurat no'),
};
