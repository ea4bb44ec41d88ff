import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const payInvoice: TextsOf<'pay-invoice'> = {
  heading: 'Betala faktura',
  empty: 'Det finns ingen betalningsmetod att välja.',
  action: 'Betala',
  'action.amount': 'Betala {amount}',
  'method.creditcardPayex': 'Kort',
  'method.creditcardPayex.hint': 'På PayEx betalningssida',
  'method.swishPayex': 'Swish',
  'method.swishPayex.hint': 'Du godkänner i Swish-appen',
  'method.vippsEcommerce': 'Vipps',
  'method.vippsEcommerce.hint': 'Du godkänner i Vipps-appen',
  'method.nexi': 'Kort, via Nexi',
  'method.nexi.hint': 'På Nexis betalningssida',
  submitting: 'Startar betalningen …',
  leaving: 'Skickar dig till betalningssidan …',
  'leaving.by-hand': 'Gå till betalningssidan',
  checking: 'Kontrollerar om betalningen är registrerad …',
  wait: {
    one: 'Vi kontrollerar betalningen igen om {seconds} sekund …',
    other: 'Vi kontrollerar betalningen igen om {seconds} sekunder …',
  },
  registered: 'Faktura {number} är betald',
  'outcome.finished': [
    'Betaltjänsten säger att du har betalat',
    'Faktura {number} är inte registrerad som betald ännu. Betala den inte igen medan vi kontrollerar.',
  ],
  'outcome.cancelled': [
    'Betaltjänsten säger att du avbröt',
    'Vi kontrollerar faktura {number} innan du försöker igen.',
  ],
  'outcome.failed': [
    'Betaltjänsten säger att betalningen inte gick igenom',
    'Vi kontrollerar faktura {number} innan du försöker igen.',
  ],
  'outcome.unknown': [
    'Vi vet inte hur det gick med betalningen',
    'Du kan ha betalat. Betala inte faktura {number} igen medan vi kontrollerar.',
  ],
  'outcome.initiated': [
    'Betaltjänsten säger att betalningen har påbörjats',
    'Om en app väntar på dig godkänner du där. Betala inte faktura {number} igen medan vi kontrollerar.',
  ],
  'outcome.error': [
    'Något gick fel under betalningen',
    'Du kan ändå ha betalat. Betala inte faktura {number} igen medan vi kontrollerar.',
  ],
  'unconfirmed.finished': [
    'Faktura {number} är inte registrerad som betald ännu',
    'Betaltjänsten säger att du har betalat, och det kan ta en stund innan det syns. Betala inte igen: kontrollera igen senare eller kontakta kundtjänst.',
  ],
  'unconfirmed.cancelled': [
    'Betalningen avbröts',
    'Faktura {number} är inte registrerad som betald. Du kan försöka igen.',
  ],
  'unconfirmed.failed': [
    'Betalningen gick inte igenom',
    'Faktura {number} är inte registrerad som betald. Du kan försöka igen eller betala på ett annat sätt.',
  ],
  'unconfirmed.unknown': [
    'Vi vet fortfarande inte hur det gick med betalningen',
    'Faktura {number} är inte registrerad som betald. Har du betalat kan du kontrollera igen senare. Har du inte betalat kan du börja om.',
  ],
  'unconfirmed.initiated': [
    'Betalningen har påbörjats men är inte registrerad',
    'Om en app väntar på dig godkänner du där och kontrollerar igen. Har du inte betalat kan du börja om.',
  ],
  'unconfirmed.error': [
    'Något gick fel under betalningen',
    'Faktura {number} är inte registrerad som betald. Om du godkände betalningen bör du vänta och se efter innan du försöker igen.',
  ],
  open: [
    'Du har börjat betala faktura {number}',
    'Den är inte registrerad som betald ännu. Fortsätt där du slutade. Om du börjar om ska du bara godkänna en av de två betalningarna.',
  ],
  elsewhere: [
    'Faktura {number} betalas i ett annat fönster',
    'Slutför betalningen där. Den här sidan visar när den är registrerad.',
  ],
  'in-doubt': [
    'Vi vet inte om betalningen startades',
    'Svaret försvann på vägen. Starta ingen ny betalning medan vi kontrollerar.',
  ],
  'not-registered': [
    'Ingen betalning är registrerad',
    'Vi har kontrollerat: faktura {number} är inte registrerad som betald. Du kan försöka igen.',
  ],
  away: [
    'Öppnades betalningssidan?',
    'Inget är registrerat som betalt ännu. Fortsätt till betalningssidan om den inte öppnades. Om du börjar om ska du bara godkänna en av de två betalningarna.',
  ],
  already: [
    'Faktura {number} är redan betald',
    'Det är så den är registrerad, så ingen ny betalning startades. Du behöver inte göra något.',
  ],
  'new-amount': [
    'Beloppet är nu {amount}',
    'Det har ändrats sedan du öppnade sidan, och inget har betalats. Tryck på knappen igen för att betala {amount}.',
  ],
  'ask.start-over': [
    'Vill du starta en ny betalning av faktura {number}?',
    'Den första kan fortfarande godkännas. Godkänner du båda betalar du två gånger.',
  ],
  'ask.not-paid': [
    'Är du säker på att du inte har betalat faktura {number}?',
    'Betaltjänsten säger att du har det. Se efter i banken eller appen först: har du betalat betalar du två gånger.',
  ],
  'ask.again': [
    'Vill du ändå betala faktura {number}?',
    'Den är registrerad som betald. Om det stämmer betalar du två gånger.',
  ],
  'not-paid': 'Jag har inte betalat',
  'pay-again': 'Betala ändå',
  ...buttons,
  ...refusals(
    'Betalningen startades inte',
    'Vi vet inte om betalningen startades',
    'inga pengar har flyttats',
    'Betala på ett annat sätt eller kontakta kundtjänst.',
    'Se efter om faktura {number} är betald innan du försöker igen.',
  ),
  ...loadErrors('Fakturan kan inte betalas här just nu'),
};
