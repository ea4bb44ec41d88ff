import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { buttons, refusals } from './flow.js';

export const payInvoice: TextsOf<'pay-invoice'> = {
  heading: 'Betal faktura',
  empty: 'Der er ingen betalingsmetode at vælge.',
  action: 'Betal',
  'action.amount': 'Betal {amount}',
  'method.creditcardPayex': 'Kort',
  'method.creditcardPayex.hint': 'På PayEx’ betalingsside',
  'method.swishPayex': 'Swish',
  'method.swishPayex.hint': 'Du godkender i Swish-appen',
  'method.vippsEcommerce': 'Vipps',
  'method.vippsEcommerce.hint': 'Du godkender i Vipps-appen',
  'method.nexi': 'Kort, via Nexi',
  'method.nexi.hint': 'På Nexis betalingsside',
  submitting: 'Starter betalingen …',
  leaving: 'Sender dig til betalingssiden …',
  'leaving.by-hand': 'Gå til betalingssiden',
  checking: 'Tjekker, om betalingen er registreret …',
  wait: {
    one: 'Vi tjekker betalingen igen om {seconds} sekund …',
    other: 'Vi tjekker betalingen igen om {seconds} sekunder …',
  },
  registered: 'Faktura {number} er betalt',
  'outcome.finished': [
    'Betalingstjenesten siger, at du har betalt',
    'Faktura {number} er ikke registreret som betalt endnu. Betal den ikke igen, mens vi tjekker.',
  ],
  'outcome.cancelled': [
    'Betalingstjenesten siger, at du annullerede',
    'Vi tjekker faktura {number}, før du prøver igen.',
  ],
  'outcome.failed': [
    'Betalingstjenesten siger, at betalingen ikke gik igennem',
    'Vi tjekker faktura {number}, før du prøver igen.',
  ],
  'outcome.unknown': [
    'Vi ved ikke, hvordan det gik med betalingen',
    'Du kan have betalt. Betal ikke faktura {number} igen, mens vi tjekker.',
  ],
  'outcome.initiated': [
    'Betalingstjenesten siger, at betalingen er sat i gang',
    'Hvis en app venter på dig, godkender du der. Betal ikke faktura {number} igen, mens vi tjekker.',
  ],
  'outcome.error': [
    'Noget gik galt under betalingen',
    'Du kan alligevel have betalt. Betal ikke faktura {number} igen, mens vi tjekker.',
  ],
  'unconfirmed.finished': [
    'Faktura {number} er ikke registreret som betalt endnu',
    'Betalingstjenesten siger, at du har betalt, og det kan tage lidt tid, før det vises. Betal ikke igen: Tjek igen senere, eller kontakt kundeservice.',
  ],
  'unconfirmed.cancelled': [
    'Betalingen blev annulleret',
    'Faktura {number} er ikke registreret som betalt. Du kan prøve igen.',
  ],
  'unconfirmed.failed': [
    'Betalingen gik ikke igennem',
    'Faktura {number} er ikke registreret som betalt. Du kan prøve igen eller betale på en anden måde.',
  ],
  'unconfirmed.unknown': [
    'Vi ved stadig ikke, hvordan det gik med betalingen',
    'Faktura {number} er ikke registreret som betalt. Har du betalt, kan du tjekke igen senere. Har du ikke betalt, kan du begynde forfra.',
  ],
  'unconfirmed.initiated': [
    'Betalingen er sat i gang, men ikke registreret',
    'Hvis en app venter på dig, godkender du der og tjekker igen. Har du ikke betalt, kan du begynde forfra.',
  ],
  'unconfirmed.error': [
    'Noget gik galt under betalingen',
    'Faktura {number} er ikke registreret som betalt. Hvis du godkendte betalingen, bør du vente og se efter, før du prøver igen.',
  ],
  open: [
    'Du er begyndt at betale faktura {number}',
    'Den er ikke registreret som betalt endnu. Fortsæt, hvor du slap. Begynder du forfra, må du kun godkende én af de to betalinger.',
  ],
  elsewhere: [
    'Faktura {number} bliver betalt i et andet vindue',
    'Gør betalingen færdig der. Denne side viser, når den er registreret.',
  ],
  'in-doubt': [
    'Vi ved ikke, om betalingen blev startet',
    'Svaret gik tabt undervejs. Start ikke en ny betaling, mens vi tjekker.',
  ],
  'not-registered': [
    'Ingen betaling er registreret',
    'Vi har tjekket: Faktura {number} er ikke registreret som betalt. Du kan prøve igen.',
  ],
  away: [
    'Blev betalingssiden åbnet?',
    'Intet er registreret som betalt endnu. Fortsæt til betalingssiden, hvis den ikke blev åbnet. Begynder du forfra, må du kun godkende én af de to betalinger.',
  ],
  already: [
    'Faktura {number} er allerede betalt',
    'Sådan er den registreret, så ingen ny betaling blev startet. Du behøver ikke gøre noget.',
  ],
  'new-amount': [
    'Beløbet er nu {amount}',
    'Det er ændret, siden du åbnede siden, og intet er betalt. Tryk på knappen igen for at betale {amount}.',
  ],
  'ask.start-over': [
    'Vil du starte en ny betaling af faktura {number}?',
    'Den første kan stadig godkendes. Godkender du begge, betaler du to gange.',
  ],
  'ask.not-paid': [
    'Er du sikker på, at du ikke har betalt faktura {number}?',
    'Betalingstjenesten siger, at du har. Se efter i banken eller appen først: Har du betalt, betaler du to gange.',
  ],
  'ask.again': [
    'Vil du alligevel betale faktura {number}?',
    'Den er registreret som betalt. Hvis det er rigtigt, betaler du to gange.',
  ],
  'not-paid': 'Jeg har ikke betalt',
  'pay-again': 'Betal alligevel',
  ...buttons,
  ...refusals(
    'Betalingen blev ikke startet',
    'Vi ved ikke, om betalingen blev startet',
    'ingen penge er flyttet',
    'Betal på en anden måde, eller kontakt kundeservice.',
    'Se efter, om faktura {number} er betalt, før du prøver igen.',
  ),
  ...loadErrors('Fakturaen kan ikke betales her lige nu'),
};
