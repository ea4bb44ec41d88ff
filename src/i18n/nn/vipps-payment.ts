import type { Families, Texts, TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';
import { shared } from './shared.js';

const vippsPayment: TextsOf<'vipps-payment'> = {
  heading: 'Vipps-betaling',
  empty: 'Det er inga betaling å vise.',
  submitting: 'Kontaktar betalingstenesta …',
  leaving: 'Sender deg til Vipps …',
  'leaving.by-hand': 'Gå til Vipps',
  checking: 'Sjekkar betalinga …',
  wait: 'Vi sjekkar betalinga igjen om {seconds} sekund …',
  registered: 'Betalinga er registrert',
  done: 'Det er gjort',
  'not-found': 'Vi fann ikkje denne betalinga',
  lost: [
    'Dette er ikkje lenger mogleg',
    'Betalinga er komen lenger sidan den vart vist, og ingenting vart gjort no.',
  ],
  elsewhere: [
    'Noko blir gjort med denne betalinga i eit anna vindauge',
    'Fullfør det der, og sjå på betalinga igjen.',
  ],
  'in-doubt': [
    'Vi veit ikkje om det vart gjort',
    'Svaret vart borte undervegs. Sjå korleis det står til med betalinga før du prøver igjen.',
  ],
  refused: 'Det vart ikkje gjort',
  open: [
    'Du har vore på betalingssida',
    'Vi veit ikkje enno korleis det gjekk med betalinga. Sjekk igjen før du betaler på nytt.',
  ],
  'outcome.cancelled': [
    'Vipps seier at du avbraut',
    'Betalinga er ikkje registrert. Du kan prøve igjen.',
  ],
  'outcome.failed': [
    'Vipps seier at betalinga ikkje gjekk gjennom',
    'Betalinga er ikkje registrert. Du kan prøve igjen.',
  ],
  'outcome.initiated': [
    'Vipps seier at betalinga er sett i gang',
    'Dersom appen ventar på deg, godkjenner du der og sjekkar igjen.',
  ],
  unpaid: [
    'Betalinga gjekk ikkje gjennom',
    'Den er registrert som ikkje betalt. Du kan prøve igjen.',
  ],
  'fact.state': 'Status',
  'fact.amount': 'Beløp',
  'fact.description': 'Føremål',
  'fact.number': 'Betalingsnummer',
  'fact.created': 'Starta',
  'fact.updated': 'Endra',
  'fact.remainingCaptureAmount': 'Står att å trekkje',
  'fact.remainingCancellationAmount': 'Står att å frigi',
  'fact.remainingReversalAmount': 'Står att å betale tilbake',
  'fact.title': 'Årsak',
  'fact.abortReason': 'Årsak',
  'fact.detail': 'Detaljar',
  'state.Ready': 'Klar',
  'state.Pending': 'Pågår',
  'state.Failed': 'Det gjekk ikkje gjennom',
  'state.Aborted': 'Stoppa',
  'operation.redirect-authorization': 'Betal med Vipps',
  'operation.view-authorization': 'Betal på denne sida',
  'operation.view-payment': 'Betal på denne sida',
  'operation.create-capture': 'Trekk beløp',
  'operation.create-cancellation': 'Frigi beløp',
  'operation.paid-payment': 'Kvittering',
  'operation.failed-payment': 'Kva som gjekk gale',
  'operation.aborted-payment': 'Kvifor ho vart stoppa',
  'meaning.CancelledByConsumer': 'Betalaren stoppa ho',
  'operation.update-payment-abort': 'Stopp denne betalinga',
  vat: 'Av dette mva.',
  close: 'Lukk',
  ...loadErrors('Betalinga kan ikkje visast akkurat no'),
};

export default { shared, 'vipps-payment': vippsPayment } satisfies Texts<Families['vipps-payment']>;
