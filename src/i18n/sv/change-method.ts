import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const changeMethod: TextsOf<'change-method'> = {
  heading: 'Byt betalningsmetod',
  empty: 'Det finns ingen annan betalningsmetod att välja.',
  action: 'Byt',
  current: 'Används nu',
  'method.invoice': 'Faktura',
  'method.invoice.hint': 'Du betalar varje faktura själv',
  'method.autoGiro': 'Autogiro',
  'method.autoGiro.hint': 'Dras från ditt bankkonto',
  'method.recurringVippsPayment': 'Vipps',
  'method.recurringVippsPayment.hint': 'Du godkänner i Vipps-appen',
  'method.recurringPayExCardPayment': 'Kort',
  'method.recurringPayExCardPayment.hint': 'På PayEx betalningssida',
  'method.recurringKlarnaPayment': 'Klarna',
  'method.recurringKlarnaPayment.hint': 'På Klarnas betalningssida',
  'method.recurringNexiPayment': 'Kort, via Nexi',
  'method.recurringNexiPayment.hint': 'På Nexis betalningssida',
  submitting: 'Startar bytet …',
  leaving: 'Skickar dig till betaltjänsten …',
  'leaving.by-hand': 'Gå till betaltjänsten',
  checking: 'Kontrollerar om bytet är registrerat …',
  wait: {
    one: 'Vi kontrollerar bytet igen om {seconds} sekund …',
    other: 'Vi kontrollerar bytet igen om {seconds} sekunder …',
  },
  registered: 'Din betalningsmetod är bytt',
  renewal:
    'Du betalar på samma sätt som förut, så vi kan inte se här om det har förnyats. Har du godkänt förnyelsen behöver du inte göra något mer.',
  'outcome.finished': [
    'Betaltjänsten säger att bytet är klart',
    'Det är inte registrerat ännu. Starta inget nytt byte medan vi kontrollerar.',
  ],
  'outcome.cancelled': [
    'Betaltjänsten säger att du avbröt',
    'Vi kontrollerar din betalningsmetod innan du försöker igen.',
  ],
  'outcome.failed': [
    'Betaltjänsten säger att bytet inte gick igenom',
    'Vi kontrollerar din betalningsmetod innan du försöker igen.',
  ],
  'outcome.unknown': [
    'Vi vet inte hur det gick med bytet',
    'Betalningsmetoden kan vara bytt. Starta inget nytt byte medan vi kontrollerar.',
  ],
  'outcome.initiated': [
    'Betaltjänsten säger att bytet har påbörjats',
    'Om en app väntar på dig godkänner du där. Starta inget nytt byte medan vi kontrollerar.',
  ],
  'outcome.error': [
    'Något gick fel under bytet',
    'Betalningsmetoden kan ändå vara bytt. Starta inget nytt byte medan vi kontrollerar.',
  ],
  'unconfirmed.finished': [
    'Den nya betalningsmetoden är inte registrerad ännu',
    'Betaltjänsten säger att bytet är klart, och det kan ta en stund innan det syns. Tills dess betalar du som förut: kontrollera igen senare eller kontakta kundtjänst.',
  ],
  'unconfirmed.cancelled': [
    'Bytet avbröts',
    'Den nya betalningsmetoden är inte registrerad: du betalar som förut. Du kan försöka igen.',
  ],
  'unconfirmed.failed': [
    'Bytet gick inte igenom',
    'Den nya betalningsmetoden är inte registrerad: du betalar som förut. Du kan försöka igen eller välja en annan.',
  ],
  'unconfirmed.unknown': [
    'Vi vet fortfarande inte hur det gick med bytet',
    'Den nya betalningsmetoden är inte registrerad. Har du godkänt den kan du kontrollera igen senare. Har du inte det kan du börja om.',
  ],
  'unconfirmed.initiated': [
    'Bytet har påbörjats men är inte registrerat',
    'Om en app väntar på dig godkänner du där och kontrollerar igen. Har du inte godkänt kan du börja om.',
  ],
  'unconfirmed.error': [
    'Något gick fel under bytet',
    'Den nya betalningsmetoden är inte registrerad. Om du godkände den bör du vänta och se efter innan du försöker igen.',
  ],
  open: [
    'Du har börjat byta betalningsmetod',
    'Den nya är inte registrerad ännu. Fortsätt där du slutade. Om du börjar om ska du bara godkänna ett av de två bytena.',
  ],
  elsewhere: [
    'Betalningsmetoden byts i ett annat fönster',
    'Slutför bytet där. Den här sidan visar när det är registrerat.',
  ],
  'in-doubt': [
    'Vi vet inte om bytet startades',
    'Svaret försvann på vägen. Starta inget nytt byte medan vi kontrollerar.',
  ],
  'not-registered': [
    'Inget byte är registrerat',
    'Vi har kontrollerat: du betalar som förut. Du kan försöka igen.',
  ],
  away: [
    'Öppnades betaltjänstens sida?',
    'Inget byte är registrerat ännu. Fortsätt dit om den inte öppnades. Om du börjar om ska du bara godkänna ett av de två bytena.',
  ],
  already: [
    'Du betalar redan på det här sättet',
    'Det är så det är registrerat, så inget byte startades. Du behöver inte göra något.',
  ],
  'ask.start-over': [
    'Vill du starta ett nytt byte?',
    'Det första kan fortfarande godkännas. Godkänner du båda kan båda läggas upp.',
  ],
  'ask.not-paid': [
    'Är du säker på att du inte godkände bytet?',
    'Betaltjänsten säger att du gjorde det. Se efter i banken eller appen först: har du godkänt kan det läggas upp två gånger.',
  ],
  'ask.again': [
    'Vill du ändå byta?',
    'Den här betalningsmetoden är redan registrerad. Om det stämmer kan den läggas upp två gånger.',
  ],
  'not-paid': 'Jag har inte godkänt',
  'pay-again': 'Byt ändå',
  ...buttons,
  ...refusals(
    'Bytet startades inte',
    'Vi vet inte om bytet startades',
    'du betalar som förut',
    'Välj en annan betalningsmetod eller kontakta kundtjänst.',
    'Se efter hur du betalar nu innan du försöker igen.',
  ),
  ...loadErrors('Betalningsmetoden kan inte bytas här just nu'),
};
