import type { TextsOf } from '../keys.js';
import { buttons, refusals } from './flow.js';

export const addAgreement: TextsOf<'add-agreement'> = {
  heading: 'Lägg till ett betalningsavtal',
  empty: 'Det finns inget avtal att lägga till.',
  action: 'Lägg till ett avtal',
  submitting: 'Startar avtalet …',
  leaving: 'Skickar dig till betaltjänsten …',
  'leaving.by-hand': 'Gå till betaltjänsten',
  checking: 'Kontrollerar om avtalet är registrerat …',
  wait: {
    one: 'Vi kontrollerar avtalet igen om {seconds} sekund …',
    other: 'Vi kontrollerar avtalet igen om {seconds} sekunder …',
  },
  registered: 'Avtalet är sparat',
  'outcome.finished': [
    'Betaltjänsten säger att avtalet är klart',
    'Det är inte registrerat ännu. Lägg inte till ett nytt avtal medan vi kontrollerar.',
  ],
  'outcome.cancelled': [
    'Betaltjänsten säger att du avbröt',
    'Vi kontrollerar dina avtal innan du försöker igen.',
  ],
  'outcome.failed': [
    'Betaltjänsten säger att avtalet inte gick igenom',
    'Vi kontrollerar dina avtal innan du försöker igen.',
  ],
  'outcome.unknown': [
    'Vi vet inte hur det gick med avtalet',
    'Det kan ha lagts till. Lägg inte till ett nytt avtal medan vi kontrollerar.',
  ],
  'outcome.initiated': [
    'Betaltjänsten säger att avtalet har påbörjats',
    'Om en app väntar på dig godkänner du där. Lägg inte till ett nytt avtal medan vi kontrollerar.',
  ],
  'outcome.error': [
    'Något gick fel med avtalet',
    'Det kan ändå ha lagts till. Lägg inte till ett nytt avtal medan vi kontrollerar.',
  ],
  'unconfirmed.finished': [
    'Avtalet är inte registrerat ännu',
    'Betaltjänsten säger att det är klart, och det kan ta en stund innan det syns. Lägg inte till ett nytt: kontrollera igen senare eller kontakta kundtjänst.',
  ],
  'unconfirmed.cancelled': [
    'Avtalet avbröts',
    'Inget nytt avtal är registrerat. Du kan försöka igen.',
  ],
  'unconfirmed.failed': [
    'Avtalet gick inte igenom',
    'Inget nytt avtal är registrerat. Du kan försöka igen.',
  ],
  'unconfirmed.unknown': [
    'Vi vet fortfarande inte hur det gick med avtalet',
    'Inget nytt avtal är registrerat. Har du godkänt det kan du kontrollera igen senare. Har du inte det kan du börja om.',
  ],
  'unconfirmed.initiated': [
    'Avtalet har påbörjats men är inte registrerat',
    'Om en app väntar på dig godkänner du där och kontrollerar igen. Har du inte godkänt kan du börja om.',
  ],
  'unconfirmed.error': [
    'Något gick fel med avtalet',
    'Inget nytt avtal är registrerat. Om du godkände det bör du vänta och se efter innan du försöker igen.',
  ],
  open: [
    'Du har börjat lägga till ett avtal',
    'Det är inte registrerat ännu. Fortsätt där du slutade. Om du börjar om ska du bara godkänna ett av de två avtalen.',
  ],
  elsewhere: [
    'Ett avtal läggs till i ett annat fönster',
    'Slutför det där. Den här sidan visar när det är registrerat.',
  ],
  'in-doubt': [
    'Vi vet inte om avtalet startades',
    'Svaret försvann på vägen. Lägg inte till ett nytt avtal medan vi kontrollerar.',
  ],
  'not-registered': [
    'Inget nytt avtal är registrerat',
    'Vi har kontrollerat: inget har lagts till. Du kan försöka igen.',
  ],
  away: [
    'Öppnades betaltjänstens sida?',
    'Inget nytt avtal är registrerat ännu. Fortsätt dit om den inte öppnades. Om du börjar om ska du bara godkänna ett av de två avtalen.',
  ],
  already: [
    'Du har redan det här avtalet',
    'Det är så det är registrerat, så inget nytt avtal startades. Du behöver inte göra något.',
  ],
  'ask.start-over': [
    'Vill du starta ett nytt avtal?',
    'Det första kan fortfarande godkännas. Godkänner du båda får du två.',
  ],
  'ask.not-paid': [
    'Är du säker på att du inte godkände avtalet?',
    'Betaltjänsten säger att du gjorde det. Se efter i banken eller appen först: har du godkänt får du två.',
  ],
  'ask.again': [
    'Vill du ändå lägga till ett avtal?',
    'Ett avtal är redan registrerat. Om det stämmer får du två.',
  ],
  'not-paid': 'Jag har inte godkänt',
  'pay-again': 'Lägg till ändå',
  ...buttons,
  ...refusals(
    'Avtalet startades inte',
    'Vi vet inte om avtalet startades',
    'inget har lagts till',
    'Kontakta kundtjänst.',
    'Se efter bland dina avtal innan du försöker igen.',
  ),
};
