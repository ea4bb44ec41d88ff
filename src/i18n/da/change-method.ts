import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const changeMethod: TextsOf<'change-method'> = {
  heading: 'Skift betalingsmetode',
  empty: 'Der er ingen anden betalingsmetode at vælge.',
  action: 'Skift',
  current: 'I brug',
  'method.invoice': 'Faktura',
  'method.invoice.hint': 'Du betaler selv hver faktura',
  'method.autoGiro': 'Avtalegiro',
  'method.autoGiro.hint': 'Trækkes på din bankkonto',
  'method.recurringVippsPayment': 'Vipps',
  'method.recurringVippsPayment.hint': 'Du godkender i Vipps-appen',
  'method.recurringPayExCardPayment': 'Kort',
  'method.recurringPayExCardPayment.hint': 'På PayEx’ betalingsside',
  'method.recurringKlarnaPayment': 'Klarna',
  'method.recurringKlarnaPayment.hint': 'På Klarnas betalingsside',
  'method.recurringNexiPayment': 'Kort, via Nexi',
  'method.recurringNexiPayment.hint': 'På Nexis betalingsside',
  submitting: 'Starter skiftet …',
  leaving: 'Sender dig til betalingstjenesten …',
  'leaving.by-hand': 'Gå til betalingstjenesten',
  checking: 'Tjekker, om skiftet er registreret …',
  wait: {
    one: 'Vi tjekker skiftet igen om {seconds} sekund …',
    other: 'Vi tjekker skiftet igen om {seconds} sekunder …',
  },
  registered: 'Din betalingsmetode er skiftet',
  renewal:
    'Du betaler på samme måde som før, så vi kan ikke se her, om den er fornyet. Har du godkendt fornyelsen, behøver du ikke gøre mere.',
  'outcome.finished': [
    'Betalingstjenesten siger, at skiftet er gennemført',
    'Det er ikke registreret endnu. Start ikke et nyt skift, mens vi tjekker.',
  ],
  'outcome.cancelled': [
    'Betalingstjenesten siger, at du annullerede',
    'Vi tjekker din betalingsmetode, før du prøver igen.',
  ],
  'outcome.failed': [
    'Betalingstjenesten siger, at skiftet ikke gik igennem',
    'Vi tjekker din betalingsmetode, før du prøver igen.',
  ],
  'outcome.unknown': [
    'Vi ved ikke, hvordan det gik med skiftet',
    'Betalingsmetoden kan være skiftet. Start ikke et nyt skift, mens vi tjekker.',
  ],
  'outcome.initiated': [
    'Betalingstjenesten siger, at skiftet er sat i gang',
    'Hvis en app venter på dig, godkender du der. Start ikke et nyt skift, mens vi tjekker.',
  ],
  'outcome.error': [
    'Noget gik galt under skiftet',
    'Betalingsmetoden kan alligevel være skiftet. Start ikke et nyt skift, mens vi tjekker.',
  ],
  'unconfirmed.finished': [
    'Den nye betalingsmetode er ikke registreret endnu',
    'Betalingstjenesten siger, at skiftet er gennemført, og det kan tage lidt tid, før det vises. Indtil da betaler du som før: Tjek igen senere, eller kontakt kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Skiftet blev annulleret',
    'Den nye betalingsmetode er ikke registreret: Du betaler som før. Du kan prøve igen.',
  ],
  'unconfirmed.failed': [
    'Skiftet gik ikke igennem',
    'Den nye betalingsmetode er ikke registreret: Du betaler som før. Du kan prøve igen eller vælge en anden.',
  ],
  'unconfirmed.unknown': [
    'Vi ved stadig ikke, hvordan det gik med skiftet',
    'Den nye betalingsmetode er ikke registreret. Har du godkendt den, kan du tjekke igen senere. Har du ikke det, kan du begynde forfra.',
  ],
  'unconfirmed.initiated': [
    'Skiftet er sat i gang, men ikke registreret',
    'Hvis en app venter på dig, godkender du der og tjekker igen. Har du ikke godkendt, kan du begynde forfra.',
  ],
  'unconfirmed.error': [
    'Noget gik galt under skiftet',
    'Den nye betalingsmetode er ikke registreret. Hvis du godkendte den, bør du vente og se efter, før du prøver igen.',
  ],
  open: [
    'Du er begyndt at skifte betalingsmetode',
    'Den nye er ikke registreret endnu. Fortsæt, hvor du slap. Begynder du forfra, må du kun godkende ét af de to skift.',
  ],
  elsewhere: [
    'Betalingsmetoden bliver skiftet i et andet vindue',
    'Gør skiftet færdigt der. Denne side viser, når det er registreret.',
  ],
  'in-doubt': [
    'Vi ved ikke, om skiftet blev startet',
    'Svaret gik tabt undervejs. Start ikke et nyt skift, mens vi tjekker.',
  ],
  'not-registered': [
    'Intet skift er registreret',
    'Vi har tjekket: Du betaler som før. Du kan prøve igen.',
  ],
  away: [
    'Blev betalingstjenestens side åbnet?',
    'Intet skift er registreret endnu. Fortsæt til siden, hvis den ikke blev åbnet. Begynder du forfra, må du kun godkende ét af de to skift.',
  ],
  already: [
    'Du betaler allerede på denne måde',
    'Sådan er det registreret, så intet skift blev startet. Du behøver ikke gøre noget.',
  ],
  'ask.start-over': [
    'Vil du starte et nyt skift?',
    'Det første kan stadig godkendes. Godkender du begge, kan begge blive oprettet.',
  ],
  'ask.not-paid': [
    'Er du sikker på, at du ikke godkendte skiftet?',
    'Betalingstjenesten siger, at du gjorde. Se efter i banken eller appen først: Har du godkendt, kan det blive oprettet to gange.',
  ],
  'ask.again': [
    'Vil du alligevel skifte?',
    'Denne betalingsmetode er allerede registreret. Hvis det er rigtigt, kan den blive oprettet to gange.',
  ],
  'not-paid': 'Jeg har ikke godkendt',
  'pay-again': 'Skift alligevel',
  ...buttons,
  ...refusals(
    'Skiftet blev ikke startet',
    'Vi ved ikke, om skiftet blev startet',
    'du betaler som før',
    'Vælg en anden betalingsmetode, eller kontakt kundeservice.',
    'Se efter, hvordan du betaler nu, før du prøver igen.',
  ),
  ...loadErrors('Betalingsmetoden kan ikke skiftes her lige nu'),
};
