import type { Families, Texts, TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { shared } from './shared.js';

const vippsPayment: TextsOf<'vipps-payment'> = {
  heading: 'Vipps-betaling',
  empty: 'Der er ingen betaling at vise.',
  submitting: 'Kontakter betalingstjenesten …',
  leaving: 'Sender dig til Vipps …',
  'leaving.by-hand': 'Gå til Vipps',
  checking: 'Tjekker betalingen …',
  wait: {
    one: 'Vi tjekker betalingen igen om {seconds} sekund …',
    other: 'Vi tjekker betalingen igen om {seconds} sekunder …',
  },
  registered: 'Betalingen er registreret',
  done: 'Det er gjort',
  'not-found': 'Vi fandt ikke denne betaling',
  lost: [
    'Det er ikke længere muligt',
    'Betalingen er kommet længere, siden den blev vist, og intet blev gjort nu.',
  ],
  elsewhere: [
    'Noget bliver gjort med denne betaling i et andet vindue',
    'Gør det færdigt der, og se på betalingen igen.',
  ],
  'in-doubt': [
    'Vi ved ikke, om det blev gjort',
    'Svaret gik tabt undervejs. Se, hvordan det står til med betalingen, før du prøver igen.',
  ],
  refused: 'Det blev ikke gjort',
  open: [
    'Du har været på betalingssiden',
    'Vi ved ikke endnu, hvordan det gik med betalingen. Tjek igen, før du betaler igen.',
  ],
  'outcome.cancelled': [
    'Vipps siger, at du annullerede',
    'Betalingen er ikke registreret. Du kan prøve igen.',
  ],
  'outcome.failed': [
    'Vipps siger, at betalingen ikke gik igennem',
    'Betalingen er ikke registreret. Du kan prøve igen.',
  ],
  'outcome.initiated': [
    'Vipps siger, at betalingen er sat i gang',
    'Hvis appen venter på dig, godkender du der og tjekker igen.',
  ],
  unpaid: ['Betalingen gik ikke igennem', 'Den er registreret som ikke betalt. Du kan prøve igen.'],
  'fact.state': 'Status',
  'fact.amount': 'Beløb',
  'fact.description': 'Vedrører',
  'fact.number': 'Betalingsnummer',
  'fact.created': 'Startet',
  'fact.updated': 'Ændret',
  'fact.remainingCaptureAmount': 'Kan stadig trækkes',
  'fact.remainingCancellationAmount': 'Kan stadig frigives',
  'fact.remainingReversalAmount': 'Kan stadig betales tilbage',
  'fact.title': 'Årsag',
  'fact.abortReason': 'Årsag',
  'fact.detail': 'Detaljer',
  'state.Ready': 'Klar',
  'state.Pending': 'I gang',
  'state.Failed': 'Det gik ikke igennem',
  'state.Aborted': 'Stoppet',
  'operation.redirect-authorization': 'Betal med Vipps',
  'operation.view-authorization': 'Betal på denne side',
  'operation.view-payment': 'Betal på denne side',
  'operation.create-capture': 'Træk beløb',
  'operation.create-cancellation': 'Frigiv beløb',
  'operation.paid-payment': 'Kvittering',
  'operation.failed-payment': 'Hvad der gik galt',
  'operation.aborted-payment': 'Hvorfor den blev stoppet',
  'meaning.CancelledByConsumer': 'Betaleren stoppede den',
  'operation.update-payment-abort': 'Stop denne betaling',
  vat: 'Heraf moms',
  close: 'Luk',
  ...loadErrors('Betalingen kan ikke vises lige nu'),
};

export default { shared, 'vipps-payment': vippsPayment } satisfies Texts<Families['vipps-payment']>;
