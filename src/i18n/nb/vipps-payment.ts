import type { Families, Texts, TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { shared } from './shared.js';

const vippsPayment: TextsOf<'vipps-payment'> = {
  heading: 'Vipps-betaling',
  empty: 'Det er ingen betaling å vise.',
  submitting: 'Kontakter betalingstjenesten …',
  leaving: 'Sender deg til Vipps …',
  'leaving.by-hand': 'Gå til Vipps',
  checking: 'Sjekker betalingen …',
  wait: {
    one: 'Vi sjekker betalingen igjen om {seconds} sekund …',
    other: 'Vi sjekker betalingen igjen om {seconds} sekunder …',
  },
  registered: 'Betalingen er registrert',
  done: 'Det er gjort',
  'not-found': 'Vi fant ikke denne betalingen',
  lost: [
    'Dette er ikke lenger mulig',
    'Betalingen er kommet lenger siden den ble vist, og ingenting ble gjort nå.',
  ],
  elsewhere: [
    'Noe blir gjort med denne betalingen i et annet vindu',
    'Fullfør det der, og se på betalingen igjen.',
  ],
  'in-doubt': [
    'Vi vet ikke om det ble gjort',
    'Svaret ble borte underveis. Se hvordan det står til med betalingen før du prøver igjen.',
  ],
  refused: 'Det ble ikke gjort',
  open: [
    'Du har vært på betalingssiden',
    'Vi vet ikke ennå hvordan det gikk med betalingen. Sjekk igjen før du betaler på nytt.',
  ],
  'outcome.cancelled': [
    'Vipps sier at du avbrøt',
    'Betalingen er ikke registrert. Du kan prøve igjen.',
  ],
  'outcome.failed': [
    'Vipps sier at betalingen ikke gikk gjennom',
    'Betalingen er ikke registrert. Du kan prøve igjen.',
  ],
  'outcome.initiated': [
    'Vipps sier at betalingen er satt i gang',
    'Hvis appen venter på deg, godkjenner du der og sjekker igjen.',
  ],
  unpaid: [
    'Betalingen gikk ikke gjennom',
    'Den er registrert som ikke betalt. Du kan prøve igjen.',
  ],
  'fact.state': 'Status',
  'fact.amount': 'Beløp',
  'fact.description': 'Gjelder',
  'fact.number': 'Betalingsnummer',
  'fact.created': 'Startet',
  'fact.updated': 'Endret',
  'fact.remainingCaptureAmount': 'Gjenstår å trekke',
  'fact.remainingCancellationAmount': 'Gjenstår å frigi',
  'fact.remainingReversalAmount': 'Gjenstår å betale tilbake',
  'fact.title': 'Årsak',
  'fact.abortReason': 'Årsak',
  'fact.detail': 'Detaljer',
  'state.Ready': 'Klar',
  'state.Pending': 'Pågår',
  'state.Failed': 'Det gikk ikke gjennom',
  'state.Aborted': 'Stoppet',
  'operation.redirect-authorization': 'Betal med Vipps',
  'operation.view-authorization': 'Betal på denne siden',
  'operation.view-payment': 'Betal på denne siden',
  'operation.create-capture': 'Trekk beløp',
  'operation.create-cancellation': 'Frigi beløp',
  'operation.paid-payment': 'Kvittering',
  'operation.failed-payment': 'Hva som gikk galt',
  'operation.aborted-payment': 'Hvorfor den ble stoppet',
  'meaning.CancelledByConsumer': 'Betaleren stoppet den',
  'operation.update-payment-abort': 'Stopp denne betalingen',
  vat: 'Herav mva.',
  close: 'Lukk',
  ...loadErrors('Betalingen kan ikke vises akkurat nå'),
};

export default { shared, 'vipps-payment': vippsPayment } satisfies Texts<Families['vipps-payment']>;
